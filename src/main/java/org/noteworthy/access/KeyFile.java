package org.noteworthy.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.text.Nearest;

/**
 * The file in which API keys are kept, by their hashes. It is changed as a whole and by one at a time, and only its owner
 * can read it.
 */
public final class KeyFile {
    /** The most keys in a file; of those that are no longer taken, the oldest make room. */
    public static final int MOST = 1_000;

    private static final int LARGEST = 1 << 20;

    private final Path file;

    /** The file of that name, which may not be there yet. */
    public KeyFile(Path file) {
        this.file = file;
    }

    /** A key that was made, and its secret, which is kept nowhere. */
    public record Made(ApiKey key, Secret secret) {}

    /** Its path. */
    Path path() {
        return file;
    }

    /**
     * All keys, the oldest first; none where there is no file.
     *
     * @throws AccessException if it cannot be read, or others may change it
     */
    public List<ApiKey> keys() {
        try {
            if (Files.size(file) > LARGEST) {
                throw new AccessException(
                        "The file of keys " + file + " is longer than " + LARGEST + " bytes, the limit.");
            }
            checkOwner();
            List<ApiKey> keys = read(Files.readAllBytes(file));
            if (keys.size() > MOST) {
                throw new AccessException("The file of keys " + file + " has more than " + MOST + " keys, the limit.");
            }
            return keys;
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new AccessException(
                    "The file of keys " + file + " cannot be read: " + Shown.of(String.valueOf(e.getMessage()))
                            + ". Mend it, or make keys anew in another file (noteworthy.access.keys).",
                    e);
        }
    }

    private List<ApiKey> read(byte[] content) throws IOException {
        try {
            return KeyJson.read(content);
        } catch (AccessException e) {
            throw new AccessException("The file of keys " + file + " cannot be used. " + e.sentence(), e);
        }
    }

    private void checkOwner() throws IOException {
        if (isPosix()) {
            Set<PosixFilePermission> others =
                    EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
            others.retainAll(Files.getPosixFilePermissions(file));
            if (!others.isEmpty()) {
                throw new AccessException("The file of keys " + file
                        + " can be changed by others than its owner, who could let themselves in. Run: chmod 600 "
                        + file);
            }
        }
    }

    /**
     * Makes a key, which is in force at once.
     *
     * @throws AccessException if there are too many, or the file cannot be written
     */
    public Made make(String name, Set<Role> roles, @Nullable Instant expires, Instant now) {
        if (expires != null && !now.isBefore(expires)) {
            throw new AccessException("A key that expires on " + expires.truncatedTo(ChronoUnit.SECONDS)
                    + " would never be taken. Name a later time.");
        }
        Secret secret = Secret.make();
        ApiKey key =
                new ApiKey(secret.id(), name, roles, secret.hash(), now.truncatedTo(ChronoUnit.SECONDS), expires, null);
        change(keys -> {
            List<ApiKey> all = new ArrayList<>(withRoom(keys, now));
            if (all.stream().anyMatch(each -> each.id().equals(key.id()))) {
                throw new AccessException("By chance there is a key " + key.id() + " already. Run this again.");
            }
            all.add(key);
            return all;
        });
        return new Made(key, secret);
    }

    private List<ApiKey> withRoom(List<ApiKey> keys, Instant now) {
        if (keys.size() < MOST) {
            return keys;
        }
        ApiKey oldest = keys.stream()
                .filter(key -> !key.isTaken(now))
                .min(Comparator.comparing(ApiKey::created))
                .orElseThrow(() -> new AccessException(
                        "There are " + MOST + " keys in " + file + ", the most. Revoke one that nobody needs."));
        return keys.stream().filter(key -> !key.equals(oldest)).toList();
    }

    /**
     * Revokes a key, for good.
     *
     * @throws AccessException if there is no such key
     */
    public ApiKey revoke(String id, Instant now) {
        change(keys -> {
            List<String> ids = keys.stream().map(ApiKey::id).toList();
            if (!ids.contains(id)) {
                throw new AccessException("There is no key \"" + Shown.of(id) + "\" in " + file + "."
                        + Nearest.maybe(id, ids, " noteworthy key list names those that there are."));
            }
            return keys.stream()
                    .map(key -> key.id().equals(id) && key.revoked() == null
                            ? key.revokedAt(now.truncatedTo(ChronoUnit.SECONDS))
                            : key)
                    .toList();
        });
        return keys().stream().filter(key -> key.id().equals(id)).findFirst().orElseThrow();
    }

    private void change(UnaryOperator<List<ApiKey>> change) {
        Path folder = file.toAbsolutePath().getParent();
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            synchronized (KeyFile.class) {
                try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock held = channel.lock()) {
                    if (held.isValid()) {
                        write(change.apply(keys()));
                    }
                }
            }
        } catch (IOException e) {
            throw new AccessException(
                    "The file of keys " + file + " cannot be written. Name a file in a folder that you may write to"
                            + " (--keys, or NOTEWORTHY_ACCESS_KEYS).",
                    e);
        }
    }

    /** Writes it beside and puts it in the place at once, so that nobody ever reads half of it. */
    private void write(List<ApiKey> keys) throws IOException {
        Path beside = Files.createTempFile(
                file.toAbsolutePath().getParent(), file.getFileName().toString(), ".new", ownerOnly());
        try {
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(KeyJson.written(keys));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private boolean isPosix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private FileAttribute<?>[] ownerOnly() {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
