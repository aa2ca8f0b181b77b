package org.noteworthy.playbooks.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.noteworthy.playbooks.edition.EditionFiles;

/** The code of this product, as it lies on the disk: one jar, or the folder of its classes. */
final class OwnCode {
    private static final Logger LOG = Logger.getLogger(OwnCode.class.getName());

    private OwnCode() {}

    /** Computed when it is first asked for, and then kept. */
    private static final class Once {
        static final Optional<byte[]> HASH = place().flatMap(OwnCode::hash);
    }

    /** Hash over all of it; empty where it cannot be told from where it was loaded. */
    static Optional<byte[]> hash() {
        return Once.HASH;
    }

    private static Optional<Path> place() {
        CodeSource source = OwnCode.class.getProtectionDomain().getCodeSource();
        try {
            return source == null || source.getLocation() == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            LOG.log(Level.FINE, "The product's own code is not found, and compiled rules are not kept", e);
            return Optional.empty();
        }
    }

    /** Hash over the names and checksums of all that is in a jar, or over the names and contents of classes below a folder. */
    static Optional<byte[]> hash(Path place) {
        MessageDigest sha256 = EditionFiles.sha256();
        try {
            if (!Files.isDirectory(place)) {
                addJar(sha256, place);
                return Optional.of(sha256.digest());
            }
            try (Stream<Path> files = Files.walk(place)) {
                List<Path> classes = files.filter(file -> file.toString().endsWith(".class"))
                        .sorted()
                        .toList();
                for (Path file : classes) {
                    byte[] name = place.relativize(file).toString().getBytes(StandardCharsets.UTF_8);
                    sha256.update(ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                            .putInt(name.length)
                            .putLong(Files.size(file))
                            .flip());
                    sha256.update(name);
                    add(sha256, file);
                }
            }
            return Optional.of(sha256.digest());
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.FINE, "The product's own code cannot be read, and compiled rules are not kept", e);
            return Optional.empty();
        }
    }

    /**
     * Of each file its name, length and checksum, as the jar's own directory tells them: builds are told apart by that, and
     * reading megabytes of code would take a fifteenth of a check.
     */
    private static void addJar(MessageDigest sha256, Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] name = entry.getName().getBytes(StandardCharsets.UTF_8);
                sha256.update(ByteBuffer.allocate(Integer.BYTES + 2 * Long.BYTES)
                        .putInt(name.length)
                        .putLong(entry.getSize())
                        .putLong(entry.getCrc())
                        .flip());
                sha256.update(name);
            }
        }
    }

    private static void add(MessageDigest sha256, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] some = new byte[1 << 16];
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                sha256.update(some, 0, count);
            }
        }
    }
}
