package org.noteworthy.api.answer.draft;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the violations of one rule change. */
@Schema(description = "How the violations of one rule change.")
public record RuleEffect(
        @Schema(description = "Notes that newly break it.") long newly,

        @Schema(description = "Notes that no longer break it.")
        long noLonger,

        @Schema(description = "Notes that break it as before.")
        long still,

        @Schema(description = "Ids of a few notes for which it changes.")
        List<String> examples) {}
