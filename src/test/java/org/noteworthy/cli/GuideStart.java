package org.noteworthy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A copy of the rules and fixtures as the guide and the tutorials find them: without what they add themselves, should the
 * owners of the policy have added it by now, and without the editions that came after the one that they change.
 */
final class GuideStart {
    static final String EDITION = "2020-05-12";
    private static final Pattern PLAYBOOKS = Pattern.compile("(?m)^playbooks: .*?(\\d{4}-\\d\\d-\\d\\d)");

    private GuideStart() {}

    /** Takes out of a copy of the rules what the guide adds. */
    static void clean(Path rules) throws IOException {
        for (Path folder : in(rules)) {
            if (Files.isDirectory(folder) && folder.getFileName().toString().compareTo(EDITION) > 0) {
                Folders.delete(folder);
            }
        }
        Path edition = rules.resolve(EDITION);
        Files.deleteIfExists(edition.resolve("next-action-brief.drl"));
        without(edition.resolve("guidance.md"), "(?ms)^\n?## content\\.next-action\\.brief .*?(?=^## |\\z)");
        without(edition.resolve("tables/statuses.csv"), "(?m)^completed,.*\n");
        without(edition.resolve("playbook.yaml"), "(?m)^without: .*(\n|\\z)");
    }

    /** Copies the fixtures of this project that such rules can be tested by. */
    static void copyFixtures(Path fixtures) throws IOException {
        for (String part : List.of("rules", "notes", "inputs")) {
            Folders.copy(Path.of("test-fixtures", part), fixtures.resolve(part));
        }
        Path ofRule = fixtures.resolve("rules/next-action-brief");
        if (Files.exists(ofRule)) {
            Folders.delete(ofRule);
        }
        try (Stream<Path> all = Files.walk(fixtures)) {
            for (Path file : all.filter(path -> path.toString().endsWith(".md")).toList()) {
                if (isOfLater(Files.readString(file))) {
                    Files.delete(file);
                }
            }
        }
    }

    private static boolean isOfLater(String fixture) {
        Matcher playbooks = PLAYBOOKS.matcher(fixture);
        return fixture.contains("STATUS: Completed")
                || playbooks.find() && playbooks.group(1).compareTo(EDITION) > 0;
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void without(Path file, String part) throws IOException {
        Files.writeString(file, Files.readString(file).replaceAll(part, ""));
    }
}
