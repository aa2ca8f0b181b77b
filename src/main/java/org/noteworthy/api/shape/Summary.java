package org.noteworthy.api.shape;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the decisions that were asked for come to, with what was asked for. */
@Schema(description = "What the decisions that were asked for come to, with what was asked for.")
public record Summary(
        @Schema(description = "The first moment that was asked for.") @Nullable
        Instant from,

        @Schema(description = "The first moment that is too late.") @Nullable
        Instant to,

        @Schema(description = "As asked for.") @Nullable String edition,
        @Schema(description = "As asked for.") @Nullable String digest,
        @Schema(description = "As asked for.") @Nullable String rule,
        @Schema(description = "As asked for.") @Nullable String severity,
        @Schema(description = "As asked for.") @Nullable String role,
        @Schema(description = "As asked for.") @Nullable String noteType,
        @Schema(description = "As asked for.") @Nullable String author,
        @Schema(description = "As asked for.") @Nullable String engagement,
        @Schema(description = "As asked for.") @Nullable String caller,
        @Schema(description = "As asked for.") @Nullable String verdict,
        @Schema(description = "As asked for.") @Nullable String note,
        @Schema(description = "As asked for.") @Nullable String identity,
        @Schema(description = "As asked for.") @Nullable String waived,
        DecisionCount notes,
        DecisionCount engagements,

        @Schema(description = "Rules that were found broken, the most broken first.")
        List<RuleCount> byRule,

        @Schema(description = "Notes by the role of their authors; without a role, those of which it is not known.")
        List<DecisionCount> byRole,

        @Schema(description = "Notes by their type; without a noteType, those of which it is not known.")
        List<DecisionCount> byNoteType,

        @Schema(description = "Notes by the edition that judged them.")
        List<DecisionCount> byEdition,

        @Schema(description = "Notes by the week in which they were judged.")
        List<DecisionCount> byWeek,

        @Schema(description = "What the groups are made by, as asked for.") @Nullable
        List<String> by,

        @Schema(description = "The groups in the order of what they are made by; only where by was asked for.")
        @Nullable
        List<DecisionGroup> groups) {}
