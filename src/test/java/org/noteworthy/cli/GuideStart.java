package org.noteworthy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.noteworthy.playbooks.Library;

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

    /** Takes out of a copy of the fixtures what such rules cannot be tested by. */
    static void clean(Path fixtures, Path rules) throws IOException {
        Set<String> known = new HashSet<>();
        for (Path edition : in(rules)) {
            if (Files.isDirectory(edition)) {
                Library.written(edition)
                        .rules()
                        .forEach(rule -> known.add(rule.rule().id()));
            }
        }
        for (Path ofRule : in(fixtures.resolve("rules"))) {
            if (!known.contains(ofRule.getFileName().toString())) {
                Folders.delete(ofRule);
            }
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
