package org.noteworthy.audit.log;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * What becomes of decisions that were handed in to be recorded.
 *
 * @param ids theirs, in order
 * @param outcome known at once, or when they are on the disk; never ends in an exception
 */
public record WriteResult(List<UUID> ids, CompletableFuture<Outcome> outcome) {

    /** What became of decisions. */
    public enum Outcome {
        /** They are on the disk. */
        RECORDED,
        /** They wait to be written; nobody waits for them. */
        QUEUED,
        /** There was no room: they are not in the audit log. */
        DROPPED,
        /** They were not on the disk in the time that a check waits, and are not in the audit log. */
        TIMED_OUT;

        /** Whether the check may be answered as if nothing was amiss. */
        public boolean isAccepted() {
            return this == RECORDED || this == QUEUED;
        }
    }

    static WriteResult of(List<UUID> ids, Outcome outcome) {
        return new WriteResult(ids, CompletableFuture.completedFuture(outcome));
    }

    /** Waits until the outcome is known. */
    public Outcome await() {
        return outcome.join();
    }
}
