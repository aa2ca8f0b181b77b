package org.noteworthy.api.answer.draft;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What lint says of a draft in which one file has another text than was saved. */
@Schema(description = "What lint says of a draft in which one file has another text than was saved.")
public record DraftLint(
        @Schema(ref = "Digest") String digest,

        @Schema(description = "The folder that the draft would become.")
        String becomes,

        @Schema(description = "The editions that would judge otherwise.")
        List<String> changes,

        @Schema(description = "What lint finds in these editions.")
        List<LintFinding> lint) {}
