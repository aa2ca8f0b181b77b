package org.noteworthy.api.answer.draft;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file that both have changed so that somebody has to choose. */
@Schema(description = "A file that both have changed so that somebody has to choose.")
public record MergeConflict(
        @Schema(description = "The file.") String path,

        @Schema(description = "Both states, with marks where they conflict.")
        String marked) {}
