package org.noteworthy.api.answer.draft;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a draft differs from its base in one file. */
@Schema(description = "How a draft differs from its base in one file.")
public record FileDifference(
        @Schema(description = "The file.") String path,

        @Schema(
                description = "What became of it.",
                enumeration = {"added", "changed", "deleted"})
        String kind,

        @Schema(description = "The difference, as diff -u prints it.")
        String unified) {}
