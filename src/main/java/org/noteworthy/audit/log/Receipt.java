package org.noteworthy.audit.log;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * What becomes of decisions that were handed in to be recorded.
 *
 * @param ids theirs, in order
 * @param fate known at once, or when they are on the disk; never ends in an exception
 */
public record Receipt(List<UUID> ids, CompletableFuture<Fate> fate) {

    /** What became of decisions. */
    public enum Fate {
        /** They are on the disk. */
        RECORDED,
        /** They wait to be written; nobody waits for them. */
        UNDER_WAY,
        /** There was no room: they are not in the record. */
        DROPPED,
        /** They were not on the disk in the time that a check waits, and are not in the record. */
        NOT_IN_TIME;

        /** Whether the check may be answered as if nothing was amiss. */
        public boolean isFine() {
            return this == RECORDED || this == UNDER_WAY;
        }
    }

    static Receipt of(List<UUID> ids, Fate fate) {
        return new Receipt(ids, CompletableFuture.completedFuture(fate));
    }

    /** Waits until the fate is known. */
    public Fate await() {
        return fate.join();
    }
}
