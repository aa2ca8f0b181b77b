package org.noteworthy.audit.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How recording stands.
 *
 * @param open whether the database has been opened, so that something can be written at all
 * @param recorded decisions written since it was opened
 * @param dropped decisions for which there was no room, or which could not be written before the end
 * @param failedWrites attempts to write that failed
 * @param waitingBytes memory that decisions take which are not written yet
 * @param lastWrite when decisions were last written; null before the first since it was opened
 * @param chain the chain that is written
 * @param trouble why nothing can be written at the moment, in a sentence; null while all is well
 */
public record LogStatus(
        boolean open,
        long recorded,
        long dropped,
        long failedWrites,
        long waitingBytes,
        @Nullable Instant lastWrite,
        String chain,
        @Nullable String trouble) {}
