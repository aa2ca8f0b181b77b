package org.noteworthy.playbooks;

import org.noteworthy.failure.UserException;

/** The rules folder as a whole cannot be used; the message says why and the way out. */
public final class RulesFolderException extends UserException {
    RulesFolderException(String message) {
        super(message);
    }
}
