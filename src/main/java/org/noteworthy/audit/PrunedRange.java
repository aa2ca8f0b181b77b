package org.noteworthy.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decisions that were let go: the chain goes on behind them as if they were there.
 *
 * @param previous hash of the decision before them
 * @param head hash of the last of them
 * @param reason why they were let go
 * @param signature as of a {@link Checkpoint}
 */
public record PrunedRange(
        String chain,
        long firstSeq,
        long lastSeq,
        String previous,
        String head,
        long firstMs,
        long lastMs,
        long prunedMs,
        String reason,
        @Nullable String signature) {

    byte[] signedText() {
        return ("noteworthy pruned\n" + chain + "\n" + firstSeq + "\n" + lastSeq + "\n" + previous + "\n" + head + "\n"
                        + Instant.ofEpochMilli(prunedMs) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    PrunedRange signedBy(@Nullable SigningKey key) {
        return key == null
                ? this
                : new PrunedRange(
                        chain,
                        firstSeq,
                        lastSeq,
                        previous,
                        head,
                        firstMs,
                        lastMs,
                        prunedMs,
                        reason,
                        key.sign(signedText()));
    }
}
