package org.noteworthy.api.shape.vocabulary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A clause that a rule may stand for. */
@Schema(description = "A clause that a rule may stand for.")
public record VocabularyClause(
        @Schema(description = "Its id.") String id,

        @Schema(description = "What it asks, in one line.") String title,

        @Schema(
                description = "Who judges by it.",
                enumeration = {"rules", "a person", "nobody"})
        String judgedBy) {}
