package org.noteworthy.api.shape;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was counted of decisions; in a list, of those of one role, note type, edition or week. */
@Schema(description = "What was counted of decisions; in a list, of those of one role, note type, edition or week.")
public record DecisionCount(
        @Schema(description = "The code of the role.") @Nullable
        String role,

        @Schema(description = "The note type; \"(others)\" for those beyond the first thousand.") @Nullable
        String noteType,

        @Schema(description = "The edition.") @Nullable String edition,

        @Schema(description = "The week of ISO 8601, in UTC.", pattern = "^[0-9]{4}-W[0-9]{2}$") @Nullable
        String week,

        @Schema(ref = "LongCount") long judged,
        @Schema(ref = "LongCount") long compliant,

        @Schema(description = """
                Compliant ones among those that were judged, with four decimals; absent where none was.""", minimum = "0", maximum = "1") @Nullable
        BigDecimal rate,

        @Schema(ref = "LongCount") long concerned,
        @Schema(ref = "LongCount") long violations,

        @Schema(
                description = "Violations that are waived, and count as nothing else; only where there are any.",
                minimum = "1")
        @Nullable
        Long waived) {}
