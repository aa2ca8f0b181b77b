package org.noteworthy.api.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The engagements on hold. */
@Schema(description = "The engagements on hold.")
public record Holds(
        @Schema(description = "One for each engagement, by its id.")
        List<Hold> holds) {
    /** All that is held. */
    public static Holds of(List<org.noteworthy.audit.Hold> holds) {
        return new Holds(holds.stream().map(Hold::of).toList());
    }
}
