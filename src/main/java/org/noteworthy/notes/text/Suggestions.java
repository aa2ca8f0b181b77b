package org.noteworthy.notes.text;

import java.util.Collection;

/**
 * Says what is most likely meant by names that are not known. Of very many such names in one place only the first are
 * compared with all that there is, since each comparison takes its time and nobody reads them all.
 */
public final class Suggestions {
    private static final long MOST_COMPARED = 200_000;

    private long compared;

    /** What {@link Nearest#insteadOf} says; nothing once too much was compared. */
    public String insteadOf(String given, Collection<String> candidates) {
        return compares(candidates) ? Nearest.insteadOf(given, candidates) : "";
    }

    /** What {@link Nearest#maybe(String, Iterable, String)} says; the other sentence once too much was compared. */
    public String maybe(String given, Collection<String> candidates, String otherwise) {
        return compares(candidates) ? Nearest.maybe(given, candidates, otherwise) : otherwise;
    }

    private boolean compares(Collection<String> candidates) {
        compared += candidates.size();
        return compared <= MOST_COMPARED;
    }
}
