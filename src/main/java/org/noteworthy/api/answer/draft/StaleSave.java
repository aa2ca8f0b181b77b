package org.noteworthy.api.answer.draft;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a file was not saved: somebody has changed it since. It is a problem (RFC 9457) with both states. */
@Schema(
        description =
                "Why a file was not saved: somebody has changed it since. It is a problem (RFC 9457) with both states.")
public record StaleSave(
        @Schema(description = "What kind of problem it is.") String type,
        @Schema(description = "The problem in short.") String title,
        @Schema(description = "The status of the answer.") int status,

        @Schema(description = "What happened, and what to do.")
        String detail,

        @Schema(description = "The file.") String path,

        @Schema(description = "SHA-256 of the file as it is now; absent where it is gone.") @Nullable
        String current,

        @Schema(description = "Both changes in one, where they do not touch the same lines.") @Nullable
        String merged,

        @Schema(description = "Both states, with marks where they conflict; absent where what was read is not known.")
        @Nullable
        String marked) {}
