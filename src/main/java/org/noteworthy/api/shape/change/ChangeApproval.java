package org.noteworthy.api.shape.change;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That somebody approved a policy change, and what of. */
@Schema(description = "That somebody approved a policy change, and what of.")
public record ChangeApproval(
        ChangeIdentity by,
        @Schema(description = "When.") Instant time,

        @Schema(description = "The digest that was approved.", pattern = "^sha256:[0-9a-f]{64}$")
        String digest,

        @Schema(description = "Hash of the difference that was shown.", pattern = "^sha256:[0-9a-f]{64}$") @Nullable
        String difference,

        @Nullable ChangeEffect effect) {}
