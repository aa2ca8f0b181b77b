package org.noteworthy.api.answer.draft;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A draft: a change of an edition, or of the waivers, before it counts. */
@Schema(description = "A draft: a change of an edition, or of the waivers, before it counts.")
public record Draft(
        @Schema(description = "Its name.") String name,
        @Schema(description = "What it is about.") String title,

        @Schema(
                description = "How far it has come.",
                enumeration = {"editing", "in-review", "approved", "published", "discarded"})
        String state,

        @Schema(ref = "Digest") String digest,
        @Schema(description = "Who made it.") Person author,
        @Schema(description = "When it was made.") Instant created,
        @Schema(description = "What it was made of.") DraftBase base,
        @Schema(description = "Its files.") List<DraftFile> files,

        @Schema(description = "Files of the base that it does not have.")
        List<String> deleted,

        @Schema(description = "Its saves, oldest first; of a long history the latest.")
        List<DraftSave> history,

        @Schema(description = "What is under review.") @Nullable
        DraftSubmission submission,

        @Schema(description = "Approvals, oldest first.") List<DraftApproval> approvals,

        @Schema(description = "What was said of it, oldest first.")
        List<DraftComment> comments,

        @Schema(description = "How it was put in force.") @Nullable
        DraftPublication publication) {}
