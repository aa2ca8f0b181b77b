package org.noteworthy.api.body;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is handed in for review. */
@Schema(description = "What is handed in for review.")
public record SubmittedDraft(
        @Schema(description = "Why it should be in force.") String reason,

        @Schema(description = "The digest of the draft as it was seen; left out, as it is.") @Nullable
        String digest) {}
