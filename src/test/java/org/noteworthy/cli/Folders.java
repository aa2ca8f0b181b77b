package org.noteworthy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Copies of the rules folder that a test may spoil. */
public final class Folders {
    private Folders() {}

    /** Copies the three editions into {@code target}. */
    public static Path copyRules(Path target) throws IOException {
        copy(Path.of("rules"), target);
        return target;
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
