package org.noteworthy.audit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.resource.LoadableResource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database that holds the record of decisions: an embedded one, or a PostgreSQL server.
 *
 * <p>A connection is opened for each use; there are few, and the one that writes is kept by whoever writes.
 */
public final class AuditDatabase implements AutoCloseable {
    private static final int SECONDS = 10;
    private static final String SCHEMA = "V1__decisions.sql";

    private final DatabaseAddress address;
    private final DataSource source;
    private final Object oneAtATime = new Object();
    private volatile boolean compacting;

    private AuditDatabase(DatabaseAddress address, DataSource source) {
        this.address = address;
        this.source = source;
    }

    /**
     * Opens the database, and makes or updates its tables.
     *
     * @throws AuditException if it cannot be reached, is in use, is damaged, or was written by a newer version
     */
    public static AuditDatabase open(DatabaseAddress address) {
        if (!address.shared()) {
            makeFolder(address.file());
        }
        return prepared(new AuditDatabase(address, source(address, true)));
    }

    /** Opens a record that is there already, to be read; an embedded one is not made if it is missing. */
    public static AuditDatabase openExisting(DatabaseAddress address) {
        if (!address.shared() && !Files.exists(address.file())) {
            throw new AuditException("There is no record of decisions at " + address.file()
                    + ". Name another one with --database, or make one: noteworthy check --audit, or the service.");
        }
        return prepared(new AuditDatabase(address, source(address, false)));
    }

    /** Refuses an address that no database can have; whether one is there is another question. */
    static void check(DatabaseAddress address) {
        source(address, false);
    }

    private static DataSource source(DatabaseAddress address, boolean create) {
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
        // Nothing is written behind our back, and what was written is on the disk when we say so.
        embedded.setUrl("jdbc:h2:file:" + address.base() + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE"
                + ";TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=" + SECONDS * 1000 + (create ? "" : ";IFEXISTS=TRUE"));
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
            return database;
        } catch (FlywayValidateException e) {
            throw new AuditException(
                    "The record of decisions at " + database.address
                            + " was written by a newer version of noteworthy, or its tables were changed by hand. Use the"
                            + " version that wrote it.",
                    e);
        } catch (FlywayException e) {
            throw database.unusable(e);
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
        String where = "The record of decisions at " + address;
        if (address.shared()) {
            String state = Objects.requireNonNullElse(failure.getSQLState(), "");
            if (state.startsWith("28") || state.equals("3D000") || state.equals("42501")) {
                return where + " does not let us in: " + firstLine(failure)
                        + ". Look at the user, the password and the name of the database.";
            }
            if (state.startsWith("53")) {
                return where + " has no room: " + firstLine(failure) + ". Make room on the server.";
            }
            return where + " cannot be used: " + firstLine(failure)
                    + ". Look whether the server runs and can be reached.";
        }
        return switch (failure.getErrorCode()) {
            case 90020, 90123 ->
                where + " is in use by another process. Ask the service that writes it (/v1/audit), stop it, or keep"
                        + " the record in PostgreSQL, which many can share.";
            case 90030, 90048 ->
                where + " is damaged: it was only half written or changed by another program. Move it away and put a"
                        + " copy in its place; a new record starts without it.";
            case 90146 -> where + " is not there any more.";
            default ->
                where + " cannot be written or read: " + firstLine(failure)
                        + ". Look at the room on the disk and the permissions of the file.";
        };
    }

    private static String firstLine(SQLException failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null && deepest.getCause().getMessage() != null) {
            deepest = deepest.getCause();
        }
        String message = Objects.requireNonNullElse(deepest.getMessage(), "")
                .lines()
                .findFirst()
                .orElse("");
        int statement = message.indexOf("; SQL statement");
        String bare = statement < 0 ? message : message.substring(0, statement);
        return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
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

    /** Returns when everything that was committed over the connection would survive a loss of power. */
    void settle(Connection connection) throws SQLException {
        if (!address.shared()) { // PostgreSQL has done so when its commit returns
            try (Statement statement = connection.createStatement()) {
                statement.execute("checkpoint sync");
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
        if (!address.shared()) {
            try (Connection connection = connection();
                    Statement statement = connection.createStatement()) {
                statement.execute(compacting ? "shutdown compact" : "shutdown");
            } catch (SQLException e) {
                // It is closed already, or broken, which was told where it was noticed.
            }
        }
    }

    /** The statements that make the tables, by name and not by looking through archives. */
    private static final class Schema implements ResourceProvider {
        @Override
        public @Nullable LoadableResource getResource(String name) {
            return name.equals(SCHEMA) ? new Resource(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return prefix.equals("V") ? List.of(new Resource(SCHEMA)) : List.of();
        }
    }

    private static final class Resource extends LoadableResource {
        private final String name;

        Resource(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            return new InputStreamReader(
                    Objects.requireNonNull(AuditDatabase.class.getResourceAsStream("schema/" + name)),
                    StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
