package org.noteworthy.api.answer.draft;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a draft was put in force. */
@Schema(description = "How a draft was put in force.")
public record DraftPublication(
        @Schema(description = "By which the audit log knows it.")
        String id,

        @Schema(
                description = "What took the place of what was there.",
                enumeration = {"published", "rolled-back", "removed"})
        String kind,

        @Schema(description = "Who.") Person by,
        @Schema(description = "When.") Instant at,
        @Schema(description = "Why.") String reason,

        @Schema(description = "The edition that it became, or waivers.csv.")
        String edition,

        @Schema(description = "False while it is under way.")
        boolean done,

        @Schema(description = "Whether the edition is still as it made it: not rolled back, and not changed since.")
        boolean inForce) {}
