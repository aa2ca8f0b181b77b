package org.noteworthy.api.body;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The text of a rule that is to be read into a form. */
@Schema(description = "The text of a rule that is to be read into a form.")
public record TextOfRule(
        @Schema(description = "The whole text of the file.") String text,

        @Schema(description = "The edition by whose tables its condition is told in words; left out, the one in force.")
        @Nullable
        String edition,

        @Schema(description = "The draft by whose tables it is told, instead of an edition.") @Nullable
        String draft) {}
