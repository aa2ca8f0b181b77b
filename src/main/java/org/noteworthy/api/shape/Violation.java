package org.noteworthy.api.shape;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One place at which a rule is violated. */
@Schema(description = "One place at which a rule is violated.")
public record Violation(
        @Schema(description = "Id of the rule.") String rule,
        Severity severity,

        @Schema(description = "Id of the clause that the rule stands for.")
        String clause,

        @Schema(description = "What is wrong, and what to do about it.")
        String message,

        @Schema(description = "Label of the section in which the place lies.") @Nullable
        String section,

        @Schema(
                description = "Line of the text, from 1. What is wrong with the note as a whole is at 1.",
                minimum = "1")
        int line,

        @Schema(description = "Column of the line, from 1.", minimum = "1")
        int column,

        @Schema(description = "Where the place begins, in UTF-16 units of the text.", minimum = "0")
        int start,

        @Schema(description = "Where the place ends; the unit at it is not of the place.", minimum = "0")
        int end,

        @Schema(description = "What stands there.") @Nullable
        String found,

        @Schema(description = "What may stand there.", minItems = 1) @Nullable
        List<String> expected,

        @Schema(description = "That one of the expected which comes nearest.") @Nullable
        String nearest,

        @Nullable Fix fix,
        @Nullable AppliedWaiver waiver) {}
