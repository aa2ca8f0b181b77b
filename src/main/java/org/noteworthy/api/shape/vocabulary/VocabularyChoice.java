package org.noteworthy.api.shape.vocabulary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One of the values that may stand somewhere. */
@Schema(description = "One of the values that may stand somewhere.")
public record VocabularyChoice(
        @Schema(description = "The value.") String value,

        @Schema(description = "What it stands for; empty where it says that itself.")
        String says) {}
