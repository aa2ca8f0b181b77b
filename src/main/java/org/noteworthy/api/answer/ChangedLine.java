package org.noteworthy.api.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of a file in two editions. */
@Schema(description = "A line of a file in two editions.")
public record ChangedLine(
        @Schema(description = "Its number in the one edition, from 1; 0 where it is not there.")
        int from,

        @Schema(description = "Its number in the other edition, from 1; 0 where it is not there.")
        int to,

        @Schema(description = "The line.") String text) {}
