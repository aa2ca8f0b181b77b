package org.noteworthy.api.shape.vocabulary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A comparison that properties of a kind take. */
@Schema(description = "A comparison that properties of a kind take.")
public record VocabularyComparison(
        @Schema(description = "As a rule writes it; yes and no of a property that stands by itself, or behind a !.")
        String comparison,

        @Schema(description = "As it stands in a rule.") String example,

        @Schema(description = "What it means.") String means,

        @Schema(description = "The kinds of values that it takes, as forms name them; the usual one first.")
        List<String> takes,

        @Schema(description = "Whether it takes more than one value.")
        boolean several) {}
