package org.noteworthy.api.answer.draft;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a change does to recorded notes, in numbers. */
@Schema(description = "What a change does to recorded notes, in numbers.")
public record EffectSummary(
        @Schema(description = "Recorded notes that were judged with and without it, each note once.")
        long notes,

        @Schema(description = "Those for which any rule ends otherwise.")
        long changed,

        @Schema(description = "Those that newly break a rule.")
        long newly,

        @Schema(description = "Those that no longer break a rule.")
        long noLonger,

        @Schema(description = "Those that break a rule with and without it.")
        long still,

        @Schema(description = "False while it is known of the latest notes only.")
        boolean complete) {}
