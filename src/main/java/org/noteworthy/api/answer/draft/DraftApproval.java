package org.noteworthy.api.answer.draft;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That somebody approves a submission. */
@Schema(description = "That somebody approves a submission.")
public record DraftApproval(
        @Schema(description = "Who.") Person by,
        @Schema(description = "When.") Instant at,
        @Schema(description = "What they say of it.") String comment,
        @Schema(ref = "Digest") String digest,

        @Schema(description = "Digest of the edition as it would judge.")
        String edition,

        @Schema(description = "Digest of the difference from the base.")
        String difference,

        @Schema(description = "What was known of its effect.")
        EffectSummary effect,

        @Schema(description = "When it ceased to count, because the draft was changed or withdrawn.") @Nullable
        Instant voided) {}
