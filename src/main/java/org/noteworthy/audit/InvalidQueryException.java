package org.noteworthy.audit;

import org.noteworthy.failure.UserException;

/** A question that cannot be put to the audit log as it is; the message says why, with its values, and the way out. */
public final class InvalidQueryException extends UserException {
    private static final long serialVersionUID = 1;

    public InvalidQueryException(String sentence) {
        super(sentence);
    }
}
