package org.noteworthy.api.body;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a draft is put in force, and from when. */
@Schema(description = "Why a draft is put in force, and from when.")
public record PublishedDraft(
        @Schema(description = "Why.") String reason,

        @Schema(
                description =
                        "The day from which it is in force as far as whoever publishes knows; refused where the draft says another one.")
        @Nullable
        String inForceFrom) {}
