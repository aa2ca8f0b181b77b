package org.noteworthy.api.body;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which decisions are replayed, and by what. */
@Schema(description = "Which decisions are replayed, and by what. What is left out is not asked for.")
public record AskedReplay(
        @Schema(description = "Decisions made from this day on (its start in UTC), or from a moment on.") @Nullable
        String from,

        @Schema(description = "Decisions made before this day (its start in UTC), or before a moment.") @Nullable
        String to,

        @Schema(description = "Decisions that say this of their edition.") @Nullable
        String edition,

        @Schema(description = "Decisions that say this of their digest.") @Nullable
        String digest,

        @Schema(description = "Decisions that say this of their rule.") @Nullable
        String rule,

        @Schema(description = "Decisions that say this of their severity.") @Nullable
        String severity,

        @Schema(description = "Decisions that say this of their role.") @Nullable
        String role,

        @Schema(description = "Decisions that say this of their noteType.") @Nullable
        String noteType,

        @Schema(description = "Decisions that say this of their author.") @Nullable
        String author,

        @Schema(description = "Decisions that say this of their engagement.") @Nullable
        String engagement,

        @Schema(description = "Decisions that say this of their caller.") @Nullable
        String caller,

        @Schema(description = "Decisions that say this of their verdict.") @Nullable
        String verdict,

        @Schema(description = "Decisions that say this of their note.") @Nullable
        String note,

        @Schema(description = "With true, decisions that found something which is waived.", enumeration = "true")
        @Nullable
        String waived,

        @Schema(description = "Judge by this edition; left out, by the rules that judged.") @Nullable
        String playbook) {}
