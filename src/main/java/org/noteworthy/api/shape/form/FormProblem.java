package org.noteworthy.api.shape.form;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that the language does not take. */
@Schema(description = "Something that the language does not take.")
public record FormProblem(
        @Schema(description = "The field, as a JSON pointer into the form; empty for the whole.")
        String field,

        @Schema(description = "Its line in the text, from 1.")
        int line,

        @Schema(description = "Its column, from 1.") int column,

        @Schema(description = "What is wrong, and the way out.")
        String message) {}
