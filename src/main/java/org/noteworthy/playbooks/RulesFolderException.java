package org.noteworthy.playbooks;

/** The rules folder as a whole cannot be used; the message says why and the way out. */
public final class RulesFolderException extends RuntimeException {
    RulesFolderException(String message) {
        super(message);
    }
}
