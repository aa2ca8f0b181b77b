package org.noteworthy.api.shape.vocabulary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A column of a table in which certain words stand. */
@Schema(description = "A column of a table in which certain words stand.")
public record VocabularyColumn(
        @Schema(description = "The file of the table.") String table,

        @Schema(description = "The name of the column.") String column,

        @Schema(description = "Whether nothing else may stand there; else these are the words that stand there so far.")
        boolean closed,

        @Schema(description = "The words.") List<VocabularyChoice> values) {}
