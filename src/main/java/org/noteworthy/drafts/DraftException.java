package org.noteworthy.drafts;

import org.noteworthy.failure.UserException;

/** Something that cannot be done with a draft, with the kind of reason that a caller can act on. */
public class DraftException extends UserException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** Why it cannot be done. */
    public enum Kind {
        /** What is named is not there. */
        UNKNOWN,
        /** The draft, or what it is made of, does not stand so that this can be done now. */
        CONFLICT,
        /** What is asked for is wrong in itself. */
        INVALID,
        /** Whoever asks may not do this here. */
        FORBIDDEN,
        /** The change was made to something that has changed since. */
        STALE,
        /** The call does not say which state it changes. */
        UNCONDITIONAL,
        /** The files cannot be read or written. */
        UNAVAILABLE
    }

    protected DraftException(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    /** What kind of reason it is. */
    public Kind kind() {
        return kind;
    }

    static DraftException unknown(String sentence) {
        return new DraftException(Kind.UNKNOWN, sentence);
    }

    static DraftException conflict(String sentence) {
        return new DraftException(Kind.CONFLICT, sentence);
    }

    static DraftException invalid(String sentence) {
        return new DraftException(Kind.INVALID, sentence);
    }

    static DraftException forbidden(String sentence) {
        return new DraftException(Kind.FORBIDDEN, sentence);
    }

    static DraftException unconditional(String sentence) {
        return new DraftException(Kind.UNCONDITIONAL, sentence);
    }

    static DraftException unavailable(String sentence) {
        return new DraftException(Kind.UNAVAILABLE, sentence);
    }
}
