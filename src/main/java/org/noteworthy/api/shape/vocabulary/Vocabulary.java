package org.noteworthy.api.shape.vocabulary;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything that a rule of an edition may say. */
@Schema(description = "Everything that a rule of an edition may say.")
public record Vocabulary(
        @Schema(description = "What it may ask of facts, each part before its own properties.")
        List<VocabularyProperty> properties,

        @Schema(description = "How properties are compared, by the words for their kind.")
        Map<String, List<VocabularyComparison>> comparisons,

        @Schema(description = "What a rule says of itself, between its name and when.")
        List<VocabularyMetadata> metadata,

        @Schema(description = "The clauses that it may stand for.")
        List<VocabularyClause> clauses,

        @Schema(description = "What else may stand in a rule, by chapters of the manual.")
        Map<String, List<VocabularyPhrase>> language,

        @Schema(description = "Columns of tables in which certain words stand.")
        List<VocabularyColumn> tables,

        @Schema(description = "How much a rule file may hold.")
        List<VocabularyLimit> limits) {}
