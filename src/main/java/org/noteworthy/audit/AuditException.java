package org.noteworthy.audit;

import org.noteworthy.failure.UserException;

/** The audit log cannot be used as asked; the message is a sentence for whoever runs the product. */
public final class AuditException extends UserException {
    private static final long serialVersionUID = 1;

    public AuditException(String sentence) {
        super(sentence);
    }

    public AuditException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
