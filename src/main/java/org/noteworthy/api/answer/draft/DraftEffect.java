package org.noteworthy.api.answer.draft;

import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a change does to notes. */
@Schema(description = "What a change does to notes.")
public record DraftEffect(
        @Schema(description = "In numbers.") EffectSummary summary,

        @Schema(description = "By rule: those that any of the notes breaks, with or without the change.")
        SortedMap<String, RuleEffect> rules,

        @Schema(description = "Rules that failed on any of the notes, so that what they would say is not known.")
        List<String> failed,

        @Schema(description = "Recorded decisions whose notes were not kept, which cannot be judged.")
        long withoutNote) {}
