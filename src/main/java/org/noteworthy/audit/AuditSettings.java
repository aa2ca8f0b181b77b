package org.noteworthy.audit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How decisions are recorded.
 *
 * @param chain name of the chain that is written: one for each instance that shares a database
 * @param product version of the product, which each decision tells
 * @param roomBytes memory for decisions that are not written yet, in bytes
 * @param patience how long a check waits for its decision to be on the disk before it is refused
 * @param checkpointEvery decisions from one checkpoint to the next, at most
 * @param checkpointAfter time from one checkpoint to the next, at most, while there are decisions
 * @param key what checkpoints are signed with; null where they are not
 */
public record AuditSettings(
        String chain,
        String product,
        KeepNotes keepNotes,
        Masking masking,
        WhenFull whenFull,
        long roomBytes,
        Duration patience,
        long checkpointEvery,
        Duration checkpointAfter,
        @Nullable SigningKey key) {
    private static final int LONGEST_CHAIN = 100;

    public AuditSettings {
        if (chain.isBlank() || chain.length() > LONGEST_CHAIN || !chain.chars().allMatch(AuditSettings::mayName)) {
            throw new AuditException("The audit log's chain cannot be named \"" + chain + "\". Name it by up to "
                    + LONGEST_CHAIN + " letters, digits and signs, without blanks, quotes and backslashes.");
        }
        if (roomBytes < 1 || checkpointEvery < 1 || patience.isNegative() || checkpointAfter.isNegative()) {
            throw new AuditException(
                    "The room for decisions, the patience and the distance of checkpoints are more than"
                            + " nothing; they are " + roomBytes + " bytes, " + patience.toMillis() + " ms, "
                            + checkpointEvery
                            + " decisions and " + checkpointAfter.toMillis() + " ms.");
        }
    }

    private static boolean mayName(int character) {
        return character > ' ' && character < 0x7F && character != '"' && character != '\\';
    }

    /** Every note kept, nothing masked, nothing lost. */
    public static AuditSettings of(String chain, String product) {
        return new AuditSettings(
                chain,
                product,
                KeepNotes.ALL,
                Masking.NONE,
                WhenFull.NEVER_LOSE,
                64L << 20,
                Duration.ofSeconds(5),
                10_000,
                Duration.ofHours(1),
                null);
    }

    /** The same, but for which notes are kept. */
    public AuditSettings with(KeepNotes other) {
        return new AuditSettings(
                chain, product, other, masking, whenFull, roomBytes, patience, checkpointEvery, checkpointAfter, key);
    }

    /** The same, but for what is masked. */
    public AuditSettings with(Masking other) {
        return new AuditSettings(
                chain, product, keepNotes, other, whenFull, roomBytes, patience, checkpointEvery, checkpointAfter, key);
    }

    /** The same, but for what happens when there is no room. */
    public AuditSettings with(WhenFull other) {
        return new AuditSettings(
                chain, product, keepNotes, masking, other, roomBytes, patience, checkpointEvery, checkpointAfter, key);
    }

    /** The same, with so many decisions from one checkpoint to the next. */
    public AuditSettings withCheckpointEvery(long other) {
        return new AuditSettings(
                chain, product, keepNotes, masking, whenFull, roomBytes, patience, other, checkpointAfter, key);
    }

    /** The same, with so much time for a decision to come to the disk. */
    public AuditSettings withPatience(Duration other) {
        return new AuditSettings(
                chain, product, keepNotes, masking, whenFull, roomBytes, other, checkpointEvery, checkpointAfter, key);
    }

    /** The same, with checkpoints that are signed; not, where there is no key. */
    public AuditSettings signedBy(@Nullable SigningKey other) {
        return new AuditSettings(
                chain,
                product,
                keepNotes,
                masking,
                whenFull,
                roomBytes,
                patience,
                checkpointEvery,
                checkpointAfter,
                other);
    }
}
