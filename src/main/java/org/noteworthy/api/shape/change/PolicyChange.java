package org.noteworthy.api.shape.change;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of an edition or of the waivers, who did it and why; linked to the change before it. */
@Schema(
        description =
                "What became of an edition or of the waivers, who did it and why; linked to the change before it.")
public record PolicyChange(
        @Schema(description = "The chain in which it stands: the one of the policy changes.")
        String chain,

        @Schema(description = "Its number in the chain, from 1.", minimum = "1")
        long seq,

        @Schema(ref = "Hash") String previous,
        @Schema(description = "Its id.") String id,
        @Schema(description = "When it was made.") Instant time,

        @Schema(
                description = "What became of it.",
                enumeration = {"published", "rolled-back", "abandoned", "removed"})
        String kind,

        @Schema(description = "The folder of the edition, or waivers.csv.")
        String edition,

        @Schema(description = "The digest before; absent where there was nothing.", pattern = "^sha256:[0-9a-f]{64}$")
        @Nullable
        String fromDigest,

        @Schema(
                description = "The digest afterwards, by which decisions are found; absent where there is nothing.",
                pattern = "^sha256:[0-9a-f]{64}$")
        @Nullable
        String toDigest,

        @Schema(description = "The name of the draft that it came from.") @Nullable
        String draft,

        ChangeIdentity by,
        @Schema(description = "Why.") String reason,
        @Schema(description = "Who approved it.") List<ChangeApproval> approvals,
        @Nullable ChangeEffect effect,

        @Schema(description = "The edition's own files before, each by the SHA-256 of its content.")
        Map<String, String> filesBefore,

        @Schema(description = "The edition's own files afterwards, each by the SHA-256 of its content.")
        Map<String, String> files,

        @Schema(description = "The version of the product that did it.")
        String product,

        @Schema(ref = "Hash") String hash) {}
