package org.noteworthy.api.body;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text of a file of a draft that is not saved yet. */
@Schema(description = "A text of a file of a draft that is not saved yet.")
public record UnsavedText(
        @Schema(description = """
                The path of the file within the folder of the edition; that folder may stand before it, as findings have it.""") String path,

        @Schema(description = "The whole text of the file.") String text) {}
