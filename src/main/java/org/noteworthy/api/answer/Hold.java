package org.noteworthy.api.answer;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An engagement whose decisions are kept, however old they get. */
@Schema(description = "An engagement whose decisions are kept, however old they get.")
public record Hold(
        @Schema(description = "Its id.") String engagement,
        @Schema(description = "When it was put on hold.") Instant since,
        @Schema(description = "Why.") String reason) {
    /** What is held, and why. */
    public static Hold of(org.noteworthy.audit.Hold hold) {
        return new Hold(hold.engagement(), hold.since(), hold.reason());
    }
}
