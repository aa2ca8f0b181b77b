package org.noteworthy.api.body;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an engagement is held. */
@Schema(description = "Why an engagement is held.")
public record HoldReason(
        @Schema(description = "In a few words, such as a case and who keeps it.", minLength = 1, maxLength = 500)
        String reason) {}
