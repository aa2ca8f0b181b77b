package org.noteworthy.audit.store;

import javax.sql.DataSource;
import org.noteworthy.audit.AuditException;
import org.postgresql.ds.PGSimpleDataSource;

/** How a shared audit log is reached: connections that give up rather than hang. */
final class PostgresqlServer {
    private static final int SECONDS = 10;

    private PostgresqlServer() {}

    static DataSource source(DatabaseAddress address) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setUrl(address.where());
        } catch (IllegalArgumentException e) {
            throw new AuditException(
                    "The address " + address + " is none that PostgreSQL knows. It looks like"
                            + " jdbc:postgresql://localhost:5432/noteworthy.",
                    e);
        }
        if (address.user() != null) {
            source.setUser(address.user());
        }
        if (address.password() != null) {
            source.setPassword(address.password());
        }
        source.setConnectTimeout(SECONDS);
        source.setSocketTimeout(3 * SECONDS);
        source.setTcpKeepAlive(true);
        return source;
    }
}
