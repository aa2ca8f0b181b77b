package org.noteworthy.api.shape;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a violation does not count. */
@Schema(description = "Why a violation does not count: the waiver that lets it stand. Only where there is one.")
public record AppliedWaiver(
        @Schema(description = "Why, in words of the owner.") String justification,

        @Schema(description = "Who answers for it.") String owner,

        @Schema(description = "The last day of the waiver, in UTC.")
        LocalDate until) {}
