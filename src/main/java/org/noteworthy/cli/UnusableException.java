package org.noteworthy.cli;

/** Something that was asked for on the command line cannot be done; the message says why and the way out. */
final class UnusableException extends RuntimeException {
    UnusableException(String message) {
        super(message);
    }
}
