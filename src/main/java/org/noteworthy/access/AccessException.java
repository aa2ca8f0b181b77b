package org.noteworthy.access;

import org.noteworthy.failure.UserException;

/** Access control cannot be used as asked; the message is a sentence for whoever runs the product. */
public final class AccessException extends UserException {
    private static final long serialVersionUID = 1L;

    public AccessException(String sentence) {
        super(sentence);
    }

    public AccessException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
