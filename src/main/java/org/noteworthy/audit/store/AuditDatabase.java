package org.noteworthy.audit.store;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.Link;

/**
 * The database that holds the audit log: an embedded one, or a PostgreSQL server.
 *
 * <p>A connection is opened for each use; there are few, and the one that writes is kept by whoever writes.
 */
public final class AuditDatabase implements AutoCloseable {
    private final DatabaseAddress address;
    private final DataSource source;
    private final @Nullable ChainEnds ends;
    private final boolean reading;
    private final Object oneAtATime = new Object();
    private volatile @Nullable Object place;

    private AuditDatabase(DatabaseAddress address, DataSource source, @Nullable ChainEnds ends, boolean reading) {
        this.address = address;
        this.source = source;
        this.ends = ends;
        this.reading = reading;
    }

    /**
     * Opens the database to be written, and makes or updates its tables.
     *
     * @throws AuditException if it cannot be reached, is in use, is damaged, ends before where it has ended already, or was
     *     written by a newer version
     */
    public static AuditDatabase open(DatabaseAddress address) {
        ChainEnds ends = compared(address);
        if (!address.shared()) {
            EmbeddedFile.make(address);
        }
        return new AuditDatabase(address, source(address, ""), ends, false).prepared();
    }

    /** Opens an audit log to be written that is there already; an embedded one is not made if it is missing. */
    public static AuditDatabase openExisting(DatabaseAddress address) {
        ChainEnds ends = compared(address);
        if (!address.shared() && !Files.exists(address.file())) {
            throw none(address);
        }
        return new AuditDatabase(address, source(address, ";IFEXISTS=TRUE"), ends, false).prepared();
    }

    /**
     * Opens an audit log to be read: nothing of it is changed, neither by opening nor by closing it.
     *
     * @throws AuditException if there is none, or for the same reasons as when it is written
     */
    public static AuditDatabase read(DatabaseAddress address) {
        ChainEnds ends = compared(address);
        if (ends != null && !EmbeddedFile.isWritten(address) && EmbeddedFile.isBare(address.file())) {
            throw none(address);
        }
        boolean alone = ends != null && !EmbeddedFile.isWritten(address);
        return new AuditDatabase(address, source(address, alone ? EmbeddedFile.READING : ""), ends, true).validated();
    }

    private static AuditException none(DatabaseAddress address) {
        return new AuditException("There is no audit log at " + address
                + ". Name another one with --database, or make one: noteworthy check --audit, or the service.");
    }

    private static @Nullable ChainEnds compared(DatabaseAddress address) {
        return address.shared() ? null : EmbeddedFile.compared(address);
    }

    /** Refuses an address that no database can have; whether one is there is another question. */
    public static void check(DatabaseAddress address) {
        source(address, "");
    }

    private static DataSource source(DatabaseAddress address, String settings) {
        return address.shared() ? PostgresqlServer.source(address) : EmbeddedFile.source(address, settings);
    }

    private AuditDatabase prepared() {
        return readied(schema -> {
            schema.migrate();
            opened();
        });
    }

    private AuditDatabase validated() {
        return readied(schema -> {
            if (!schema.validate()) {
                throw none(address);
            }
        });
    }

    private AuditDatabase readied(Consumer<Schema> how) {
        try {
            how.accept(new Schema(address, source));
            return this;
        } catch (AuditException e) {
            abandon();
            throw e;
        }
    }

    private void opened() {
        ChainEnds known = ends;
        if (known != null) {
            EmbeddedFile.written(address, true);
            place = EmbeddedFile.place(address);
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
        if (ends != null && !EmbeddedFile.isWritten(address)) {
            EmbeddedFile.abandon(source);
        }
    }

    /** What a failure of the database means to whoever runs it, in a sentence or two. */
    public String sentence(SQLException failure) {
        return DatabaseErrors.sentence(address, failure);
    }

    /** Where it lies. */
    public DatabaseAddress address() {
        return address;
    }

    /** A connection of its own, which commits each statement; to be closed by whoever asked. */
    public Connection connection() throws SQLException {
        Connection connection = source.getConnection();
        if (reading) {
            connection.setReadOnly(true);
        }
        return connection;
    }

    /** Does what takes one connection, and tells a failure as a sentence. */
    public <T> T with(Work<T> work) {
        try (Connection connection = connection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new AuditException(sentence(e), e);
        }
    }

    /** The same for what reads in several steps, all of which see the audit log as it stands at the first. */
    public <T> T reading(Work<T> work) {
        return with(connection -> {
            steady(connection);
            return work.on(connection);
        });
    }

    /** From now on the connection reads the audit log as it stands at its first statement, whatever others write or pruned. */
    static void steady(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
    }

    /**
     * Does in one transaction what lets decisions go or holds them, and nobody else does either meanwhile; recording goes
     * on.
     */
    public <T> T alone(Work<T> work) {
        synchronized (oneAtATime) {
            return with(connection -> {
                connection.setAutoCommit(false);
                if (address.shared()) {
                    new Sql(connection).update("lock table hold in share row exclusive mode");
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
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Returns when everything that was committed over the connection would survive a loss of power.
     *
     * <p>An embedded database writes a commit into its file at once, and {@code checkpoint sync} ends in an fsync of that
     * file, as a trace of the system calls shows: one write and one fsync for each group.
     */
    public void settle(Connection connection) throws SQLException {
        if (!address.shared()) { // PostgreSQL has done so when its commit returns
            new Sql(connection).update("checkpoint sync");
        }
    }

    /** Why what is written does not come to where the audit log lies; null where it does. */
    @Nullable
    public String misplaced() {
        Object opened = place;
        return opened == null || opened.equals(EmbeddedFile.place(address))
                ? null
                : "The file " + address
                        + " is not there any more, or another one is in its place. Put it back; or, if it is"
                        + " lost, start anew to begin another audit log.";
    }

    /**
     * Looks whether what was written came to where the audit log lies.
     *
     * @throws AuditException if it did not
     */
    public void checkPlace() {
        String reason = misplaced();
        if (reason != null) {
            throw new AuditException(reason);
        }
    }

    /**
     * Takes down that a chain ends there, which is on the disk: when told to now, and otherwise if that was not done for a
     * second. Is no reason to fail: what was taken down before stays true.
     */
    public void ended(Link end, boolean now) {
        if (ends != null) {
            ends.moved(end);
            if (now || ends.isLate()) {
                ends.save();
            }
        }
    }

    /** Whether a chain has an end that was not taken down yet. */
    public boolean isEndPending() {
        return ends != null && ends.isPending();
    }

    /** Lets an embedded database go, so that another process can open it; what was committed is on the disk then. */
    @Override
    public void close() {
        if (ends == null) {
            return;
        }
        if (reading) {
            abandon();
        } else {
            EmbeddedFile.leave(source);
            EmbeddedFile.written(address, false);
            ends.save();
        }
    }
}
