package org.noteworthy.api.answer.draft;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A table of a draft, to be shown as a grid. */
@Schema(description = "A table of a draft, to be shown as a grid.")
public record DraftTable(
        @Schema(description = "Its file.") String path,

        @Schema(description = "SHA-256 of the file. It is the ETag of the file, too.")
        String digest,

        @Schema(description = "The names of its columns.") List<String> columns,
        @Schema(description = "Its rows.") List<DraftRow> rows) {}
