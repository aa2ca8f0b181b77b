package org.noteworthy.api.answer.draft;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a draft was made of, and how that stands now. */
@Schema(description = "What a draft was made of, and how that stands now.")
public record DraftBase(
        @Schema(description = "The edition, or waivers.csv.")
        String edition,

        @Schema(ref = "Digest") String digest,

        @Schema(description = "Files that have changed in the rules folder since.")
        List<String> moved,

        @Schema(description = "Whether it is not in the rules folder any more.")
        boolean gone) {}
