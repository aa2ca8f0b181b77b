package org.noteworthy.api.shape;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What stands in the place of a report that could not be made. */
@Schema(description = "What stands in the place of a report that could not be made.")
public record Unjudged(
        @Schema(description = "Id of the note, or its place in the input where it has none.")
        String note,

        Problem error)
        implements ReportOrUnjudged {}
