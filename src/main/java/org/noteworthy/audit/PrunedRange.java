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
                        + Instant.ofEpochMilli(firstMs) + "\n" + Instant.ofEpochMilli(lastMs) + "\n"
                        + Instant.ofEpochMilli(prunedMs) + "\n" + reason + "\n")
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

    /** Whether whoever has that key, or nobody else where there is none, has signed it. */
    boolean isOurs(@Nullable SigningKey key) {
        return key == null
                ? signature == null
                : key.sign(signedText()).equals(signature); // Ed25519 signs the same alike
    }

    /** Whether the other follows it, or is followed by it, without a gap. */
    boolean touches(PrunedRange other) {
        return lastSeq + 1 == other.firstSeq && head.equals(other.previous)
                || other.lastSeq + 1 == firstSeq && other.head.equals(previous);
    }

    /** Both in one, let go when this was and for the same reason. */
    PrunedRange with(PrunedRange other) {
        boolean before = firstSeq < other.firstSeq;
        PrunedRange first = before ? this : other;
        PrunedRange last = before ? other : this;
        return new PrunedRange(
                chain,
                first.firstSeq,
                last.lastSeq,
                first.previous,
                last.head,
                Math.min(firstMs, other.firstMs),
                Math.max(lastMs, other.lastMs),
                prunedMs,
                reason,
                null);
    }
}
