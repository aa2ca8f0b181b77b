package org.noteworthy.api.shape;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A few fixtures of a rule, the plainest first; empty where the service has none. */
@Schema(description = "A few fixtures of a rule, the plainest first; empty where the service has none.")
public record RuleExamples(
        @Schema(description = "Up to two that violate the rule.")
        List<RuleExample> violates,

        @Schema(description = "One that does not.") List<RuleExample> passes) {}
