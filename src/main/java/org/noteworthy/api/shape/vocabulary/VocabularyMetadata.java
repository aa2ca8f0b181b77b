package org.noteworthy.api.shape.vocabulary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that a rule says of itself. */
@Schema(description = "Something that a rule says of itself.")
public record VocabularyMetadata(
        @Schema(description = "Its name, without the sign.") String name,

        @Schema(description = "As it stands in a rule.") String example,

        @Schema(description = "What it means.") String means,

        @Schema(description = "Whether every rule has it.") boolean required,

        @Schema(description = "Whether it takes more than one value, between commas.")
        boolean several,

        @Schema(description = "The values that it takes.") List<VocabularyChoice> values) {}
