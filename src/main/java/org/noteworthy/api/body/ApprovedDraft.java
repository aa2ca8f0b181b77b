package org.noteworthy.api.body;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is approved. */
@Schema(description = "What is approved.")
public record ApprovedDraft(
        @Schema(description = "The digest of the draft as it was seen.")
        String digest,

        @Schema(description = "What the approver says of it.") @Nullable
        String comment) {}
