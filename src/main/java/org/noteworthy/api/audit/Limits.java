package org.noteworthy.api.audit;

import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.InvalidQueryException;

/** How many of something a caller asks for at once. */
final class Limits {
    static final int USUAL = 100;
    static final int MOST = 1_000;

    private Limits() {}

    /** Reads what a caller gave. */
    static int read(@Nullable String given) {
        if (given == null) {
            return USUAL;
        }
        if (given.matches("[0-9]{1,4}")) {
            int limit = Integer.parseInt(given);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        }
        throw new InvalidQueryException("limit is a number from 1 to " + MOST + ", not \"" + given + "\".");
    }
}
