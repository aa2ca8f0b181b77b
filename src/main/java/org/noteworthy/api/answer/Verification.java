package org.noteworthy.api.answer;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A verification of the audit log. */
@Schema(description = """
        A verification of the audit log by the service itself. When it is done, it has holds, chains and others. It knows \
        no more than the audit log and the key; checkpoints that were kept elsewhere, audit verify compares.""")
public record Verification(
        @Schema(description = "Its id.") String id,

        @Schema(
                description = "How it stands.",
                enumeration = {"running", "done", "cancelled", "failed"})
        String state,

        @Schema(description = "When it was asked for.") Instant asked,

        @Schema(description = "When it ended.") @Nullable Instant ended,

        @Schema(description = "Decisions looked at so far.", minimum = "0")
        long decisions,

        @Schema(description = "Decisions that there are about, when it began.", minimum = "0")
        long of,

        @Schema(description = """
                The public key by which checkpoints must be signed: SHA-256 of it in DER. Absent where the service has \
                none, so that the audit log proves only that it agrees with itself.""") @Nullable String key,

        @Schema(description = "Whether all is as it was recorded.") @Nullable
        Boolean holds,

        @Schema(description = "Chain by chain.") @Nullable List<VerifiedChain> chains,

        @Schema(description = "What is wrong beside the chains, in sentences.") @Nullable
        List<String> others,

        @Schema(description = "Why it failed, in a sentence.") @Nullable
        String trouble) {}
