package org.noteworthy.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.notes.Fix;
import org.noteworthy.playbooks.edition.Severity;

/** A violation in the making, by hand: places are found by the words that stand there. */
record ViolationDraft(
        String rule,
        Severity severity,
        String message,
        @Nullable String section,
        @Nullable String found,
        List<String> expected,
        @Nullable String nearest,
        @Nullable String written) {

    static ViolationDraft whole(String rule, Severity severity, String message) {
        return new ViolationDraft(rule, severity, message, null, null, List.of(), null, null);
    }

    static ViolationDraft at(String found, String rule, Severity severity, String message) {
        return new ViolationDraft(rule, severity, message, null, found, List.of(), null, null);
    }

    ViolationDraft in(String label) {
        return new ViolationDraft(rule, severity, message, label, found, expected, nearest, written);
    }

    ViolationDraft expecting(String... values) {
        return new ViolationDraft(rule, severity, message, section, found, List.of(values), values[0], written);
    }

    ViolationDraft mendedBy(String replacement) {
        return new ViolationDraft(rule, severity, message, section, found, expected, nearest, replacement);
    }

    /** The violation of this in that text. */
    Violation of(String text) {
        int start = found == null ? 0 : text.indexOf(found);
        if (start < 0) {
            throw new IllegalArgumentException("\"" + found + "\" is not in \"" + text + "\".");
        }
        int end = found == null ? 0 : start + found.length();
        Place place = new Place(1, 1).walk(text, 0, start);
        Fix fix = written == null ? null : Fix.safe(start, end, written);
        return new Violation(
                rule,
                severity,
                "clause." + rule,
                message,
                section,
                place.line(),
                place.column(),
                start,
                end,
                found,
                expected,
                nearest,
                fix);
    }
}
