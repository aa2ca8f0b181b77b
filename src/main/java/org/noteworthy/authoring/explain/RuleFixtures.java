package org.noteworthy.authoring.explain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Names of the fixtures of rules: the files under {@code rules/RULE/} of a folder. What is in them is not read. */
public final class RuleFixtures {
    /** Where fixtures lie when nobody says otherwise: beside the rules folder. */
    private static final String FOLDER = "test-fixtures";

    /** The folder in it that has one for each rule. */
    public static final String RULES = "rules";

    private static final int DEPTH = 3;
    private static final int MOST = 1_000;

    private final Path folder;

    private RuleFixtures(Path folder) {
        this.folder = folder;
    }

    /** The fixtures in that folder, which need not be there. */
    public static RuleFixtures in(Path folder) {
        return new RuleFixtures(folder);
    }

    /** The fixtures in the folder {@code test-fixtures} beside a rules folder, which need not be there. */
    public static RuleFixtures beside(Path rules) {
        return new RuleFixtures(rules.toAbsolutePath().normalize().resolveSibling(FOLDER));
    }

    /** The folder that they lie in. */
    public Path folder() {
        return folder;
    }

    /** The path of a file within the folder, with forward slashes. */
    public String nameOf(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /**
     * Paths of a rule's fixtures within the folder, with forward slashes, sorted; the first thousand of them. Links are
     * passed over, so nothing outside the folder is looked at.
     */
    public List<String> of(String rule) {
        Path ofRule = folder.resolve(RULES).resolve(rule);
        if (!Files.isDirectory(ofRule, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(ofRule, DEPTH)) {
            return paths.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .limit(MOST)
                    .map(this::nameOf)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
