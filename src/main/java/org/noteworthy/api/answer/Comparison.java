package org.noteworthy.api.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What differs between two editions, or drafts of them. */
@Schema(description = "What differs between two editions, or drafts of them.")
public record Comparison(
        @Schema(ref = "Version") String from,
        @Schema(ref = "Version") String to,
        @Schema(description = "The differences.") List<Change> changes) {}
