package org.noteworthy.api.body;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which earlier state is put in force again. */
@Schema(description = "Which earlier state is put in force again.")
public record Rollback(
        @Schema(description = "The edition, or waivers.csv; left out where a publication is undone.") @Nullable
        String edition,

        @Schema(description = "The digest that it had then; left out, it is taken out of force.") @Nullable
        String digest,

        @Schema(description = "The id of a publication that is undone, in place of edition and digest.") @Nullable
        String undo,

        @Schema(description = "Why.") String reason) {}
