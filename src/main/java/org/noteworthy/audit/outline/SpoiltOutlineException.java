package org.noteworthy.audit.outline;

/** What is kept of decisions beside their pages cannot be read: somebody has changed it. */
public final class SpoiltOutlineException extends Exception {
    private static final long serialVersionUID = 1;

    SpoiltOutlineException() {
        super("What is kept of decisions beside their pages cannot be read");
    }
}
