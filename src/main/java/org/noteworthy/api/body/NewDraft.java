package org.noteworthy.api.body;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A draft that is to be made. */
@Schema(description = "A draft that is to be made.")
public record NewDraft(
        @Schema(description = "Its name: small letters, digits and hyphens.")
        String name,

        @Schema(description = "What it is about; left out, its name.") @Nullable
        String title,

        @Schema(description = "The edition that it is a copy of, or waivers.csv.")
        String from,

        @Schema(
                description =
                        "First day of the edition that it is to become; left out, that of the edition that it is a copy of.")
        @Nullable
        String inForceFrom) {}
