package org.noteworthy.api.shape;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How often a rule was found broken. */
@Schema(description = "How often a rule was found broken.")
public record RuleCount(
        @Schema(description = "Id of the rule.") String rule,
        Severity severity,
        @Schema(ref = "LongCount") long notes,
        @Schema(ref = "LongCount") long engagements,
        @Schema(ref = "LongCount") long violations,

        @Schema(
                description = "Violations that are waived, and count as nothing else; only where there are any.",
                minimum = "1")
        @Nullable
        Long waived) {}
