package org.noteworthy.api.shape.vocabulary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that a rule may write. */
@Schema(description = "Something that a rule may write.")
public record VocabularyPhrase(
        @Schema(description = "As it is written.") String written,

        @Schema(description = "As it stands in a rule.") String example,

        @Schema(description = "What it means.") String means) {}
