package org.noteworthy.drafts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.noteworthy.notes.text.Nearest;

/**
 * Drafts in a folder: a folder for each, with what it is in {@code draft.json} and what is in its files, each content once,
 * under {@code objects}. A draft is replaced as a whole or not at all.
 */
final class DraftStore {
    private static final String DRAFT = "draft.json";
    private static final String OBJECTS = "objects";
    private static final long LARGEST_DRAFT = 8 << 20;
    private static final long MOST_KEPT = 32L << 20;
    private static final int MOST_SAVES = 200;
    private static final long MOST_REMEMBERED = 32L << 20;

    private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private final Path folder;
    private final ReentrantLock inProcess;
    private final Map<String, Read> read = new ConcurrentHashMap<>();
    private final AtomicLong remembered = new AtomicLong();

    /** A draft as it was read, and what of its file tells whether it is still the same. */
    private record Read(Object stamp, Draft draft) {}

    DraftStore(Path folder) {
        this.folder = folder;
        inProcess = LOCKS.computeIfAbsent(folder.toAbsolutePath().normalize(), path -> new ReentrantLock());
    }

    /** All drafts, by name; {@code damaged} are those that cannot be read. */
    record Listing(List<Draft> drafts, List<String> damaged) {}

    Listing all() {
        List<Draft> drafts = new ArrayList<>();
        List<String> damaged = new ArrayList<>();
        for (String name : names()) {
            try {
                read(name).ifPresent(drafts::add);
            } catch (IOException e) {
                damaged.add(name);
            }
        }
        return new Listing(List.copyOf(drafts), List.copyOf(damaged));
    }

    /** Names of all drafts, sorted. */
    List<String> names() {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString())
                    .filter(name -> DraftName.isName(name)
                            && Files.exists(folder.resolve(name).resolve(DRAFT)))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw unavailable("read");
        }
    }

    /** The draft of that name. */
    Draft find(String name) {
        try {
            Optional<Draft> found = DraftName.isName(name) ? read(name) : Optional.empty();
            return found.orElseThrow(() -> DraftException.unknown("There is no draft of that name."
                    + Nearest.maybe(name, names(), " List them to see their names.")));
        } catch (IOException e) {
            throw DraftException.unavailable("The draft " + name + " cannot be read: "
                    + folder.resolve(name).resolve(DRAFT)
                    + " is damaged. Restore it from a backup, or delete its folder.");
        }
    }

    /** Whether there is a draft of that name; a folder that was broken off before it became one is none. */
    boolean exists(String name) {
        return Files.exists(folder.resolve(name).resolve(DRAFT), LinkOption.NOFOLLOW_LINKS);
    }

    private Optional<Draft> read(String name) throws IOException {
        Path file = folder.resolve(name).resolve(DRAFT);
        try {
            Object stamp = stamp(file);
            Read known = read.get(name);
            if (known != null && known.stamp().equals(stamp)) {
                return Optional.of(known.draft());
            }
            long size = Files.size(file);
            if (size > LARGEST_DRAFT) {
                throw new IOException("too large");
            }
            Draft draft = DraftJson.read(Files.readAllBytes(file));
            if (!draft.name().equals(name)) {
                throw new IOException("another draft");
            }
            remember(name, new Read(stamp, draft), size);
            return Optional.of(draft);
        } catch (NoSuchFileException e) {
            read.remove(name);
            return Optional.empty();
        }
    }

    /** What is remembered is forgotten as a whole when it is too much; it is read again then. */
    private void remember(String name, Read draft, long size) {
        if (remembered.addAndGet(size) > MOST_REMEMBERED) {
            read.clear();
            remembered.set(size);
        }
        read.put(name, draft);
    }

    /** Each save makes another file, so its key, size and time say whether it is the same. */
    private static Object stamp(Path file) throws IOException {
        var attributes = Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class);
        return List.of(attributes.lastModifiedTime(), attributes.size(), String.valueOf(attributes.fileKey()));
    }

    /** Bytes of that hash, as a draft has kept them. */
    byte[] content(String name, String hash) {
        Path file = folder.resolve(name).resolve(OBJECTS).resolve(hash);
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (Content.hashOf(bytes).equals(hash)) {
                return bytes;
            }
        } catch (IOException e) {
            // told below
        }
        throw DraftException.unavailable("A file of the draft " + name + " cannot be read: " + file
                + " is missing or was changed. Restore it from a backup, or discard the draft.");
    }

    /** Whether a draft has kept bytes of that hash. */
    boolean has(String name, String hash) {
        return Files.exists(folder.resolve(name).resolve(OBJECTS).resolve(hash));
    }

    /** Keeps bytes for a draft; tells their hash. */
    String keep(String name, byte[] bytes) {
        String hash = Content.hashOf(bytes);
        try {
            Path objects = Files.createDirectories(folder.resolve(name).resolve(OBJECTS));
            if (!has(name, hash)) {
                Durable.write(objects.resolve(hash), bytes);
            }
            return hash;
        } catch (IOException e) {
            throw unavailable("written");
        }
    }

    /** Puts a draft in the place of what it was before. What only old saves need is thrown away when it is too much. */
    void save(Draft draft) {
        try {
            Draft kept = trimmed(draft);
            Files.createDirectories(folder.resolve(draft.name()));
            Durable.write(folder.resolve(draft.name()).resolve(DRAFT), DraftJson.write(kept));
        } catch (IOException e) {
            throw unavailable("written");
        }
    }

    private Draft trimmed(Draft draft) throws IOException {
        List<Draft.Save> saves = draft.history();
        Path objects = folder.resolve(draft.name()).resolve(OBJECTS);
        boolean tooMany = saves.size() > MOST_SAVES;
        if (!tooMany && size(objects) <= MOST_KEPT) {
            return draft;
        }
        Draft shorter = draft.keeping(latest(saves, tooMany ? MOST_SAVES / 2 : 1));
        Set<String> needed = new HashSet<>(shorter.content().files().values());
        needed.addAll(shorter.base().content().files().values());
        for (Draft.Save save : shorter.history()) {
            for (Draft.FileChange change : save.changes()) {
                needed.add(String.valueOf(change.before()));
                needed.add(String.valueOf(change.after()));
            }
        }
        try (Stream<Path> paths = Files.list(objects)) {
            for (Path path : paths.toList()) {
                if (!needed.contains(path.getFileName().toString())) {
                    Files.deleteIfExists(path);
                }
            }
        }
        return shorter;
    }

    /** The latest saves, and before them the last one of everybody else: whose work a draft is, is never forgotten. */
    private static List<Draft.Save> latest(List<Draft.Save> saves, int most) {
        List<Draft.Save> latest = new ArrayList<>();
        Set<String> people = new HashSet<>();
        for (int i = saves.size() - 1; i >= 0; i--) {
            boolean first = people.add(saves.get(i).by().name());
            if (first || saves.size() - i <= most) {
                latest.add(0, saves.get(i));
            }
        }
        return latest;
    }

    private static long size(Path objects) throws IOException {
        if (!Files.isDirectory(objects)) {
            return 0;
        }
        long size = 0;
        try (Stream<Path> paths = Files.list(objects)) {
            for (Path path : paths.toList()) {
                size += Files.size(path);
            }
        }
        return size;
    }

    /** Does something while nobody else changes any draft, in this process or another. */
    <T> T alone(Supplier<T> change) {
        inProcess.lock();
        try {
            if (inProcess.getHoldCount() > 1) {
                return change.get();
            }
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw unavailable("locked");
                }
                return change.get();
            }
        } catch (IOException e) {
            throw unavailable("written");
        } finally {
            inProcess.unlock();
        }
    }

    private DraftException unavailable(String how) {
        return DraftException.unavailable("The drafts in " + folder + " cannot be " + how
                + ". Look at the permissions of the folder and the room on its disk.");
    }
}
