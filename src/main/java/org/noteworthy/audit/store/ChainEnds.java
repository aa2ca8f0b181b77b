package org.noteworthy.audit.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.Hashes;
import org.noteworthy.audit.Json;
import org.noteworthy.audit.Link;

/**
 * Where the chains of an embedded audit log ended not long ago, in a small file beside it: an embedded database whose file
 * lost its newest part opens as it stood before, and by itself nobody would notice.
 *
 * <p>One line of JSON for each chain, and one with the hash of those lines. It is written after what it tells of is on
 * the disk, so the audit log may be ahead of it, and never behind.
 */
public final class ChainEnds {
    private static final Logger LOG = Logger.getLogger("noteworthy.audit");
    private static final String ENDING = ".head";
    private static final long OFTEN = TimeUnit.SECONDS.toNanos(1);

    private final DatabaseAddress address;
    private final Path file;
    private final Map<String, Link> ends = new TreeMap<>();
    private String written = "";
    private long writtenAt = System.nanoTime() - OFTEN;
    private boolean pending;
    private boolean failureLogged;

    private ChainEnds(DatabaseAddress address) {
        this.address = address;
        file = Path.of(address.base() + ENDING);
    }

    /**
     * What stands beside that embedded database; nothing where it has no such file yet.
     *
     * @throws AuditException if it cannot be read, or is not as it was written
     */
    static ChainEnds beside(DatabaseAddress address) {
        ChainEnds read = new ChainEnds(address);
        Path folder = read.file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return read; // there is no place for an audit log, which is told where it is opened
        }
        try {
            read.written = Files.readString(read.file, StandardCharsets.ISO_8859_1);
            read.take();
            return read;
        } catch (NoSuchFileException e) {
            return read;
        } catch (IOException | RuntimeException e) {
            throw new AuditException(
                    read.file + ", which says where the audit log at " + address
                            + " ended, cannot be read or was changed: " + e.getMessage()
                            + ". Nothing was touched. Put a copy of both files back; or, if decisions may be missing,"
                            + " remove " + read.file + ": then the audit log goes on from what is there.",
                    e);
        }
    }

    private void take() throws IOException {
        List<String> lines = written.lines().toList();
        int last = lines.size() - 1;
        if (last < 0 || !written.equals(closed(lines.subList(0, last)))) {
            throw new IOException("its last line is not the hash of the others");
        }
        for (String line : lines.subList(0, last)) {
            Link end = read(line);
            ends.put(end.chain(), end);
        }
    }

    private static Link read(String line) throws IOException {
        Map<String, String> fields = new TreeMap<>();
        try (JsonParser json = Json.FACTORY.createParser(line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                fields.put(field, json.getText());
            }
        }
        return new Link(
                Objects.requireNonNull(fields.get("chain")),
                Long.parseLong(Objects.requireNonNull(fields.get("seq"))),
                Objects.requireNonNull(fields.get("hash")));
    }

    /** Whether it tells of no chain. */
    boolean isEmpty() {
        return ends.isEmpty();
    }

    /**
     * Refuses an audit log that ends before where it has ended already, or otherwise; and remembers where it ends now.
     *
     * @throws AuditException if it does
     */
    void compare(Connection connection) throws SQLException {
        AuditDao dao = new AuditDao(connection);
        PolicyChangeDao changes = new PolicyChangeDao(connection);
        for (Link end : List.copyOf(ends.values())) {
            boolean ofChanges = end.chain().equals(PolicyChangeDao.CHAIN);
            Link found = ofChanges ? changes.link() : dao.link(end.chain());
            if (found.seq() < end.seq()) {
                throw behind(
                        end,
                        found.seq() == 0
                                ? "no " + entry(end) + " of it is there"
                                : "it ends at " + entry(end) + " " + found.seq());
            }
            if (!(ofChanges ? changes.knows(end) : dao.knows(end))) {
                throw behind(end, "another " + entry(end) + " stands in that place");
            }
            moved(found);
        }
    }

    /** What the lines of a chain are. */
    private static String entry(Link end) {
        return end.chain().equals(PolicyChangeDao.CHAIN) ? "policy change" : "decision";
    }

    /** What is said where nothing at all is there. */
    AuditException behind(String found) {
        return behind(ends.values().iterator().next(), found);
    }

    private AuditException behind(Link expected, String found) {
        return new AuditException("The audit log at " + address + " is not what it was: " + expected.chain()
                + " went up to " + entry(expected) + " " + expected.seq() + " ("
                + expected.hash().substring(0, 12) + "…), as " + file
                + " says, but " + found + ". Its file was damaged, or an older one was put in its place. Nothing was"
                + " touched. Put a copy of both files back; or, if the loss is accepted, remove " + file
                + ": then the audit log goes on from what is there.");
    }

    /** Takes the ends of all chains from the audit log, where nothing was known of them. */
    synchronized void takeFrom(Connection connection) throws SQLException {
        AuditDao dao = new AuditDao(connection);
        for (String chain : dao.chains()) {
            moved(dao.link(chain));
        }
        moved(new PolicyChangeDao(connection).link());
    }

    /** A chain ends there from now on, and that is on the disk. */
    synchronized void moved(Link end) {
        if (end.seq() > 0 && !end.equals(ends.put(end.chain(), end))) {
            pending = true;
        }
    }

    /** Whether something has moved since it was written. */
    synchronized boolean isPending() {
        return pending;
    }

    /** The same, and that is a second ago. */
    synchronized boolean isLate() {
        return pending && System.nanoTime() - writtenAt >= OFTEN;
    }

    /** Writes the file anew, in one step; where that fails, only logs it, and once. */
    synchronized void save() {
        try {
            write();
            failureLogged = false;
        } catch (IOException e) {
            if (!failureLogged) {
                failureLogged = true;
                LOG.warning("Where the audit log at " + address + " ends cannot be written beside it: " + e
                        + ". Recording goes on; if the file were damaged, the newest decisions might not be missed."
                        + " Check the free space on the disk and the permissions of the folder.");
            }
        }
    }

    private void write() throws IOException {
        String text = closed(ends.values().stream().map(ChainEnds::line).toList());
        if (ends.isEmpty() || text.equals(written)) {
            pending = false;
            return;
        }
        writtenAt = System.nanoTime();
        Path fresh = Path.of(file + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                EmbeddedFile.ownerOnly(fresh, "rw-------"))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
        syncFolder(file);
        written = text;
        pending = false;
    }

    /** Brings the name of a file to the disk. */
    public static void syncFolder(Path file) {
        try (FileChannel folder = FileChannel.open(Objects.requireNonNull(file.getParent()))) {
            folder.force(true);
        } catch (IOException e) {
            // Some systems open no folders; the name is on the disk a little later then, and the older one may be
            // behind.
        }
    }

    private static String line(Link end) {
        return "{\"chain\":" + ascii(Json.quoted(end.chain())) + ",\"seq\":" + end.seq() + ",\"hash\":\"" + end.hash()
                + "\"}";
    }

    /** Letters beyond ASCII as JSON escapes them, so that a garbled byte is told by the hash and by nothing before it. */
    private static String ascii(String json) {
        StringBuilder text = new StringBuilder();
        json.chars().forEach(letter -> {
            if (letter < 128) {
                text.append((char) letter);
            } else {
                text.append(String.format("\\u%04x", letter));
            }
        });
        return text.toString();
    }

    /** The lines as they stand in the file, and the hash of them behind. */
    private static String closed(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        String hash = new Hashes().of(text.toString().getBytes(StandardCharsets.ISO_8859_1));
        return text + "{\"hash\":\"" + hash + "\"}\n";
    }
}
