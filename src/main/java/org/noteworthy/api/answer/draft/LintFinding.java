package org.noteworthy.api.answer.draft;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that lint finds in an edition. */
@Schema(description = "Something that lint finds in an edition.")
public record LintFinding(
        @Schema(description = "The file, beginning with the folder of the edition.")
        String file,

        @Schema(description = "Its line, from 1; 0 where the file as a whole is meant.")
        int line,

        @Schema(description = "Its column, from 1; 0 where the line as a whole is meant.")
        int column,

        @Schema(description = "How many characters are meant; 0 where that is not known.")
        int length,

        @Schema(description = "The line of its end; 0 where that is not known.")
        int endLine,

        @Schema(description = "The column after its last character; 0 where that is not known.")
        int endColumn,

        @Schema(description = "The number of the row, in a table; absent where the table as a whole is meant.")
        @Nullable
        Integer row,

        @Schema(
                description = "How bad it is.",
                enumeration = {"error", "warning"})
        String severity,

        @Schema(description = "What kind it is of.") String code,

        @Schema(description = "What is wrong, and the way out.")
        String message,

        @Schema(description = "What helps against all that is of this kind.")
        String wayOut) {}
