package org.noteworthy.checking.outcome;

import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.edition.Severity;

/**
 * A rule broken by the notes and interactions of an engagement together; names the note or interaction to look at.
 *
 * @param waiver why it does not count; null where it does
 */
public record CrossViolation(
        String rule,
        Severity severity,
        String clause,
        String message,
        @Nullable String note,
        @Nullable String interaction,
        @Nullable AppliedWaiver waiver) {

    /** A violation that counts. */
    public CrossViolation(
            String rule,
            Severity severity,
            String clause,
            String message,
            @Nullable String note,
            @Nullable String interaction) {
        this(rule, severity, clause, message, note, interaction, null);
    }

    /** Whether it does not count. */
    public boolean waived() {
        return waiver != null;
    }

    /** The same violation with that waiver; without one where it is null. */
    public CrossViolation with(@Nullable AppliedWaiver other) {
        return new CrossViolation(rule, severity, clause, message, note, interaction, other);
    }
}
