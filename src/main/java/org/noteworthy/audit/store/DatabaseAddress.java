package org.noteworthy.audit.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.AuditException;

/**
 * Where the audit log lies.
 *
 * @param where a PostgreSQL address, {@code jdbc:postgresql://…}, or the path of an embedded database without its ending
 * @param user name to sign in with; null where the address says it or none is needed
 */
public record DatabaseAddress(
        String where, @Nullable String user, @Nullable String password) {
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String FILE_ENDING = ".mv.db";

    public DatabaseAddress {
        if (where.isBlank()) {
            throw new AuditException("No place for the audit log is named. Name a file, such as data/audit,"
                    + " or a PostgreSQL address, such as jdbc:postgresql://localhost/noteworthy.");
        }
        if (where.startsWith("jdbc:") && !where.startsWith(POSTGRESQL)) {
            throw new AuditException("The audit log cannot be kept at " + where
                    + ". It takes the path of a file, such as data/audit, or jdbc:postgresql://….");
        }
        if (!where.startsWith(POSTGRESQL) && where.indexOf(';') >= 0) {
            throw new AuditException("The path " + where + " of the audit log holds a semicolon. Name it without one.");
        }
    }

    /** An audit log in an embedded database of that path. */
    public static DatabaseAddress embedded(Path file) {
        return new DatabaseAddress(file.toString(), null, null);
    }

    /** Whether a server keeps it, which several instances may share. */
    public boolean shared() {
        return where.startsWith(POSTGRESQL);
    }

    /** The file of an embedded database. */
    public Path file() {
        return Path.of(base() + FILE_ENDING);
    }

    /** The path of an embedded database, absolute and without its ending. */
    public String base() {
        String path = Path.of(where).toAbsolutePath().normalize().toString();
        return path.endsWith(FILE_ENDING) ? path.substring(0, path.length() - FILE_ENDING.length()) : path;
    }

    @Override
    public String toString() {
        return shared() ? where.replaceAll("(?i)(password|pwd)=[^&]*", "$1=…") : file().toString();
    }
}
