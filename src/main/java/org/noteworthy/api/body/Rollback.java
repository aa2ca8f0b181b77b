package org.noteworthy.api.body;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which earlier state is put in force again. */
@Schema(description = "Which earlier state is put in force again.")
public record Rollback(
        @Schema(description = "The edition, or waivers.csv.")
        String edition,

        @Schema(description = "The digest that it had then; left out, it is taken out of force.") @Nullable
        String digest,

        @Schema(description = "Why.") String reason) {}
