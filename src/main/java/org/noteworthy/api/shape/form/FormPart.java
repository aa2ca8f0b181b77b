package org.noteworthy.api.shape.form;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A piece of a message. */
@Schema(description = "A piece of a message.")
public record FormPart(
        @Schema(
                description = "Whether it is text, or filled in where a violation is told.",
                enumeration = {"text", "placeholder"})
        String kind,

        @Schema(description = "The text, or what is filled in, such as found or status.length.")
        String written) {}
