package org.noteworthy.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An edition with one rule, status-brief, and few rows in its tables: quick to change and to compile. */
public final class OneRule {
    private static final List<String> LONG_TABLES = List.of("words.csv", "natures.csv", "time-tasks.csv");

    private OneRule() {}

    public static void copyTo(Path edition) throws IOException {
        Folders.copy(Path.of("rules/2020-03-25"), edition);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(edition, "*.drl")) {
            for (Path file : files) {
                if (!file.endsWith("status-brief.drl")) {
                    Files.delete(file);
                }
            }
        }
        for (String table : LONG_TABLES) {
            Path file = edition.resolve("tables").resolve(table);
            Files.write(file, Files.readAllLines(file).subList(0, 2));
        }
        Path workloads = edition.resolve("tables/workloads.csv");
        Files.writeString(workloads, "code,name,timeTask,writtenAs,aliases,core\nCORE,Core,,,,yes\n");
    }
}
