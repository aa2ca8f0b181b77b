package org.noteworthy.api;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.Reviewer;
import org.noteworthy.playbooks.Library;

/**
 * The editions as they stand at one moment, with what judges by them.
 *
 * @param since when each edition came to serve as it does, by version
 * @param lost why the rules folder cannot be opened any more; null while it can
 */
public record PlaybookSnapshot(
        Library library,
        Reviewer reviewer,
        Map<String, Instant> since,
        @Nullable String lost) {
    public PlaybookSnapshot {
        since = Map.copyOf(since);
    }

    /** The same editions, served on while the rules folder is not there. */
    PlaybookSnapshot lost(String sentence) {
        return new PlaybookSnapshot(library, reviewer, since, sentence);
    }
}
