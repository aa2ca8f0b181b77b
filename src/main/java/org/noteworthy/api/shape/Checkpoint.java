package org.noteworthy.api.shape;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a chain stood at a moment. */
@Schema(description = "Where a chain stood at a moment.")
public record Checkpoint(
        @Schema(description = "The chain.") String chain,

        @Schema(description = "Its number among those of the chain, from 1.", minimum = "1")
        long checkpoint,

        @Schema(description = "The number of the last decision before it.")
        long seq,

        @Schema(ref = "Hash") String hash,
        @Schema(description = "When it was made.") Instant made,

        @Schema(description = "Ed25519, in Base64; only where the service has a key.") @Nullable
        String signature) {}
