package org.noteworthy.authoring.scaffold;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.noteworthy.failure.UsageException;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.PlaybookRefusedException;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.playbooks.edition.Diagnostics;
import org.noteworthy.playbooks.edition.EditionFiles;
import org.noteworthy.playbooks.edition.EditionSettings;
import org.noteworthy.playbooks.edition.SettingsReader;
import org.noteworthy.playbooks.engine.RuleCache;

/** Copies an edition under another first day. */
public final class NewEdition {
    private static final String EXAMPLE = "2020-03-25";

    private NewEdition() {}

    /** Writes the folder of the new edition beside the one it is a copy of. */
    public static Scaffold write(Library library, String date, String from) {
        LocalDate day = day(date);
        List<Diagnostic> diagnostics = library.diagnostics(from);
        if (!diagnostics.isEmpty()) {
            throw new PlaybookRefusedException(from, diagnostics);
        }
        requireFree(library, day);
        Path source = library.folder().resolve(from);
        Path target = library.folder().resolve(date);
        EditionFiles files = library.named(from).files();
        try (Staged staged = Staged.folder(target)) {
            for (String name : files.names()) {
                Path file = source.resolve(name);
                if (Files.exists(file)) {
                    byte[] content = bytes(file);
                    staged.write(
                            name,
                            name.equals(EditionFiles.SETTINGS) ? inForceFrom(day, from, content, files) : content);
                }
            }
            staged.publish();
        }
        return new Scaffold(
                List.of(target), next(Library.open(library.folder(), RuleCache.none()), target, date, from));
    }

    private static LocalDate day(String date) {
        try {
            if (date.length() == EXAMPLE.length()) {
                return LocalDate.parse(date);
            }
        } catch (DateTimeException e) { // told below, as any other text that is not a date
        }
        throw new UsageException(
                "\"" + date + "\" is not a date. Name the first day of the edition, such as " + EXAMPLE + ".");
    }

    private static void requireFree(Library library, LocalDate day) {
        for (String version : library.versions()) {
            if (version.equals(day.toString()) || library.inForceFrom(version).equals(Optional.of(day))) {
                throw new UsageException("The edition " + version + " is in force from " + day
                        + " already. Choose another date, or change that edition.");
            }
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file); // read within its limits a moment ago
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read. Look at its permissions.");
        }
    }

    /** The settings with another first day, and every other character as it is. */
    private static byte[] inForceFrom(LocalDate day, String from, byte[] settings, EditionFiles files) {
        byte[] changed = Pattern.compile("(?m)^(\"?inForceFrom\"?[ \\t]*:\\s*[\"']?)[0-9-]{10}")
                .matcher(new String(settings, StandardCharsets.UTF_8))
                .replaceFirst("$1" + day)
                .getBytes(StandardCharsets.UTF_8);
        EditionSettings read =
                new SettingsReader(new Diagnostics(from)).read(files.with(Map.of(EditionFiles.SETTINGS, changed)));
        if (read == null || !read.inForceFrom().equals(day)) {
            throw new UsageException("The line inForceFrom of " + from + "/" + EditionFiles.SETTINGS
                    + " cannot be changed. Write it like \"inForceFrom: " + EXAMPLE + "\".");
        }
        return changed;
    }

    private static List<String> next(Library library, Path target, String date, String from) {
        return List.of(
                "Change title and source in " + target.resolve(EditionFiles.SETTINGS) + ".",
                "Change the rules, tables and clauses of " + target + ". The others stay as they are.",
                "noteworthy lint " + target,
                "noteworthy playbooks, which says: " + inForce(library, from) + "; " + inForce(library, date) + ".");
    }

    private static String inForce(Library library, String version) {
        return version + " in force from "
                + library.inForceFrom(version).map(LocalDate::toString).orElse("no day")
                + library.inForceTo(version).map(day -> " to " + day).orElse("");
    }
}
