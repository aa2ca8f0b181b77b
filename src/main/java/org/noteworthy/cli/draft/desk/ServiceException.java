package org.noteworthy.cli.draft.desk;

import org.jspecify.annotations.Nullable;
import org.noteworthy.failure.UserException;

/** The service does not do what was asked for, or cannot be reached. */
public final class ServiceException extends UserException {
    private static final long serialVersionUID = 1L;

    private final int status;

    ServiceException(String sentence, int status) {
        super(sentence);
        this.status = status;
    }

    ServiceException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        status = 0;
    }

    /** The status that it has answered; 0 where it has answered nothing that could be understood. */
    public int status() {
        return status;
    }
}
