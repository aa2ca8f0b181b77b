package org.noteworthy.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.noteworthy.checking.RuleTimes.RuleTime;
import org.noteworthy.checking.outcome.RuleOutcome.Outcome;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.RandomNotes;
import org.noteworthy.notes.RealPlaybook;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.FailingRules;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.language.pattern.Deadline;

/** A measurement tells of every rule on how many notes it was measured, and which rules came to no result. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RuleTimesTest {
    private static final Playbook SOUND = RealPlaybook.march2020();
    private static final NoteRecord PLAIN = NoteRecord.of("N-1", "[EXO]\nSTATUS: On track");
    private static final Duration ENOUGH = Duration.ofHours(1);

    @Test
    void everyRuleIsMeasuredOnTheNotesThatItJudges() {
        List<NoteRecord> notes = notes(30);
        List<RuleTime> times = new RuleTimes(SOUND, TimeLimits.DEFAULT, ENOUGH).on(notes);

        assertThat(times).extracting(RuleTime::rule).isEqualTo(SOUND.edition().rules());
        assertThat(times).extracting(RuleTime::judged).contains(0, 30).anyMatch(judged -> judged > 0 && judged < 30);
        assertThat(times).allSatisfy(time -> {
            assertThat(time.judged()).as(time.rule().id()).isEqualTo(judging(time.rule(), notes));
            assertThat(time.mean() != null).isEqualTo(time.judged() > 0);
            assertThat(time.failed()).isNull();
        });
    }

    /** How many of the notes the rule judges in a check. */
    private static int judging(Rule rule, List<NoteRecord> notes) {
        try (Checker checker = new Checker(SOUND)) {
            return (int) notes.stream()
                    .map(note -> Objects.requireNonNull(
                                    checker.checkInDetail(note).ruleOutcomes().get(rule.id()))
                            .outcome())
                    .filter(outcome -> outcome == Outcome.PASSED || outcome == Outcome.VIOLATED)
                    .count();
        }
    }

    @Test
    void aRuleThatFailsIsToldAndTheOthersAreMeasured() {
        Playbook playbook = FailingRules.with(SOUND, Rule.Subject.NOTE, "m-fails", note -> true, (note, report) -> {
            throw new IllegalStateException("told to nobody but the log");
        });
        assertOnlyItFailed(new RuleTimes(playbook, TimeLimits.DEFAULT, ENOUGH).on(notes(5)), "This rule failed ");
    }

    @Test
    void aRuleThatTakesLongerThanAChecksItIsToldAndTheOthersAreMeasured() {
        TimeLimits limits = new TimeLimits(Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertOnlyItFailed(new RuleTimes(withSlow(1), limits, ENOUGH).on(notes(5)), "This rule took too long ");
    }

    private static void assertOnlyItFailed(List<RuleTime> times, String reason) {
        assertThat(times)
                .filteredOn(time -> time.failed() != null)
                .singleElement()
                .satisfies(time -> {
                    assertThat(time.rule().id()).isEqualTo("m-fails");
                    assertThat(time.failed()).startsWith(reason);
                    assertThat(time.judged()).isEqualTo(5);
                    assertThat(time.mean()).isNull();
                });
        assertThat(times)
                .filteredOn(time -> time.judged() > 0 && time.failed() == null)
                .hasSizeGreaterThan(5)
                .allMatch(time -> time.mean() != null);
    }

    @Test
    void aRuleThatHasTimeForOneRoundIsMeasuredInThatOne() {
        List<RuleTime> times =
                new RuleTimes(withSlow(3), TimeLimits.DEFAULT, Duration.ofSeconds(10)).on(List.of(PLAIN));
        assertThat(times)
                .filteredOn(time -> time.rule().id().equals("m-fails"))
                .singleElement()
                .satisfies(time -> {
                    assertThat(time.failed()).isNull();
                    assertThat(time.mean()).isNotNull();
                });
    }

    /** The edition with one more rule, which from that time on does not end by itself. */
    private static Playbook withSlow(int from) {
        AtomicInteger times = new AtomicInteger();
        return FailingRules.with(SOUND, Rule.Subject.NOTE, "m-fails", note -> true, (note, report) -> {
            boolean slow = times.incrementAndGet() >= from;
            while (slow) {
                Deadline.look();
            }
        });
    }

    @Test
    void withNoTimeAtAllNoRuleThatJudgesComesToAResult() {
        List<RuleTime> times = new RuleTimes(SOUND, TimeLimits.DEFAULT, Duration.ZERO).on(notes(5));
        assertThat(times).allSatisfy(time -> {
            assertThat(time.mean()).isNull();
            assertThat(time.failed() != null).isEqualTo(time.judged() > 0);
        });
    }

    @Test
    void noMoreThanTheFirstNotesCount() {
        List<RuleTime> times = new RuleTimes(SOUND, TimeLimits.DEFAULT, ENOUGH).on(notes(RuleTimes.MOST_NOTES + 1));
        assertThat(times)
                .extracting(RuleTime::judged)
                .contains(RuleTimes.MOST_NOTES)
                .allMatch(judged -> judged <= RuleTimes.MOST_NOTES);
    }

    @Test
    void withoutNotesNothingIsMeasured() {
        assertThat(new RuleTimes(SOUND, TimeLimits.DEFAULT).on(List.of()))
                .hasSameSizeAs(SOUND.edition().rules())
                .allMatch(time -> time.judged() == 0 && time.mean() == null && time.failed() == null);
    }

    private static List<NoteRecord> notes(int count) {
        RandomNotes random = new RandomNotes(7);
        return IntStream.range(0, count).mapToObj(i -> random.note("note " + i)).toList();
    }
}
