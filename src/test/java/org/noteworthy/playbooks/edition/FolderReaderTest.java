package org.noteworthy.playbooks.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in a folder is read, and nothing else, also while somebody swaps it. */
class FolderReaderTest {
    @TempDir
    private Path temp;

    private Path inside;
    private Path outside;

    @BeforeEach
    void write() throws IOException {
        inside = Files.createDirectories(temp.toRealPath().resolve("inside"));
        outside = Files.createDirectories(temp.toRealPath().resolve("outside"));
        Files.writeString(Files.createDirectories(inside.resolve("a")).resolve("file"), "inside");
        Files.writeString(Files.createDirectories(outside.resolve("a")).resolve("file"), "outside");
    }

    @Test
    void followsLinksThatStayInside() throws IOException {
        Files.createSymbolicLink(inside.resolve("link"), Path.of("a/file"));
        assertThat(read(inside.resolve("link"))).isEqualTo("inside");
        Files.createSymbolicLink(inside.resolve("out"), outside.resolve("a/file"));
        assertThatThrownBy(() -> read(inside.resolve("out"))).isInstanceOf(IOException.class);
    }

    @Test
    void readsNoMoreThanIsAsked() throws IOException {
        assertThat(new FolderReader(inside).read(inside.resolve("a/file"), 3)).hasSize(3);
    }

    @Test
    void readsNothingFromOutsideWhileLinksAreSwapped() throws Exception {
        Path shown = inside.resolve("shown");
        AtomicBoolean done = new AtomicBoolean();
        Thread swapping = new Thread(() -> {
            for (int i = 0; !done.get(); i++) {
                point(shown, i % 2 == 0 ? inside.resolve("a") : outside.resolve("a"), i);
            }
        });
        point(shown, inside.resolve("a"), -1);
        swapping.start();
        try {
            int read = 0;
            for (int i = 0; i < 5_000; i++) {
                try {
                    assertThat(read(shown.resolve("file"))).isEqualTo("inside");
                    read++;
                } catch (IOException e) {
                    // it led outside, or nowhere
                }
            }
            assertThat(read).isPositive();
        } finally {
            done.set(true);
            swapping.join();
        }
    }

    private String read(Path path) throws IOException {
        return new String(new FolderReader(inside).read(path, 100), StandardCharsets.UTF_8);
    }

    private static void point(Path link, Path target, int number) {
        try {
            Path fresh = link.resolveSibling("fresh" + number);
            Files.createSymbolicLink(fresh, target);
            Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
