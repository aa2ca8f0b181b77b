package org.noteworthy.api.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.edition.Edition;

/** How long the rules of an edition take, each by itself. */
@Schema(description = "How long the rules of an edition take, each by itself.")
public record RuleTimes(
        @Schema(ref = "Version") String playbook,
        @Schema(ref = "Digest") String digest,

        @Schema(
                description = "The fixtures on which it was measured, 200 notes at most; 0 where there are none.",
                minimum = "0")
        int notes,

        @Schema(description = "Every rule of the edition, by its id.")
        List<Time> rules) {
    private static final double NANOS = 1_000;
    private static final double TENTHS = 10;

    /** How long a rule takes. */
    @Schema(name = "RuleTime", description = "How long a rule takes.")
    public record Time(
            @Schema(description = "Id of the rule.") String rule,

            @Schema(description = "Id of the clause that it stands for.")
            String clause,

            @Schema(
                    description = "How many of the notes it judges; none where it judges engagements as a whole.",
                    minimum = "0")
            int judged,

            @Schema(description = """
                    Microseconds that it took for one of these notes, in the best of several rounds; absent where it judges \
                    none or came to no result.""", minimum = "0") @Nullable
            Double meanMicroseconds,

            @Schema(description = "Why it came to no result, in a sentence or two; absent where it came to one.")
            @Nullable
            String failed) {
        private static Time of(org.noteworthy.checking.RuleTimes.RuleTime time) {
            return new Time(
                    time.rule().id(),
                    time.rule().clause(),
                    time.judged(),
                    time.mean() == null ? null : Math.round(time.mean().toNanos() / NANOS * TENTHS) / TENTHS,
                    time.failed());
        }
    }

    /** What was measured on that many notes. */
    public static RuleTimes of(Edition edition, int notes, List<org.noteworthy.checking.RuleTimes.RuleTime> times) {
        return new RuleTimes(
                edition.version(),
                edition.digest(),
                notes,
                times.stream().map(Time::of).toList());
    }
}
