package org.noteworthy.checking.outcome;

import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.edition.Severity;

/** A rule broken by the notes and interactions of an engagement together; names the note or interaction to look at. */
public record CrossViolation(
        String rule,
        Severity severity,
        String clause,
        String message,
        @Nullable String note,
        @Nullable String interaction) {}
