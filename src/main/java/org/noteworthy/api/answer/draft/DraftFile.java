package org.noteworthy.api.answer.draft;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file of a draft. */
@Schema(description = "A file of a draft.")
public record DraftFile(
        @Schema(description = "Its path within the folder of the edition; fixtures begin with fixtures/.")
        String path,

        @Schema(description = "SHA-256 of the file. It is the ETag of the file, too.")
        String digest,

        @Schema(
                description = "How it differs from the base.",
                enumeration = {"none", "added", "changed"})
        String change) {}
