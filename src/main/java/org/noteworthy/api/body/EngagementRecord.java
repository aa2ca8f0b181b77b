package org.noteworthy.api.body;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer engagement, with all its notes and interactions. */
@Schema(description = "A customer engagement, with all its notes and interactions.")
public record EngagementRecord(
        @Schema(description = "The caller's id of the engagement.") @Nullable
        String engagement,

        @Schema(description = "Its notes; there may be none.")
        List<NoteRecord> notes,

        @Schema(description = "Its interactions.") @Nullable List<InteractionRecord> interactions) {}
