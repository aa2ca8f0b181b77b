package org.noteworthy.api.shape;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule that came to no result. */
@Schema(description = "A rule that came to no result.")
public record FailedRule(
        @Schema(description = "Id of the rule.") String rule,
        @Schema(description = "Why, in a sentence or two.") String reason) {}
