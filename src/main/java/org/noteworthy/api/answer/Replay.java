package org.noteworthy.api.answer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A replay. */
@Schema(description = """
        A replay. When it is done by the rules that judged, it has same, masked, different and differences; by \
        another edition, it has judged, changed, rules and failed.""")
public record Replay(
        @Schema(description = "Its id.") String id,

        @Schema(
                description = "How it stands.",
                enumeration = {"waiting", "running", "done", "cancelled", "failed"})
        String state,

        @Schema(description = "When it was asked for.") Instant asked,
        @Schema(ref = "AskedReplay") Map<String, String> of,

        @Schema(description = "Decisions gone through so far.")
        long decisions,

        @Schema(description = "Those that cannot be replayed, because their notes were not kept.") @Nullable
        Long withoutNote,

        @Schema(description = "Those that came out the same, byte for byte.") @Nullable
        Long same,

        @Schema(
                description =
                        "Those among them of which something is masked, so that only the broken rules are compared.")
        @Nullable
        Long masked,

        @Schema(description = "Those that came out otherwise, though the rules are the same.") @Nullable
        Long different,

        @Schema(description = "The first few of them.") @Nullable
        List<ReplayDifference> differences,

        @Schema(description = "Notes, and engagements as a whole, that were judged by the other edition.") @Nullable
        Long judged,

        @Schema(description = "Those for which any rule ends otherwise than the record says.") @Nullable
        Long changed,

        @Schema(description = "The rules that are broken by the record or by the other edition.") @Nullable
        List<ReplayedRule> rules,

        @Schema(description = "Rules that failed on any of the notes, so that what they would say is not known.")
        @Nullable
        List<String> failed,

        @Schema(description = "Why it failed, in a sentence.") @Nullable
        String trouble) {}
