package org.noteworthy.api.shape.form;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fact that a rule looks for. */
@Schema(description = "A fact that a rule looks for.")
public record FormFact(
        @Schema(
                description = "Each one by itself, or whether there is one.",
                enumeration = {"each", "exists", "not"})
        String quantity,

        @Schema(description = "The name by which the rest of the rule knows it, such as $note; empty for none.")
        String name,

        @Schema(description = "Its type, such as Note.") String fact,

        @Schema(description = "All of which it fulfils.") List<FormCondition> conditions) {}
