package org.noteworthy.api.shape.change;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a policy change does to notes that were looked at. */
@Schema(description = "What a policy change does to notes that were looked at.")
public record ChangeEffect(
        @Schema(description = "The same in words, as it was shown.")
        String sentence,

        @Schema(description = "How many notes were looked at.", minimum = "0")
        long notes,

        @Schema(description = "How many there were.", minimum = "0")
        long outOf,

        @Schema(description = "Notes that are violated now and were not before.", minimum = "0")
        long newly,

        @Schema(description = "Notes that were violated before and are not now.", minimum = "0")
        long noLonger,

        @Schema(description = "Notes that are violated as before.", minimum = "0")
        long still) {}
