package org.noteworthy.api.answer;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What lets violations of one rule stand for a time. */
@Schema(description = "What lets violations of one rule stand for a time.")
public record Waiver(
        @Schema(description = "Its line in waivers.csv, from 1.", minimum = "1")
        int line,

        @Schema(
                description = "How it stands on that day.",
                enumeration = {"inForce", "notYetValid", "expired"})
        String state,

        @Schema(description = "Id of the rule.") String rule,

        @Schema(
                description = "False where no edition has such a rule, so that it lets nothing stand; only then.",
                enumeration = "false")
        @Nullable
        Boolean known,

        @Schema(description = "The engagement that it is for.") @Nullable
        String engagement,

        @Schema(description = "Id of the note that it is for.") @Nullable
        String note,

        @Schema(description = "The author whose notes it is for.") @Nullable
        String author,

        @Schema(description = "Why, in words of the owner.") String justification,
        @Schema(description = "Who answers for it.") String owner,

        @Schema(description = "Its first day, in UTC.") LocalDate from,

        @Schema(description = "Its last day, in UTC.") LocalDate until) {

    /** That waiver as it stands on a day. */
    public static Waiver of(org.noteworthy.playbooks.waiver.Waiver waiver, LocalDate day, boolean known) {
        return new Waiver(
                waiver.line(),
                waiver.on(day).word(),
                waiver.rule(),
                known ? null : false,
                waiver.subject().engagement(),
                waiver.subject().note(),
                waiver.subject().author(),
                waiver.justification(),
                waiver.owner(),
                waiver.from(),
                waiver.until());
    }
}
