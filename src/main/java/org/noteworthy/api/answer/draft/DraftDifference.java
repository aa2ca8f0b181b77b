package org.noteworthy.api.answer.draft;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a draft differs from its base. */
@Schema(description = "How a draft differs from its base.")
public record DraftDifference(
        @Schema(ref = "Digest") String digest,
        @Schema(description = "File by file.") List<FileDifference> files) {}
