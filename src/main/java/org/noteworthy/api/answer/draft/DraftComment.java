package org.noteworthy.api.answer.draft;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody says of a draft. */
@Schema(description = "What somebody says of a draft.")
public record DraftComment(
        @Schema(description = "Who.") Person by,
        @Schema(description = "When.") Instant at,
        @Schema(description = "What.") String text) {}
