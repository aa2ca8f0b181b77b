package org.noteworthy.api.shape;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Decisions that share what was asked for by: one thing, or two. */
@Schema(description = """
        Decisions that share what was asked for by: one thing, or two. What is not known of them is absent. Groups by rule \
        or severity have judged, notes, engagements and violations; others have judged, compliant, rate, concerned and \
        violations.""")
public record DecisionGroup(
        @Schema(description = "The day, in UTC.", pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$") @Nullable
        String day,

        @Schema(description = "The week of ISO 8601, in UTC.", pattern = "^[0-9]{4}-W[0-9]{2}$") @Nullable
        String week,

        @Schema(description = "The month, in UTC.", pattern = "^[0-9]{4}-[0-9]{2}$") @Nullable
        String month,

        @Schema(description = "Id of the rule.") @Nullable String rule,
        @Nullable Severity severity,

        @Schema(description = "The code of the role.") @Nullable
        String role,

        @Schema(description = "The note type; \"(others)\", here and elsewhere, for those beyond the first hundreds.")
        @Nullable
        String noteType,

        @Schema(description = "The edition.") @Nullable String edition,

        @Schema(description = "The digest of the edition.") @Nullable
        String digest,

        @Nullable Verdict verdict,
        @Schema(description = "The author.") @Nullable String author,
        @Schema(description = "The caller.") @Nullable String caller,
        @Schema(description = "The identity.") @Nullable String identity,

        @Schema(description = """
                Notes judged; of a rule or a severity, those of the whole of which the group is a part, such as of the \
                week, whatever they broke.""", minimum = "0") long judged,

        @Schema(description = "Those that found nothing of severity error, and no rule failed.", minimum = "0")
        @Nullable
        Long compliant,

        @Schema(
                description = "Compliant ones among those that were judged, with four decimals; absent where none was.",
                minimum = "0",
                maximum = "1")
        @Nullable
        BigDecimal rate,

        @Schema(description = "Those that found anything which is not waived.", minimum = "0") @Nullable
        Long concerned,

        @Schema(description = "Decisions on notes that found it broken where that counts.", minimum = "0") @Nullable
        Long notes,

        @Schema(description = "Decisions on engagements as a whole that found it broken.", minimum = "0") @Nullable
        Long engagements,

        @Schema(ref = "LongCount") long violations,

        @Schema(
                description = "Violations that are waived, and count as nothing else; only where there are any.",
                minimum = "1")
        @Nullable
        Long waived) {}
