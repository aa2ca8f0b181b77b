package org.noteworthy.api.shape;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rule seen from the clause that it stands for. */
@Schema(description = "A rule seen from the clause that it stands for.")
public record TracedRule(
        @Schema(description = "Its id.") String rule,

        @Schema(
                description = "Whether somebody held it against the clause as the clause is now.",
                enumeration = {"confirmed", "clause has changed since", "never confirmed"})
        String standing,

        @Schema(
                description = "The hash that its clause had then; an older one is without the letter.",
                pattern = "^h?[0-9a-f]{12}$")
        @Nullable
        String confirmedHash,

        @Schema(description = "The day on which it was last confirmed; absent where the table does not tell it.")
        @Nullable
        LocalDate confirmedOn,

        @Schema(description = "Who confirmed it.") @Nullable String confirmedBy,

        @Schema(description = "Names of the notes and engagements that show what violates it and what passes.")
        List<String> fixtures) {}
