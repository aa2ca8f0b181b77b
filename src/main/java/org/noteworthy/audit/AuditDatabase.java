package org.noteworthy.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database that holds the record of decisions: an embedded one, or a PostgreSQL server.
 *
 * <p>A connection is opened for each use; there are few, and the one that writes is kept by whoever writes.
 */
public final class AuditDatabase implements AutoCloseable {
    private static final int SECONDS = 10;

    private static final Logger LOG = Logger.getLogger("noteworthy.audit");

    /** The embedded databases that this process has open: their files are being written, and are not looked at. */
    private static final Set<String> OPEN = ConcurrentHashMap.newKeySet();

    private final DatabaseAddress address;
    private final DataSource source;
    private final @Nullable ChainEnds ends;
    private final Object oneAtATime = new Object();
    private volatile boolean compacting;
    private volatile boolean endTold;

    private AuditDatabase(DatabaseAddress address, DataSource source, @Nullable ChainEnds ends) {
        this.address = address;
        this.source = source;
        this.ends = ends;
    }

    /**
     * Opens the database, and makes or updates its tables.
     *
     * @throws AuditException if it cannot be reached, is in use, is damaged, ends before where it has ended already, or was
     *     written by a newer version
     */
    public static AuditDatabase open(DatabaseAddress address) {
        if (!address.shared()) {
            makeFolder(address.file());
        }
        return prepared(new AuditDatabase(address, source(address, ""), compared(address)));
    }

    /** Opens a record that is there already, to be read; an embedded one is not made if it is missing. */
    public static AuditDatabase openExisting(DatabaseAddress address) {
        ChainEnds ends = compared(address);
        if (!address.shared() && !Files.exists(address.file())) {
            throw new AuditException("There is no record of decisions at " + address.file()
                    + ". Name another one with --database, or make one: noteworthy check --audit, or the service.");
        }
        return prepared(new AuditDatabase(address, source(address, ";IFEXISTS=TRUE"), ends));
    }

    /** Where the chains of an embedded record end, which is read, and nothing written, before it is opened for good. */
    private static @Nullable ChainEnds compared(DatabaseAddress address) {
        if (address.shared()) {
            return null;
        }
        ChainEnds ends = ChainEnds.beside(address);
        if (ends.isEmpty() || OPEN.contains(address.base())) {
            return ends;
        }
        if (address.file().toFile().length() == 0) {
            throw ends.behind("the file is not there, or empty");
        }
        if (isBare(address.file())) {
            throw ends.behind("no decisions are there");
        }
        try (Connection connection =
                source(address, ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r").getConnection()) {
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
                default -> new AuditException(Trouble.sentence(address, e), e);
            };
        }
    }

    /** Whether an embedded database has gone back to before its beginning; one that cannot be read is another matter. */
    private static boolean isBare(Path file) {
        try (MVStore store =
                new MVStore.Builder().fileName(file.toString()).readOnly().open()) {
            return !store.hasMap("table.0"); // in which all other tables are written down
        } catch (MVStoreException e) {
            return false; // which the database tells when it is opened
        }
    }

    /** Refuses an address that no database can have; whether one is there is another question. */
    static void check(DatabaseAddress address) {
        source(address, "");
    }

    private static DataSource source(DatabaseAddress address, String settings) {
        if (address.shared()) {
            PGSimpleDataSource postgresql = new PGSimpleDataSource();
            try {
                postgresql.setUrl(address.where());
            } catch (IllegalArgumentException e) {
                throw new AuditException(
                        "The address " + address + " is none that PostgreSQL knows. It looks like"
                                + " jdbc:postgresql://localhost:5432/noteworthy.",
                        e);
            }
            if (address.user() != null) {
                postgresql.setUser(address.user());
            }
            if (address.password() != null) {
                postgresql.setPassword(address.password());
            }
            postgresql.setConnectTimeout(SECONDS);
            postgresql.setSocketTimeout(3 * SECONDS);
            postgresql.setTcpKeepAlive(true);
            return postgresql;
        }
        JdbcDataSource embedded = new JdbcDataSource();
        // Nothing is written behind our back, and what was written is on the disk when we say so. Room that became free
        // is used again after 5 seconds, not 45: the database cannot know that the disk is told after each commit.
        embedded.setUrl("jdbc:h2:file:" + address.base()
                + ";WRITE_DELAY=0;RETENTION_TIME=5000;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE"
                + ";TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=" + SECONDS * 1000 + settings);
        embedded.setUser("sa");
        embedded.setPassword("");
        return embedded;
    }

    private static void makeFolder(Path file) {
        Path folder = Objects.requireNonNull(file.getParent());
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                }
            }
        } catch (IOException e) {
            throw new AuditException(
                    "The folder " + folder
                            + " for the record of decisions cannot be made. Look at the permissions above"
                            + " it, or name another place.",
                    e);
        }
    }

    private static AuditDatabase prepared(AuditDatabase database) {
        try {
            Flyway.configure(AuditDatabase.class.getClassLoader())
                    .dataSource(database.source)
                    .resourceProvider(new Schema())
                    .javaMigrationClassProvider(List::of)
                    .table("schema_version")
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
            database.opened();
            return database;
        } catch (FlywayValidateException e) {
            database.abandon();
            throw new AuditException(
                    "The record of decisions at " + database.address
                            + " was written by a newer version of noteworthy, or its tables were changed by hand. Use the"
                            + " version that wrote it.",
                    e);
        } catch (FlywayException e) {
            throw database.unusable(e);
        }
    }

    private void opened() {
        ChainEnds known = ends;
        if (known != null) {
            OPEN.add(address.base());
            if (known.isEmpty()) {
                with(connection -> {
                    known.takeFrom(connection);
                    return known;
                });
            }
        }
    }

    /** Leaves an embedded database as it is, so that it can be opened by whoever can use it. */
    private void abandon() {
        if (ends != null && !OPEN.contains(address.base())) {
            shutDown("shutdown immediately");
        }
    }

    private AuditException unusable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return new AuditException(sentence(sql), failure);
            }
        }
        return new AuditException(
                "The record of decisions at " + address + " cannot be made ready for use: " + failure.getMessage(),
                failure);
    }

    /** What a failure of the database means to whoever runs it, in a sentence or two. */
    String sentence(SQLException failure) {
        return Trouble.sentence(address, failure);
    }

    /** Where it lies. */
    public DatabaseAddress address() {
        return address;
    }

    /** A connection of its own, which commits each statement; to be closed by whoever asked. */
    Connection connection() throws SQLException {
        return source.getConnection();
    }

    /** Does what takes one connection, and tells a failure as a sentence. */
    <T> T with(Work<T> work) {
        try (Connection connection = connection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new AuditException(sentence(e), e);
        }
    }

    /** The same for what reads in several steps, all of which see the record as it stands at the first. */
    <T> T reading(Work<T> work) {
        return with(connection -> {
            steady(connection);
            return work.on(connection);
        });
    }

    /** From now on the connection reads the record as it stands at its first statement, whatever others write or let go. */
    static void steady(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
    }

    /**
     * Does in one transaction what lets decisions go or holds them, and nobody else does either meanwhile; recording goes
     * on.
     */
    <T> T alone(Work<T> work) {
        synchronized (oneAtATime) {
            return with(connection -> {
                connection.setAutoCommit(false);
                if (address.shared()) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("lock table hold in share row exclusive mode");
                    }
                }
                try {
                    T done = work.on(connection);
                    connection.commit();
                    settle(connection);
                    connection.commit();
                    return done;
                } catch (SQLException | RuntimeException e) {
                    connection.rollback();
                    throw e;
                }
            });
        }
    }

    /** Something that is done over a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Returns when everything that was committed over the connection would survive a loss of power.
     *
     * <p>An embedded database writes a commit into its file at once, and {@code checkpoint sync} ends in an fsync of that
     * file, as a trace of the system calls shows: one write and one fsync for each group.
     */
    void settle(Connection connection) throws SQLException {
        if (!address.shared()) { // PostgreSQL has done so when its commit returns
            try (Statement statement = connection.createStatement()) {
                statement.execute("checkpoint sync");
            }
        }
    }

    /**
     * Takes down that a chain ends there, which is on the disk: when told to now, and otherwise if that was not done for a
     * second. Is no reason to fail: what was taken down before stays true.
     */
    void ended(Link end, boolean now) {
        if (ends != null) {
            ends.moved(end);
            if (now || ends.isLate()) {
                takeDown(ends);
            }
        }
    }

    /** Whether a chain has an end that was not taken down yet. */
    boolean isEndPending() {
        return ends != null && ends.isPending();
    }

    private void takeDown(ChainEnds known) {
        try {
            known.write();
            endTold = false;
        } catch (IOException e) {
            if (!endTold) {
                endTold = true;
                LOG.warning("Where the record of decisions at " + address + " ends cannot be written beside it: " + e
                        + ". Recording goes on; if the file were damaged, the newest decisions might not be missed."
                        + " Look at the room on the disk and the permissions of the folder.");
            }
        }
    }

    /** Gives the room of what was let go back to the disk when the database is closed; PostgreSQL does so by itself. */
    public void compact() {
        compacting = true;
    }

    /** Lets an embedded database go, so that another process can open it. */
    @Override
    public void close() {
        if (ends != null) {
            shutDown(compacting ? "shutdown compact" : "shutdown");
            OPEN.remove(address.base());
            takeDown(ends);
        }
    }

    private void shutDown(String how) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(how);
        } catch (SQLException e) {
            // It is closed already, or broken, which was told where it was noticed.
        }
    }
}
