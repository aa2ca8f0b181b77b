package org.noteworthy.audit.retention;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.Bytes;
import org.noteworthy.audit.Hashes;
import org.noteworthy.audit.proof.Verification;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.ChainEnds;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.audit.store.EmbeddedFile;
import org.noteworthy.audit.store.Sql;

/**
 * Gives the room of what was pruned back to the disk: writes an embedded audit log anew into a second file, and puts that in
 * the place of the first when it was read through and holds the same.
 */
public final class Compaction {
    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = 'PUBLIC' order by table_name";

    /** Room that is left to others. */
    private static final long SPARE = 1 << 20;

    private final DatabaseAddress address;
    private final Path folder;
    private final DatabaseAddress second;

    private Compaction(DatabaseAddress address) {
        this.address = address;
        folder = Path.of(address.base() + ".compacting");
        second = DatabaseAddress.embedded(folder.resolve("audit"));
    }

    /**
     * Compacts an audit log that nobody has open; PostgreSQL does that by itself. Tells why it stays as large as it is, where it
     * does.
     */
    public static Optional<String> of(DatabaseAddress address) {
        return address.shared() ? Optional.empty() : new Compaction(address).run();
    }

    private Optional<String> run() {
        try {
            removeSecond();
            long size = Files.size(address.file());
            if (Files.getFileStore(address.file()).getUsableSpace() < size + SPARE) {
                return left("there is no room for a second one of up to " + size + " bytes beside it");
            }
            try {
                return written();
            } finally {
                removeSecond();
            }
        } catch (IOException | SQLException | MVStoreException | AuditException e) {
            return left("the second file cannot be written or read: " + e.getMessage());
        }
    }

    private Optional<String> written() throws IOException, SQLException {
        Files.createDirectory(folder, EmbeddedFile.ownerOnly(folder, "rwx------"));
        MVStore.compact(address.file().toString(), second.file().toString(), false, null);
        EmbeddedFile.like(second.file(), address.file());
        try (FileChannel file = FileChannel.open(second.file(), StandardOpenOption.WRITE)) {
            file.force(true);
        }
        try (AuditDatabase first = AuditDatabase.read(address)) { // and nobody can write it until the end
            String expected = contents(first);
            try (AuditDatabase other = AuditDatabase.read(second)) {
                if (!contents(other).equals(expected)) {
                    return left("a second one does not hold the same");
                }
            }
            Files.move(second.file(), address.file(), StandardCopyOption.ATOMIC_MOVE);
            ChainEnds.syncFolder(address.file());
            return Optional.empty();
        }
    }

    private Optional<String> left(String why) {
        return Optional.of("The file " + address + " stays as large as it is: " + why
                + ". What it holds is not touched, and the" + " room that became free in it is used again.");
    }

    private void removeSecond() throws IOException {
        Files.deleteIfExists(second.file());
        try {
            Files.delete(folder);
        } catch (NoSuchFileException e) {
            // as it should be
        }
    }

    /** All that an audit log holds: a hash over its rows, and what comes of proving it, which goes along its keys. */
    private static String contents(AuditDatabase database) throws SQLException {
        Verification.Outcome outcome = new Verification(null, List.of()).of(database);
        StringBuilder contents = new StringBuilder(outcome.toString());
        try (Connection connection = database.connection()) {
            Sql sql = new Sql(connection);
            sql.update("set lazy_query_execution true"); // a table need not fit into memory
            for (String table : sql.list(TABLES, row -> row.getString(1))) {
                RowHash rows = new RowHash();
                sql.each("select * from \"" + table + '"', rows);
                contents.append('\n').append(table).append(' ').append(rows.hash);
            }
        }
        return contents.toString();
    }

    /** A hash that goes from row to row. */
    private static final class RowHash implements Sql.RowReader {
        private final Hashes hashes = new Hashes();
        private String hash = Hashes.NOTHING;

        @Override
        public void read(ResultSet row) throws SQLException {
            Bytes bytes = new Bytes(1024);
            bytes.append(hash.getBytes(StandardCharsets.US_ASCII));
            ResultSetMetaData columns = row.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                byte[] value = columns.getColumnType(i) == Types.VARBINARY
                        ? row.getBytes(i)
                        : String.valueOf(row.getString(i)).getBytes(StandardCharsets.UTF_8);
                bytes.append((value.length + ":").getBytes(StandardCharsets.US_ASCII));
                bytes.append(value);
            }
            hash = hashes.of(bytes.array(), 0, bytes.size());
        }
    }
}
