package org.noteworthy.api.shape.vocabulary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much a rule file may hold at most. */
@Schema(description = "How much a rule file may hold at most.")
public record VocabularyLimit(
        @Schema(description = "Of what.") String what,

        @Schema(description = "How many.") int most) {}
