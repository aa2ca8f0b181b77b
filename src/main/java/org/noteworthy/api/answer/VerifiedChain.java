package org.noteworthy.api.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a verification saw of one chain. */
@Schema(description = "What a verification saw of one chain.")
public record VerifiedChain(
        @Schema(description = "Its name; \"policy changes\" for the chain of those.")
        String chain,

        @Schema(description = "Decisions, or policy changes, that are as they were recorded.", minimum = "0")
        long decisions,

        @Schema(description = "Decisions that were pruned, provably.", minimum = "0")
        long pruned,

        @Schema(description = "Its checkpoints.", minimum = "0")
        long checkpoints,

        @Schema(
                description =
                        "Number of the decision at which its last checkpoint stands; what came since has none yet.",
                minimum = "0")
        long checkpointAt,

        @Schema(description = "Number of the first decision that is not as it was recorded; only where one is.")
        @Nullable
        Long wrongAt,

        @Schema(description = "What is wrong with it, in a sentence; only where something is.") @Nullable
        String wrong) {}
