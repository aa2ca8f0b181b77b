package org.noteworthy.api.answer.draft;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is known of a draft before it counts. */
@Schema(description = "What is known of a draft before it counts.")
public record DraftChecks(
        @Schema(ref = "Digest") String digest,

        @Schema(description = "The folder that it would become.")
        String becomes,

        @Schema(description = "Digest of the edition as it would judge.")
        String edition,

        @Schema(description = "When it was looked at.") Instant at,

        @Schema(description = "Whether more will be known in a moment.")
        boolean running,

        @Schema(description = "Whether neither lint nor the fixtures stand against publishing it, as far as is known.")
        boolean passes,

        @Schema(description = "How many approvals it needs, as far as is known.")
        int approvals,

        @Schema(description = "The editions that would judge otherwise.")
        List<String> changes,

        @Schema(description = "What lint finds in these editions.")
        List<LintFinding> lint,

        @Schema(description = "What became of the fixtures; absent until they were judged.") @Nullable
        DraftFixtures fixtures,

        @Schema(description = "What it does to recorded notes; absent until anything is known.") @Nullable
        DraftEffect effect,

        @Schema(description = "Why its effect cannot be told.") @Nullable
        String trouble) {}
