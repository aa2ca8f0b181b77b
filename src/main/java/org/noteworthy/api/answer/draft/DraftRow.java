package org.noteworthy.api.answer.draft;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A row of a table. */
@Schema(description = "A row of a table.")
public record DraftRow(
        @Schema(description = "Its number, from 1, without the header.")
        int row,

        @Schema(description = "The line of the file at which it begins, from 1; what lint finds names it.")
        int line,

        @Schema(description = "Its cells.") List<String> cells,

        @Schema(description = "What an operation on the row names, so that it is refused where the row has changed.")
        String hash) {}
