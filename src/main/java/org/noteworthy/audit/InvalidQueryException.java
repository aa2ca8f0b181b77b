package org.noteworthy.audit;

import java.util.List;
import org.noteworthy.failure.UserException;
import org.noteworthy.notes.text.Nearest;

/** A question that cannot be put to the audit log as it is; the message says why, with its values, and the way out. */
public final class InvalidQueryException extends UserException {
    private static final long serialVersionUID = 1;

    public InvalidQueryException(String sentence) {
        super(sentence);
    }

    /** A word that is none of those that there are; tells them, and the nearest one. */
    public static InvalidQueryException unknown(String name, String value, List<String> words) {
        String near = Nearest.maybe(value, words);
        return new InvalidQueryException(
                name + " takes " + String.join(", ", words) + ", not \"" + value + "\"." + near);
    }
}
