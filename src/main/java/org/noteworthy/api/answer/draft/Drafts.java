package org.noteworthy.api.answer.draft;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The drafts, by name. */
@Schema(description = "The drafts, by name.")
public record Drafts(
        @Schema(description = "The drafts.") List<DraftEntry> drafts,

        @Schema(description = "Names of drafts that cannot be read.")
        List<String> damaged) {}
