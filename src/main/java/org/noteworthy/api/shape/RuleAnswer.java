package org.noteworthy.api.shape;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One rule with the clause that it stands for. */
@Schema(description = "One rule with the clause that it stands for.")
public record RuleAnswer(
        @Schema(ref = "Version") String playbook,
        @Schema(ref = "Digest") String digest,
        Rule rule,

        @Schema(description = "Its condition in plain sentences, all of which are true where it is violated.")
        List<String> violatedWhen,

        @Nullable Clause clause,

        @Schema(description = "The editions that have a rule of this id, the oldest first.")
        List<String> editions,

        @Schema(description = "What editions changed in it, the oldest first.")
        List<RuleChange> changes,

        RuleExamples examples) {}
