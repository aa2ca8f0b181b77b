package org.noteworthy.api.answer.draft;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of putting a draft onto its base as it is now. */
@Schema(description = "What came of putting a draft onto its base as it is now.")
public record Rebased(
        @Schema(description = "The draft.") Draft draft,

        @Schema(description = "Files that both have changed. With any of them nothing was saved.")
        List<MergeConflict> conflicts) {}
