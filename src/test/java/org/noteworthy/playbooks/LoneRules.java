package org.noteworthy.playbooks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.noteworthy.cli.Folders;
import org.noteworthy.playbooks.engine.RuleCache;

/** An edition in a folder of its own whose only rule file is the one at hand; everything else is that of a real one. */
public final class LoneRules {
    private static final String EDITION = "2020-05-12";
    /** In these files a rule begins a line, and nothing else does so with that word. */
    private static final Pattern NAME =
            Pattern.compile("(?m)^[ \\t\\uFEFF]*rule(?:\\s|/\\*.*?\\*/)*[\"']?([a-z0-9]+(?:-[a-z0-9]+)*+)");

    private final Path edition;

    /** Copies the edition without its rules below {@code temp}. */
    LoneRules(Path temp) throws IOException {
        edition = temp.resolve(EDITION);
        Folders.copyEdition(EDITION, edition);
        removeRules();
    }

    /** What the product makes of the edition with this rule file in place of the one before. */
    Compilation read(byte[] content) throws IOException {
        removeRules();
        Files.write(edition.resolve(nameOf(content)), content);
        return Library.read(edition, RuleCache.none());
    }

    private void removeRules() throws IOException {
        for (Path file : filesBelow(edition, ".drl")) {
            Files.delete(file);
        }
    }

    /** Puts a row at the end of a table. */
    void append(String table, String row) throws IOException {
        Files.write(edition.resolve(table), List.of(row), StandardOpenOption.APPEND);
    }

    /** Files below a folder with that ending, sorted by their paths. */
    public static List<Path> filesBelow(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** Names of the rules that the file can be seen to hold, as they follow each other. */
    static List<String> names(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8).replace('\r', '\n');
        return NAME.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /** A file with one rule bears its name, so that its name is never what is wrong with it. */
    private static String nameOf(byte[] content) {
        return names(content).stream()
                        .findFirst()
                        .filter(name -> name.length() < 100)
                        .orElse("hostile")
                + ".drl";
    }
}
