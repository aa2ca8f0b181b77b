package org.noteworthy.api.answer.draft;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was handed in for review. */
@Schema(description = "What was handed in for review.")
public record DraftSubmission(
        @Schema(description = "Who submitted it.") Person by,
        @Schema(description = "When.") Instant at,
        @Schema(description = "Why it should be in force.") String reason,
        @Schema(ref = "Digest") String digest) {}
