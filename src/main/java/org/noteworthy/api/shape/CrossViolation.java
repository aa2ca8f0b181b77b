package org.noteworthy.api.shape;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What notes and interactions break together. */
@Schema(description = "What notes and interactions break together.")
public record CrossViolation(
        @Schema(description = "Id of the rule.") String rule,
        Severity severity,

        @Schema(description = "Id of the clause that the rule stands for.")
        String clause,

        @Schema(description = "What is wrong, and what to do about it.")
        String message,

        @Schema(description = "Id of the note that it is about.") @Nullable
        String note,

        @Schema(description = "Id of the interaction that it is about.") @Nullable
        String interaction,

        @Nullable AppliedWaiver waiver) {}
