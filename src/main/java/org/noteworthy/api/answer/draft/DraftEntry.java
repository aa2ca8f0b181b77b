package org.noteworthy.api.answer.draft;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A draft in the list of drafts. */
@Schema(description = "A draft in the list of drafts.")
public record DraftEntry(
        @Schema(description = "Its name.") String name,
        @Schema(description = "What it is about.") String title,

        @Schema(
                description = "How far it has come.",
                enumeration = {"editing", "in-review", "approved", "published", "discarded"})
        String state,

        @Schema(description = "The edition that it is a copy of, or waivers.csv.")
        String edition,

        @Schema(description = "Who made it.") Person author,
        @Schema(description = "When it was made.") Instant created,
        @Schema(description = "When it was last saved.") Instant changed,

        @Schema(description = "Whether what it was made of has changed in the rules folder since.")
        boolean moved,

        @Schema(ref = "Digest") String digest) {}
