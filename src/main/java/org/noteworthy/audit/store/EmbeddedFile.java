package org.noteworthy.audit.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.noteworthy.audit.AuditException;

/**
 * The file of an embedded audit log: how it is made, opened, looked at before anything is written to it, and left.
 *
 * <p>It is left as a process that is killed leaves it, after all was brought to the disk. Closed as H2 would by itself, it
 * is compacted in place, and what was there is gone where the disk has no room for that.
 */
public final class EmbeddedFile {
    /** Settings of an audit log that is only read: not a byte of it changes. */
    static final String READING = ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";

    /** The embedded databases that this process writes. */
    private static final Set<String> OPEN = ConcurrentHashMap.newKeySet();

    private static final int SECONDS = 10;

    private EmbeddedFile() {}

    static DataSource source(DatabaseAddress address, String settings) {
        JdbcDataSource embedded = new JdbcDataSource();
        // Nothing is written behind our back, and what was written is on the disk when we say so. Room that became free
        // is used again after 5 seconds, not 45: the database cannot know that the disk is told after each commit.
        embedded.setUrl("jdbc:h2:file:" + address.base()
                + ";WRITE_DELAY=0;RETENTION_TIME=5000;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=0"
                + ";TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=" + SECONDS * 1000 + settings);
        embedded.setUser("sa");
        embedded.setPassword("");
        return embedded;
    }

    /** Makes the folder and an empty file, for their owner alone, where they are not there yet. */
    static void make(DatabaseAddress address) {
        Path folder = Objects.requireNonNull(address.file().getParent());
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                }
            }
            if (!Files.exists(address.file())) {
                Files.createFile(address.file(), ownerOnly(folder, "rw-------"));
            }
        } catch (IOException e) {
            throw new AuditException(
                    "The folder " + folder
                            + " for the audit log cannot be made or written to. Check the permissions of it"
                            + " and above it, or name another place.",
                    e);
        }
    }

    /** How a file or folder is made that its owner alone may use, where there are such permissions. */
    public static FileAttribute<?>[] ownerOnly(Path place, String permissions) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Whether this process writes it. */
    static boolean isWritten(DatabaseAddress address) {
        return OPEN.contains(address.base());
    }

    /** From now on this process writes it, or not any more. */
    static void written(DatabaseAddress address, boolean now) {
        if (now) {
            OPEN.add(address.base());
        } else {
            OPEN.remove(address.base());
        }
    }

    /** Where the chains of the audit log end, which is read, and nothing written, before it is opened for good. */
    static ChainEnds compared(DatabaseAddress address) {
        ChainEnds ends = ChainEnds.beside(address);
        if (ends.isEmpty() || isWritten(address)) {
            return ends;
        }
        if (address.file().toFile().length() == 0) {
            throw ends.behind("the file is not there, or empty");
        }
        if (isBare(address.file())) {
            throw ends.behind("no decisions are there");
        }
        try (Connection connection = source(address, READING).getConnection()) {
            try (Statement statement = connection.createStatement()) {
                try {
                    ends.compare(connection);
                } finally {
                    statement.execute("shutdown immediately");
                }
            }
            return ends;
        } catch (SQLException e) {
            throw switch (e.getErrorCode()) {
                // As it stood when it was being made: without its user, or without tables.
                case 28000, 42102, 42103, 42104 -> ends.behind("no decisions are there");
                default -> new AuditException(DatabaseErrors.sentence(address, e), e);
            };
        }
    }

    /** Whether nothing was ever written to it, or it has gone back to before its beginning; one that cannot be read is another matter. */
    static boolean isBare(Path file) {
        if (file.toFile().length() == 0) {
            return true;
        }
        try (MVStore store =
                new MVStore.Builder().fileName(file.toString()).readOnly().open()) {
            return !store.hasMap("table.0"); // in which all other tables are written down
        } catch (MVStoreException e) {
            return false; // which the database tells when it is opened
        }
    }

    /** Brings what was written to the disk, and lets the file go without another byte. */
    static void leave(DataSource source) {
        execute(source, "checkpoint sync");
        execute(source, "shutdown immediately");
    }

    /** Lets the file go as it is. */
    static void abandon(DataSource source) {
        execute(source, "shutdown immediately");
    }

    private static void execute(DataSource source, String how) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(how);
        } catch (SQLException e) {
            // It is closed already, or broken, which was told where it was noticed.
        }
    }

    /** What tells the file from any other that could take its place; nothing like it where there is none. */
    static Object place(DatabaseAddress address) {
        try {
            Object key = Files.readAttributes(address.file(), BasicFileAttributes.class)
                    .fileKey();
            return key == null ? address.file() : key;
        } catch (IOException e) {
            return "nowhere";
        }
    }

    /** The permissions of a file, where there are such. */
    public static void like(Path file, Path other) throws IOException {
        if (other.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(other));
        }
    }
}
