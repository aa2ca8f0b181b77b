package org.noteworthy.api.shape;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to type instead. */
@Schema(description = "What to type instead.")
public record Fix(
        @Schema(description = "Where the replaced part begins, in UTF-16 units of the text.", minimum = "0")
        int start,

        @Schema(description = "Where it ends; the unit at it stays.", minimum = "0")
        int end,

        @Schema(description = "What to put there.") String text,

        @Schema(
                description = """
                Whether a program may type it by itself: safe changes spelling, form or place and nothing that a \
                reader understands; suggested puts other words for what seems to be meant, and somebody should look.""",
                enumeration = {"safe", "suggested"})
        String kind) {}
