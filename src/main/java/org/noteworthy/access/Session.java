package org.noteworthy.access;

import java.time.Instant;

/**
 * A browser that is signed in by a key, as it may be shown: without what it is known by.
 *
 * @param id by which it is ended
 * @param key the id of its key
 * @param since when it began
 * @param used when it last called
 * @param until when it ends at the latest; it ends sooner when it does not call for long
 */
public record Session(String id, String key, Instant since, Instant used, Instant until) {

    Session usedAt(Instant now) {
        return new Session(id, key, since, now, until);
    }
}
