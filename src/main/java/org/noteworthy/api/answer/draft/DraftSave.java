package org.noteworthy.api.answer.draft;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A save of a draft. */
@Schema(description = "A save of a draft.")
public record DraftSave(
        @Schema(description = "Which save it is, from 1.") int number,
        @Schema(description = "When it was saved.") Instant at,
        @Schema(description = "Who saved it.") Person by,
        @Schema(description = "The files that it changed.") List<String> files,
        @Schema(ref = "Digest") String digest) {}
