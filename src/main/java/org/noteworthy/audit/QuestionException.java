package org.noteworthy.audit;

/** A question that cannot be put to the record as it is; the message says why, with its values, and the way out. */
public final class QuestionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public QuestionException(String sentence) {
        super(sentence);
    }
}
