package org.noteworthy.drafts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noteworthy.drafts.text.ThreeWay;

/** A save of a file that somebody else has changed since it was read; what both did is told, and nothing is lost. */
public final class StaleSaveException extends DraftException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final @Nullable String current;
    private final transient @Nullable ThreeWay difference;

    StaleSaveException(String path, @Nullable String current, @Nullable ThreeWay difference, String sentence) {
        super(Kind.STALE, sentence);
        this.path = path;
        this.current = current;
        this.difference = difference;
    }

    /** The file that was to be saved. */
    public String path() {
        return path;
    }

    /** Hash of the file as it is now; empty where it is not there any more. */
    public Optional<String> current() {
        return Optional.ofNullable(current);
    }

    /** What either did since; empty where what was read is not known any more. */
    public Optional<ThreeWay> difference() {
        return Optional.ofNullable(difference);
    }
}
