package org.noteworthy.api.answer.draft;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the fixtures under a draft. */
@Schema(description = "What became of the fixtures under a draft.")
public record DraftFixtures(
        @Schema(description = "How many there are; 0 where the service has none.")
        int count,

        @Schema(description = "How often one was judged.") int checks,
        @Schema(description = "What is not as expected.") List<String> failures,

        @Schema(description = "What they show of each edition that changes, and what they leave out.")
        List<String> coverage) {}
