package org.noteworthy.api.body;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The status recorded for the entitlement, on its three levels. */
@Schema(description = "The status recorded for the entitlement, on its three levels.")
public record EntitlementStatus(
        @Schema(description = "The first level.") @Nullable String l1,
        @Schema(description = "The second level.") @Nullable String l2,
        @Schema(description = "The third level.") @Nullable String l3) {}
