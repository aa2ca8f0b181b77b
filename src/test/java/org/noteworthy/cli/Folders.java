package org.noteworthy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.edition.EditionFiles;
import org.noteworthy.playbooks.engine.RuleCache;

/** Copies of the rules folder that a test may spoil. */
public final class Folders {
    private Folders() {}

    /**
     * Copies the editions that this project began with into {@code target}, each as a folder that holds all of its files,
     * and without what the guide adds.
     */
    public static Path copyRules(Path target) throws IOException {
        for (String version : Library.open(Path.of("rules"), RuleCache.none()).versions()) {
            copyEdition(version, target.resolve(version));
        }
        GuideStart.clean(target);
        return target;
    }

    /** Copies the fixtures that rules copied so can be tested by into {@code target}. */
    public static void copyFixtures(Path target, Path rules) throws IOException {
        for (String part : List.of("rules", "notes", "inputs")) {
            copy(Path.of("test-fixtures", part), target.resolve(part));
        }
        GuideStart.clean(target, rules);
    }

    /** Copies one edition into {@code target}, as a folder that holds all of its files. */
    public static void copyEdition(String version, Path target) throws IOException {
        EditionFiles files = Library.written(Path.of("rules", version)).files();
        for (String name : files.names()) {
            Path file = target.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, files.content(name).orElseThrow());
        }
    }

    public static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> paths = Files.walk(source)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path copy = target.resolve(source.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }

    public static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Puts one text in place of another, which must be there. */
    public static void replace(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " does not hold " + from);
        }
        Files.writeString(file, text.replace(from, to));
    }

    /** Puts a row at the end of a table. */
    public static void append(Path table, String row) throws IOException {
        Files.write(table, List.of(row), StandardOpenOption.APPEND);
    }
}
