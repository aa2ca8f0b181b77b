package org.noteworthy.playbooks.edition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads files that lie inside a folder, and none that lies elsewhere, whoever swaps links meanwhile: from the folder on,
 * each step is taken from where the one before has led, and no link is followed.
 */
final class FolderReader {
    private static final Set<OpenOption> OPENING = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    private static final int DEEPEST = 3;

    private final Path bounds;

    /** Reads in a folder that is named by its real path. */
    FolderReader(Path bounds) {
        this.bounds = bounds;
    }

    /** Whether a path, through links, leads to something inside the folder. */
    boolean holds(Path path) throws IOException {
        return path.toRealPath().startsWith(bounds);
    }

    /** Whether a file has names outside of the folder too, as hard links give it. */
    boolean sharesWithOutside(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return false;
        }
        int names = (int) Files.getAttribute(path, "unix:nlink");
        return names > 1 && names > namesInside(key(path));
    }

    private long namesInside(Object key) throws IOException {
        try (Stream<Path> paths = Files.walk(bounds, DEEPEST)) {
            return paths.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS) && key.equals(key(each)))
                    .count();
        } catch (UncheckedIOException e) { // a folder that cannot be looked into holds none of them, as far as is known
            return 0;
        }
    }

    private static Object key(Path path) {
        try {
            return Objects.requireNonNullElse(
                    Files.readAttributes(path, BasicFileAttributes.class).fileKey(), path);
        } catch (IOException e) {
            return path;
        }
    }

    /** The beginning of a file, up to that many bytes. */
    byte[] read(Path path, int most) throws IOException {
        Path real = path.toRealPath();
        if (!real.startsWith(bounds)) {
            throw new IOException("It lies outside by now");
        }
        try (DirectoryStream<Path> folder = Files.newDirectoryStream(bounds)) {
            if (folder instanceof SecureDirectoryStream<Path> secure) {
                return read(secure, bounds.relativize(real), most);
            }
            return start(Files.newByteChannel(real, OPENING), most);
        }
    }

    private static byte[] read(SecureDirectoryStream<Path> folder, Path inside, int most) throws IOException {
        if (inside.getNameCount() == 1) {
            return start(folder.newByteChannel(inside, OPENING), most);
        }
        try (SecureDirectoryStream<Path> next =
                folder.newDirectoryStream(inside.getName(0), LinkOption.NOFOLLOW_LINKS)) {
            return read(next, inside.subpath(1, inside.getNameCount()), most);
        }
    }

    private static byte[] start(SeekableByteChannel file, int most) throws IOException {
        try (SeekableByteChannel opened = file) {
            return Channels.newInputStream(opened).readNBytes(most);
        }
    }
}
