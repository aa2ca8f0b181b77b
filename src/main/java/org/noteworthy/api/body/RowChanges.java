package org.noteworthy.api.body;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is done to the rows of a table, all of it or nothing. */
@Schema(description = "What is done to the rows of a table, all of it or nothing.")
public record RowChanges(
        @Schema(description = "In any order: each names the rows as they stand before the first.")
        List<RowChange> operations) {}
