package org.noteworthy.api.body;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is done to a row of a table. */
@Schema(description = "What is done to a row of a table.")
public record RowChange(
        @Schema(description = "What: add, change, delete or move.")
        String op,

        @Schema(
                description =
                        "The number of the row, from 1 without the header; for add the row before which it is put, left out the end.")
        @Nullable
        Integer row,

        @Schema(description = "For move: the row before which it is put; left out the end.") @Nullable
        Integer to,

        @Schema(description = "The hash of the row as it was read; for change, delete and move.") @Nullable
        String hash,

        @Schema(description = "Cells by the names of their columns; for add and change.") @Nullable
        Map<String, String> cells) {}
