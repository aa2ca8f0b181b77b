package org.noteworthy.authoring.lint;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.playbooks.edition.WrittenEdition;
import org.noteworthy.playbooks.waiver.WaiverFile;

/**
 * What came of looking through an edition, or through the waivers beside the editions.
 *
 * @param folder where it lies, as whoever asked names it
 * @param diagnostics sorted by place
 */
public record Linted(String folder, WrittenEdition edition, List<LintDiagnostic> diagnostics) {
    public Linted {
        diagnostics = List.copyOf(diagnostics);
    }

    /** Looks through an edition that lies in that folder. */
    public static Linted of(String folder, WrittenEdition edition) {
        return new Linted(folder, edition, Lint.of(edition));
    }

    /** Looks through the waivers that lie beside these editions in that folder. */
    public static Linted ofWaivers(String folder, WaiverFile waivers, List<Linted> editions, LocalDate today) {
        Set<String> rules = new TreeSet<>();
        for (Linted each : editions) {
            rules.addAll(each.edition().files().ruleNames());
            // A rule that cannot be read is one all the same, and stands in a file of its name.
            each.edition().files().ruleFiles().forEach(file -> rules.add(file.substring(0, file.lastIndexOf('.'))));
        }
        return new Linted(
                folder, WrittenEdition.unreadable(waivers.files(), List.of()), WaiverChecks.of(waivers, rules, today));
    }

    /** Whether it is an edition that was looked through. */
    boolean isEdition() {
        return !edition.version().isEmpty();
    }

    /** Where the file of a diagnostic lies, as whoever asked would name it. */
    public String file(LintDiagnostic diagnostic) {
        Diagnostic detail = diagnostic.detail();
        String name = detail.name();
        String home = detail.folder().equals(edition.version())
                ? folder
                : folder.substring(0, folder.lastIndexOf('/') + 1) + detail.folder();
        return name.isEmpty() ? home : home + "/" + name;
    }

    /** Text of the file of a diagnostic; empty where it is missing or no text. */
    public Optional<String> text(LintDiagnostic diagnostic) {
        return edition.files()
                .content(diagnostic.detail().name())
                .flatMap(bytes -> edition.text(diagnostic.detail().name()));
    }
}
