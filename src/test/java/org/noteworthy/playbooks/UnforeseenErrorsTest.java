package org.noteworthy.playbooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.cli.OneRule;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.playbooks.engine.RuleCache;

/** An error that no reader of an edition foresees refuses that edition, and the folder is open all the same. */
class UnforeseenErrorsTest {
    @TempDir
    private Path temp;

    /** Archives take no options of links, and say so by an exception that is none of input or output. */
    @Test
    void editionsInAnArchive() throws IOException {
        Path edition = temp.resolve("2020-03-25");
        OneRule.copyTo(edition);
        try (FileSystem archive = FileSystems.newFileSystem(temp.resolve("rules.zip"), Map.of("create", "true"))) {
            Path rules = archive.getPath("/rules");
            copy(edition, rules.resolve("2020-03-25"));
            Library library = Library.open(rules, RuleCache.none());
            assertThat(library.diagnostics("2020-03-25"))
                    .extracting(Diagnostic::toString)
                    .containsExactly(
                            "2020-03-25/: This edition cannot be read, and the log says why. Take back what was"
                                    + " changed last.");
            assertThat(library.serving("2020-03-25")).isEmpty();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> paths = Files.walk(from)) {
            all = paths.toList();
        }
        for (Path path : all) {
            Path target = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(target);
            } else {
                Files.copy(path, target);
            }
        }
    }
}
