package org.noteworthy.api.shape.form;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a field of a form stands in its text. */
@Schema(description = "Where a field of a form stands in its text.")
public record FormPlace(
        @Schema(description = "The field, as a JSON pointer into the form.")
        String field,

        @Schema(description = "Where it begins, in UTF-16 units from 0.")
        int start,

        @Schema(description = "Where it ends.") int end,

        @Schema(description = "Its line, from 1.") int line,

        @Schema(description = "Its column, from 1.") int column,

        @Schema(description = "The line of its end.") int endLine,

        @Schema(description = "The column after its last character.")
        int endColumn) {}
