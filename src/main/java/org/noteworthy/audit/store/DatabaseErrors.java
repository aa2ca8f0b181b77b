package org.noteworthy.audit.store;

import java.sql.SQLException;
import java.util.Objects;

/** What failures of a database mean to whoever runs it. */
final class DatabaseErrors {
    private DatabaseErrors() {}

    /** What a failure of the database at that address means, in a sentence or two. */
    static String sentence(DatabaseAddress address, SQLException failure) {
        String where = "The audit log at " + address;
        if (address.shared()) {
            String state = Objects.requireNonNullElse(failure.getSQLState(), "");
            if (state.startsWith("28") || state.equals("3D000") || state.equals("42501")) {
                return where + " does not let us in: " + firstLine(failure)
                        + ". Check the user, the password and the name of the database.";
            }
            if (state.startsWith("53")) {
                return where + " has no room: " + firstLine(failure) + ". Make room on the server.";
            }
            return where + " cannot be used: " + firstLine(failure)
                    + ". Check whether the server runs and can be reached.";
        }
        return switch (failure.getErrorCode()) {
            case 90020, 90123 ->
                where + " is in use by another process. Ask the service that writes it (/v1/audit), stop it, or keep"
                        + " the audit log in PostgreSQL, which many can share.";
            case 90030, 90048 ->
                where
                        + " is damaged: it was only half written or changed by another program. Move it and its .head file"
                        + " away and put copies in their place; a new audit log starts without them.";
            case 90146 -> where + " is not there any more.";
            default ->
                where + " cannot be written or read: " + firstLine(failure)
                        + ". Check the free space on the disk and the permissions of the file.";
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
}
