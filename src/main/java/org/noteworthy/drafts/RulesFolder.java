package org.noteworthy.drafts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.edition.Diagnostics;
import org.noteworthy.playbooks.edition.EditionFiles;
import org.noteworthy.playbooks.edition.EditionFolder;

/**
 * The rules folder, as publishing changes it. An edition changes by one renaming: before it everybody reads the old
 * edition, after it the new one, and what is left to tidy up then is tidied up by whoever comes next.
 *
 * <p>An edition that is not there yet is written under a hidden name and renamed. One that is there is moved aside once the
 * new one lies ready under {@link EditionFolder#REPLACING}, which whoever reads the folder takes for the edition from then
 * on.
 */
final class RulesFolder {
    private static final String LOCK = ".publishing.lock";
    private static final String STAGED = ".staged-";
    private static final String RETIRED = ".retired-";
    private static final String FORGOTTEN = ".forgotten-";
    private static final int MOST_TRIES = 5;

    private final Path folder;
    private final KillPoint killPoint;

    /** Is told of each step of publishing, so that a test can end the process there. */
    interface KillPoint {
        void at(String step);

        KillPoint NONE = step -> {};
    }

    RulesFolder(Path folder, KillPoint killPoint) {
        this.folder = folder;
        this.killPoint = killPoint;
    }

    Path path() {
        return folder;
    }

    /** The own files of an edition as they lie there; empty where there is no such edition. */
    Optional<SortedMap<String, byte[]>> edition(String version) {
        for (int tries = 1; ; tries++) {
            Path path = EditionFolder.of(folder, version);
            Optional<Object> key = key(path);
            Optional<SortedMap<String, byte[]>> files = Optional.empty();
            DraftException failure = null;
            try {
                files = key.isEmpty() ? files : Optional.of(files(path));
            } catch (DraftException e) {
                failure = e;
            }
            boolean same = path.equals(EditionFolder.of(folder, version)) && key.equals(key(path));
            if (same || tries == MOST_TRIES) {
                if (failure != null) {
                    throw failure;
                }
                return files;
            } // else it was being replaced while it was read
        }
    }

    /** What tells a folder from another one that is put in its place; empty where there is none. */
    private static Optional<Object> key(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            Object key = attributes.fileKey();
            return attributes.isDirectory()
                    ? Optional.of(key == null ? attributes.creationTime() : key)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static SortedMap<String, byte[]> files(Path path) {
        Diagnostics diagnostics = new Diagnostics(EditionFolder.version(path));
        try {
            EditionFiles own = EditionFolder.own(path, diagnostics);
            if (!diagnostics.none()) {
                throw DraftException.conflict("The edition " + EditionFolder.version(path) + " cannot be read: "
                        + diagnostics.sorted().get(0) + " Correct it first.");
            }
            SortedMap<String, byte[]> files = new TreeMap<>();
            own.names().forEach(name -> files.put(name, own.content(name).orElseThrow()));
            return files;
        } catch (IOException | UncheckedIOException e) {
            throw DraftException.unavailable("The edition " + path + " cannot be read. Look at its permissions.");
        }
    }

    /** The file beside the editions of that name; empty where there is none. */
    Optional<byte[]> beside(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw DraftException.unavailable(file + " cannot be read. Look at its permissions.");
        }
    }

    /** Does something while nobody else publishes into this folder; refused while somebody does. */
    <T> T alone(Supplier<T> publishing) {
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw busy();
            }
            return publishing.get();
        } catch (OverlappingFileLockException e) {
            throw busy();
        } catch (IOException e) {
            throw DraftException.unavailable("Nothing can be published into " + folder
                    + ": it cannot be written. Look at its permissions and the room on its disk.");
        }
    }

    private static DraftException busy() {
        return DraftException.conflict("Somebody else is publishing at this moment. Try again when it is done.");
    }

    /** Lays an edition ready; nobody reads it yet. What lies in the old folder and belongs to no edition goes with it. */
    void stage(String version, Map<String, byte[]> files) {
        writing(() -> {
            Path staged = folder.resolve(STAGED + version);
            delete(staged);
            Files.createDirectory(staged);
            Path old = folder.resolve(version);
            if (Files.isDirectory(old)) {
                copyOthers(old, staged);
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path target = staged.resolve(file.getKey());
                Path home = Objects.requireNonNull(target.getParent());
                Files.createDirectories(home);
                Durable.writeNew(target, file.getValue());
                Durable.forceFolder(home);
            }
            Durable.forceFolder(staged);
            Durable.forceFolder(folder);
            killPoint.at("staged");
        });
    }

    /** Notes of the owners and hidden files, which no edition reads. */
    private static void copyOthers(Path old, Path staged) throws IOException {
        Path real = old.toRealPath();
        try (Stream<Path> paths = Files.walk(real)) {
            for (Path path : paths.toList()) {
                String name = real.relativize(path).toString().replace('\\', '/');
                Path target = staged.resolve(name);
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(target);
                } else if (!EditionFolder.belongs(name)) {
                    Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    /** Puts the edition that lies ready in force: the renaming that counts, and what follows it. */
    void putInForce(String version) {
        writing(() -> {
            Path named = folder.resolve(version);
            Path staged = folder.resolve(STAGED + version);
            if (Files.exists(named, LinkOption.NOFOLLOW_LINKS)) {
                Path replacing = folder.resolve(EditionFolder.REPLACING + version);
                Durable.move(staged, replacing);
                killPoint.at("ready");
                Durable.move(named, retired(version));
                killPoint.at("switched");
                Durable.move(replacing, named);
            } else {
                Durable.move(staged, named);
            }
            killPoint.at("in place");
        });
    }

    /** Takes an edition out of force. */
    void remove(String version) {
        writing(() -> {
            Durable.move(folder.resolve(version), retired(version));
            killPoint.at("removed");
        });
    }

    private Path retired(String version) throws IOException {
        forget(RETIRED, version);
        return folder.resolve(RETIRED + version);
    }

    /** Whether something was moved aside and is not the edition of that digest: somebody has changed it meanwhile. */
    boolean isRetiredOtherThan(String version, @Nullable String digest) {
        Path retired = folder.resolve(RETIRED + version);
        if (!Files.isDirectory(retired)) {
            return false;
        }
        try {
            return !Content.of(files(retired)).digest().equals(digest);
        } catch (DraftException e) { // nobody publishes what cannot be read
            return true;
        }
    }

    /** Throws away what was moved aside. */
    void forgetRetired(String version) {
        writing(() -> {
            forget(RETIRED, version);
        });
    }

    /** Throws a folder away that is none of an edition; renamed first, so that half of it is never taken for all of it. */
    private void forget(String kind, String version) throws IOException {
        Path forgotten = folder.resolve(FORGOTTEN + version);
        delete(forgotten);
        if (Files.exists(folder.resolve(kind + version), LinkOption.NOFOLLOW_LINKS)) {
            Durable.move(folder.resolve(kind + version), forgotten);
            killPoint.at("forgotten");
            delete(forgotten);
        }
    }

    /** Puts what was moved aside back: somebody had changed it at the last moment. */
    void putBack(String version) {
        writing(() -> {
            Path named = folder.resolve(version);
            Path staged = folder.resolve(STAGED + version);
            if (Files.exists(named, LinkOption.NOFOLLOW_LINKS)) {
                Durable.move(named, staged);
            }
            Durable.move(folder.resolve(RETIRED + version), named);
            delete(staged);
        });
    }

    /** Ends a replacement that was broken off behind the renaming that counts, and throws away one that was before it. */
    void tidyUp(String version) {
        writing(() -> {
            Path named = folder.resolve(version);
            Path replacing = folder.resolve(EditionFolder.REPLACING + version);
            if (Files.isDirectory(replacing)) {
                if (Files.exists(named, LinkOption.NOFOLLOW_LINKS)) {
                    forget(EditionFolder.REPLACING, version);
                } else {
                    Durable.move(replacing, named);
                }
            }
            delete(folder.resolve(STAGED + version));
            delete(folder.resolve(FORGOTTEN + version));
        });
    }

    /** Puts a file beside the editions in the place of what is there. */
    void putBeside(String name, byte[] content) {
        writing(() -> {
            Durable.write(folder.resolve(name), content);
            killPoint.at("in place");
        });
    }

    /** Takes a file beside the editions away. */
    void removeBeside(String name) {
        writing(() -> {
            Files.deleteIfExists(folder.resolve(name));
            Durable.forceFolder(folder);
            killPoint.at("removed");
        });
    }

    static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(path)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.delete(each);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void writing(Writing writing) {
        try {
            writing.run();
        } catch (IOException | UncheckedIOException e) {
            throw DraftException.unavailable("The rules folder " + folder + " cannot be written: " + e.getMessage()
                    + ". Look at its permissions and the room on its disk.");
        }
    }
}
