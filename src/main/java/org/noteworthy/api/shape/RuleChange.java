package org.noteworthy.api.shape;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an edition changed in a rule. */
@Schema(description = "What an edition changed in a rule.")
public record RuleChange(
        @Schema(ref = "Version") String playbook,

        @Schema(description = "Each change in one line, what was before it first.")
        List<String> details) {}
