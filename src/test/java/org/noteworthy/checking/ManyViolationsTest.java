package org.noteworthy.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.checking.outcome.CrossViolation;
import org.noteworthy.checking.outcome.EngagementResult;
import org.noteworthy.checking.outcome.Omissions;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.notes.Deployment;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.InteractionRecord;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.RealPlaybook;
import org.noteworthy.playbooks.edition.FailingRules;
import org.noteworthy.playbooks.edition.Rule;

/** A report lists so many violations and no more, says how many it leaves out, and hides no rule. */
class ManyViolationsTest {
    private static final String TAGS = "[EXO]\nSUMMARY: " + "#covid ".repeat(3_000) + "\nSTATUS: Going well\n";

    @Test
    void theFirstOnesOfANoteAreListedAndOneOfEachRule() {
        try (Checker checker = new Checker(RealPlaybook.march2020())) {
            Report report = checker.check(paused(TAGS));

            assertThat(report.violations())
                    .hasSizeBetween(1_000, 1_010)
                    .isSortedAccordingTo(
                            Comparator.comparingInt(Violation::start).thenComparing(Violation::rule))
                    .anyMatch(violation -> violation.rule().equals("status-allowed"));
            assertThat(report.violations().stream()
                                    .filter(violation -> violation.rule().equals("covid-tag-paused"))
                                    .count()
                            + report.gaps().omitted())
                    .isEqualTo(3_000);
            assertThat(report.violations().stream()
                            .map(Violation::rule)
                            .distinct()
                            .count())
                    .isEqualTo(report.outcomes().violated());
            assertThat(report.gaps().failed()).isEmpty();
        }
    }

    @Test
    void theyAreTheSameWhereEachRuleIsAskedByItself() {
        NoteRecord note = paused(TAGS);
        try (Checker checker = new Checker(RealPlaybook.march2020());
                Checker failing = new Checker(FailingRules.with(
                        RealPlaybook.march2020(), Rule.Subject.NOTE, "m-fails", each -> true, (each, report) -> {
                            throw new IllegalStateException("m");
                        }))) {
            assertThat(failing.check(note).violations())
                    .isEqualTo(checker.check(note).violations());
            assertThat(failing.check(note).gaps().omitted())
                    .isEqualTo(checker.check(note).gaps().omitted());
        }
    }

    @Test
    void theFirstOnesOfAnEngagementAreListed() {
        List<InteractionRecord> interactions = IntStream.range(0, 1_200)
                .mapToObj(i -> new InteractionRecord("I-" + i, null, "FE", null, null))
                .toList();
        try (Checker checker = new Checker(RealPlaybook.march2020())) {
            EngagementResult together = checker.checkTogether(new EngagementRecord("E-1", List.of(), interactions));

            assertThat(together.violations().stream().map(CrossViolation::interaction))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 1_000).mapToObj(i -> "I-" + i).toList());
            assertThat(together.gaps()).isEqualTo(new Omissions(List.of(), 200));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whichAreKeptDoesNotDependOnTheOrderInWhichTheyCome(long seed) {
        List<String> all = new ArrayList<>(IntStream.range(0, 9_000)
                .mapToObj(i -> String.format("%05d %s", i, i < 8_990 ? "common" : "rare-" + i))
                .toList());
        Collections.shuffle(all, new Random(seed));
        ViolationCollector<String> collected =
                new ViolationCollector<>(Comparator.<String>naturalOrder(), each -> each.substring(6));
        all.forEach(collected::add);

        List<String> expected = new ArrayList<>(IntStream.range(0, 1_000)
                .mapToObj(i -> String.format("%05d common", i))
                .toList());
        IntStream.range(8_990, 9_000).forEach(i -> expected.add(String.format("%05d rare-%d", i, i)));
        assertThat(collected.inOrder()).isEqualTo(expected);
        assertThat(collected.omitted()).isEqualTo(9_000 - expected.size());
    }

    @Test
    void aMessageIsCutWhereNobodyReadsOn() {
        Message message = new Message("{text}", "Note");
        Message longer = new Message("Found: {text}!", "Note");
        String text = "🙂".repeat(10_000);
        var note = RealPlaybook.march2020().parser().parse(NoteRecord.of("n", text));
        var whole = note.spots().get(0);

        assertThat(message.fill(note, whole)).isEqualTo("🙂".repeat(1_999) + "…");
        assertThat(longer.fill(note, whole)).isEqualTo("Found: " + "🙂".repeat(1_996) + "…");
    }

    private static NoteRecord paused(String text) {
        return new NoteRecord(
                "n", text, "FE", null, null, null, null, null, null, null, null, Deployment.PAUSED, null, null);
    }
}
