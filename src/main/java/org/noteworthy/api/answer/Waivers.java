package org.noteworthy.api.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.noteworthy.playbooks.Library;

/** The waivers that count, and what is wrong with their file. */
@Schema(description = "The waivers that count, and what is wrong with their file.")
public record Waivers(
        @Schema(description = "The day on which they stand so, in UTC.")
        LocalDate on,

        @Schema(description = "The waivers, in the order of their file.")
        List<Waiver> waivers,

        @Schema(description = """
                What is wrong with waivers.csv as it is. While there is anything, the waivers that were read before go on \
                counting, and those are listed.""") List<Reason> reasons) {

    /** Those of a rules folder, as they stand on a day. */
    public static Waivers of(Library library, LocalDate day) {
        Set<String> rules = library.ruleNames();
        return new Waivers(
                day,
                library.waivers().waivers().all().stream()
                        .map(waiver -> Waiver.of(waiver, day, rules.contains(waiver.rule())))
                        .toList(),
                Reason.of(library.waivers().diagnostics()));
    }
}
