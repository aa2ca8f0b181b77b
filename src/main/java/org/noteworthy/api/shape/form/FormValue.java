package org.noteworthy.api.shape.form;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a property is compared with. */
@Schema(description = "What a property is compared with.")
public record FormValue(
        @Schema(
                description = "Of what kind it is.",
                enumeration = {"text", "number", "flag", "property", "nothing"})
        String kind,

        @Schema(
                description =
                        "As a field shows it: a text without quotes, digits, true or false, the path of a property; empty for nothing.")
        String written) {}
