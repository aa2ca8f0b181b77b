package org.noteworthy.api;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.store.DatabaseAddress;

/** A PostgreSQL server that starts and stops as often as a test likes, on one port and with one folder of data. */
final class PostgresqlServer implements AutoCloseable {
    private final int port;
    private final Path data;
    private @Nullable EmbeddedPostgres running;

    PostgresqlServer() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        data = Files.createTempDirectory("postgresql").resolve("data");
    }

    void start() throws IOException {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder().setPort(port).setDataDirectory(data).setCleanDataDirectory(false);
        Map.of("fsync", "off").forEach(builder::setServerConfig);
        running = builder.start();
    }

    void stop() throws IOException {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    DatabaseAddress address() {
        return new DatabaseAddress("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", null);
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
