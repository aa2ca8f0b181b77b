package org.noteworthy.failure;

import org.jspecify.annotations.Nullable;

/**
 * Something that was asked for cannot be done, for a reason that whoever asked can mend. The message is a sentence for
 * them, with the place, the values and the way out; they never see a stack trace of it.
 */
public abstract class UserException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected UserException(String message) {
        super(message);
    }

    protected UserException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
