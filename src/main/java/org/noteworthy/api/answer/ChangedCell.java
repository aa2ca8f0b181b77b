package org.noteworthy.api.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part of what differs, such as the cell of a row or the severity of a rule. */
@Schema(description = "A part of what differs, such as the cell of a row or the severity of a rule.")
public record ChangedCell(
        @Schema(description = "Its name: that of the column, or of the part of a rule or clause.")
        String name,

        @Schema(description = "What it said; absent where it was not there.") @Nullable
        String from,

        @Schema(description = "What it says; absent where it is not there any more.") @Nullable
        String to) {}
