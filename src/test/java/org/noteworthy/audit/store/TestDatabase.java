package org.noteworthy.audit.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The kinds of database that every test of the audit log runs on. */
public enum TestDatabase {
    H2 {
        @Override
        public DatabaseAddress fresh() {
            try {
                return DatabaseAddress.embedded(
                        Files.createTempDirectory("audit").resolve("audit"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    POSTGRESQL {
        @Override
        public DatabaseAddress fresh() {
            String name = "audit" + NUMBER.incrementAndGet();
            EmbeddedPostgres server = Server.started();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return new DatabaseAddress(server.getJdbcUrl("postgres", name), "postgres", null);
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** An empty database. */
    public abstract DatabaseAddress fresh();

    /** One server for all tests of a process; ends with it. */
    private static final class Server {
        private static @Nullable EmbeddedPostgres server;

        private Server() {}

        static synchronized EmbeddedPostgres started() {
            EmbeddedPostgres running = server;
            if (running == null) {
                try {
                    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
                    Map.of("fsync", "off", "max_connections", "50").forEach(builder::setServerConfig);
                    running = builder.start();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                EmbeddedPostgres toClose = running;
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        toClose.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
                server = running;
            }
            return running;
        }
    }
}
