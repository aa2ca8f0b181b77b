package org.noteworthy.api.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that is wrong with an edition, with its place. */
@Schema(description = "One thing that is wrong with an edition, with its place.")
public record Reason(
        @Schema(description = "The file, under the rules folder.")
        String file,

        @Schema(description = "Its line, from 1.", minimum = "1") @Nullable
        Integer line,

        @Schema(description = "The column, from 1.", minimum = "1") @Nullable
        Integer column,

        @Schema(description = "What is wrong, in a sentence.")
        String detail) {}
