package org.noteworthy.audit.change;

import org.noteworthy.audit.InvalidQueryException;

/** A place in a list of policy changes, to go on from: whatever is asked for, behind the change of that number. */
public final class ChangeCursor {
    private ChangeCursor() {}

    /** The place after a change, as a caller is told it. */
    public static String after(RecordedChange change) {
        return Long.toString(change.seq());
    }

    /** The number before which the list goes on. */
    public static long read(String told) {
        if (told.matches("[0-9]{1,18}")) {
            return Long.parseLong(told);
        }
        throw new InvalidQueryException("Invalid cursor. Copy the field next of an answer, or leave the cursor out.");
    }
}
