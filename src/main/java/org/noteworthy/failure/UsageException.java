package org.noteworthy.failure;

/** The product was asked for something that it does not do so. */
public final class UsageException extends UserException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
