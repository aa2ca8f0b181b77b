package org.noteworthy.api.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the other edition changes of one rule. */
@Schema(description = "What the other edition changes of one rule.")
public record ReplayedRule(
        @Schema(description = "Its id.") String rule,

        @Schema(description = "Notes that break it by the other edition only.")
        long newly,

        @Schema(description = "Notes that break it by the record only.")
        long noLonger,

        @Schema(description = "Notes that break it by both.")
        long still,

        @Schema(description = "A few notes for which it changes.")
        List<String> examples,

        @Schema(description = "The decisions on these notes, in the same order.")
        List<String> decisions) {}
