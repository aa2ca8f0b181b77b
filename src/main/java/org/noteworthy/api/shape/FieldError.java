package org.noteworthy.api.shape;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One field that is wrong. */
@Schema(description = "One field that is wrong.")
public record FieldError(
        @Schema(description = "JSON pointer of the field within the body; empty for the record itself.")
        String pointer,

        @Schema(description = "What is wrong with it, in a sentence.")
        String detail) {}
