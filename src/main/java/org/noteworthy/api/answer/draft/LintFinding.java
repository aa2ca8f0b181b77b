package org.noteworthy.api.answer.draft;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

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

        @Schema(
                description = "How bad it is.",
                enumeration = {"error", "warning"})
        String severity,

        @Schema(description = "What kind it is of.") String code,

        @Schema(description = "What is wrong, and the way out.")
        String message) {}
