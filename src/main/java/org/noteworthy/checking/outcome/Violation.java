package org.noteworthy.checking.outcome;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Fix;
import org.noteworthy.playbooks.edition.Severity;

/**
 * A place where a note breaks a rule.
 *
 * @param section label, as the note spells it, of the section it lies in
 * @param line line of the note's text, from 1
 * @param column UTF-16 column in that line, from 1
 * @param start UTF-16 offset into the note's text
 * @param end exclusive end; equal to {@code start} where the note as a whole is meant
 * @param found what stands there; null where the note as a whole is meant
 * @param expected what may stand there instead; empty where that is no list
 * @param nearest the expected value that comes nearest
 * @param fix one edit after which this violation is gone; the fixes of a report never overlap
 * @param waiver why it does not count; null where it does
 */
public record Violation(
        String rule,
        Severity severity,
        String clause,
        String message,
        @Nullable String section,
        int line,
        int column,
        int start,
        int end,
        @Nullable String found,
        List<String> expected,
        @Nullable String nearest,
        @Nullable Fix fix,
        @Nullable AppliedWaiver waiver) {
    public Violation {
        expected = List.copyOf(expected);
    }

    /** A violation that counts. */
    public Violation(
            String rule,
            Severity severity,
            String clause,
            String message,
            @Nullable String section,
            int line,
            int column,
            int start,
            int end,
            @Nullable String found,
            List<String> expected,
            @Nullable String nearest,
            @Nullable Fix fix) {
        this(rule, severity, clause, message, section, line, column, start, end, found, expected, nearest, fix, null);
    }

    /** Whether it does not count. */
    public boolean waived() {
        return waiver != null;
    }

    /** The same violation, to be mended by hand. */
    public Violation withoutFix() {
        return new Violation(
                rule, severity, clause, message, section, line, column, start, end, found, expected, nearest, null,
                waiver);
    }

    /** The same violation with that waiver; without one where it is null. */
    public Violation with(@Nullable AppliedWaiver other) {
        return new Violation(
                rule, severity, clause, message, section, line, column, start, end, found, expected, nearest, fix,
                other);
    }
}
