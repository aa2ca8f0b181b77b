package org.noteworthy.authoring.scaffold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.noteworthy.failure.UsageException;

/**
 * A file or folder that is written under a hidden name and then renamed: nobody reads half of it, and nothing that exists
 * is overwritten.
 */
final class Staged implements AutoCloseable {
    private final Path target;
    private final Path hidden;

    private Staged(Path target) {
        this.target = target;
        hidden = target.resolveSibling("." + target.getFileName() + ".new");
        requireFree(target);
        if (Files.exists(hidden, LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException(hidden + " is left from a command that was stopped. Delete it and try again.");
        }
    }

    /** An empty folder, to be filled. */
    static Staged folder(Path target) {
        Staged staged = new Staged(target);
        staged.writing(() -> Files.createDirectories(staged.hidden));
        return staged;
    }

    /** A file with that text. */
    static Staged file(Path target, String text) {
        Staged staged = new Staged(target);
        staged.writing(() -> {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.writeString(staged.hidden, text, StandardOpenOption.CREATE_NEW);
        });
        return staged;
    }

    private static void requireFree(Path target) {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException(target + " exists already. Choose another name.");
        }
    }

    /** Where it lies until it is published. */
    Path path() {
        return hidden;
    }

    /** Writes a file into the folder. */
    Path write(String name, byte[] content) {
        Path file = hidden.resolve(name);
        writing(() -> {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        });
        return file;
    }

    /** Gives it its name, which nothing else may have. */
    void publish() {
        requireFree(target);
        writing(() -> Files.move(hidden, target));
    }

    /** Removes what was not published. */
    @Override
    public void close() {
        writing(() -> {
            if (Files.exists(hidden, LinkOption.NOFOLLOW_LINKS)) {
                for (Path path : deepestFirst()) {
                    Files.delete(path);
                }
            }
        });
    }

    private List<Path> deepestFirst() throws IOException {
        try (Stream<Path> paths = Files.walk(hidden)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void writing(Writing writing) {
        try {
            writing.run();
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(target + " exists already. Choose another name.");
        } catch (IOException | UncheckedIOException e) {
            throw new UsageException(target + " cannot be written: " + e.getMessage() + ". Look at its permissions.");
        }
    }
}
