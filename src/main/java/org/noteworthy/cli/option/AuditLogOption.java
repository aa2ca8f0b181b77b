package org.noteworthy.cli.option;

import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;
import picocli.CommandLine.Option;

/** Where the audit log lies: options, and variables that the service knows by the same names. */
public final class AuditLogOption {
    @Option(
            names = "--database",
            paramLabel = "PLACE",
            description = "The audit log: path of a file, or jdbc:postgresql://… (default: ${DEFAULT-VALUE}).",
            defaultValue = "${env:NOTEWORTHY_AUDIT_DATABASE:-data/audit}")
    private String database = "data/audit";

    @Option(
            names = "--database-user",
            paramLabel = "NAME",
            description = "Who signs in to PostgreSQL.",
            defaultValue = "${env:NOTEWORTHY_AUDIT_USER}")
    private @Nullable String user;

    // A password is no option: whoever lists the processes of a machine sees options.
    private final @Nullable String password = System.getenv("NOTEWORTHY_AUDIT_PASSWORD");

    public DatabaseAddress address() {
        return new DatabaseAddress(database, user, password);
    }

    /** Opens an audit log that is there, and changes nothing of it. */
    public AuditDatabase read() {
        return AuditDatabase.read(address());
    }

    /** Opens an audit log that is there, to be changed. */
    public AuditDatabase open() {
        return AuditDatabase.openExisting(address());
    }
}
