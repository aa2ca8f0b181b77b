package org.noteworthy.drafts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/** Writes that are on the disk when they return, and of which nobody sees half. */
final class Durable {
    private Durable() {}

    /** Puts a file with that content in the place of what is there, if anything. */
    static void write(Path file, byte[] content) throws IOException {
        Path half = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            writeNew(half, content);
            move(half, file);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** Writes a file that is not there yet. */
    static void writeNew(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Renames, in one step. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(Objects.requireNonNull(to.toAbsolutePath().getParent()));
    }

    /** Makes sure that the names in a folder are on the disk, where the system can do that. */
    static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) { // Windows opens no folder; it writes names by itself
        }
    }
}
