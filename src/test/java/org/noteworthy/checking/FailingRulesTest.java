package org.noteworthy.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.noteworthy.checking.outcome.Checked;
import org.noteworthy.checking.outcome.EngagementResult;
import org.noteworthy.checking.outcome.FailedRule;
import org.noteworthy.checking.outcome.Omissions;
import org.noteworthy.checking.outcome.Outcomes;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.RuleOutcome;
import org.noteworthy.checking.outcome.RuleOutcome.Outcome;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.RandomNotes;
import org.noteworthy.notes.RealPlaybook;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.FailingRules;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.engine.Verdict;
import org.noteworthy.playbooks.language.pattern.Deadline;
import org.noteworthy.playbooks.language.pattern.TextPattern;
import org.noteworthy.report.ReportJson;

/** A rule that fails is told as failed, and every other rule says what it says without it. */
class FailingRulesTest {
    private static final String BROKEN =
            "This rule failed and came to no result here. Judge the point by hand, and tell the owner of the rule.";
    private static final String SLOW = "This rule took too long and came to no result here. Judge the point by hand.";
    private static final NoteRecord GOING_WELL = NoteRecord.of("N-1", "[EXOL]\nSTATUS: Going well");
    private static final Playbook SOUND = RealPlaybook.march2020();

    /** A way in which a rule can fail. */
    private record Way(String name, Predicate<Note> condition, BiConsumer<Note, Verdict> consequence) {
        Playbook among(Rule.Subject subject) {
            return FailingRules.with(SOUND, subject, "m-fails", condition, consequence);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final Way IN_ITS_CONSEQUENCE = new Way("in its consequence", note -> true, (note, report) -> {
        throw new IllegalStateException("told to nobody but the log");
    });

    static List<Way> ways() {
        return List.of(
                IN_ITS_CONSEQUENCE,
                new Way("in its condition", note -> 1 / note.text().indexOf("") > 0, (note, report) -> {}),
                new Way("after it has found something", note -> true, (note, report) -> {
                    report.violation(note, "Here.");
                    throw new IllegalStateException("told to nobody but the log");
                }),
                new Way(
                        "by its place",
                        note -> true,
                        (note, report) ->
                                report.violation(() -> List.of(note.spots().get(1)), "Here.")),
                new Way("by a pattern", note -> TextPattern.matches(note.text(), "(a"), (note, report) -> {}),
                new Way("in depth", FailingRulesTest::deep, (note, report) -> {}),
                new Way(
                        "for want of a class",
                        note -> {
                            throw new NoClassDefFoundError("org/noteworthy/Nothing");
                        },
                        (note, report) -> {}));
    }

    @SuppressWarnings("InfiniteRecursion")
    private static boolean deep(Note note) {
        return deep(note) && note.text().isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theOthersSayWhatTheySayWithoutIt(Way way) throws IOException {
        List<NoteRecord> notes = notes(20);
        try (Checker checker = new Checker(way.among(Rule.Subject.NOTE));
                Checker sound = new Checker(SOUND)) {
            List<Report> reports = checker.check(notes);
            for (int i = 0; i < reports.size(); i++) {
                assertThat(json(reports.get(i)))
                        .isEqualTo(json(withFailure(sound.check(notes.get(i)), "m-fails", BROKEN)));
            }
        }
    }

    @Test
    void itEndsWithAPersonAndTheCountsAddUp() {
        Playbook playbook = IN_ITS_CONSEQUENCE.among(Rule.Subject.NOTE);
        try (Checker checker = new Checker(playbook)) {
            Checked checked = checker.checkInDetail(GOING_WELL);
            Outcomes outcomes = checked.report().outcomes();

            assertThat(checked.ruleOutcomes())
                    .containsEntry("m-fails", new RuleOutcome(Outcome.NEEDS_PERSON, List.of()))
                    .hasSize(playbook.edition().rules().size());
            assertThat(outcomes.violated() + outcomes.passed() + outcomes.notApplicable() + outcomes.needsPerson())
                    .isEqualTo(playbook.edition().rules().size());
            assertThat(checked.ruleOutcomes().values().stream()
                            .filter(outcome -> outcome.outcome() == Outcome.NEEDS_PERSON))
                    .hasSize(outcomes.needsPerson());
        }
    }

    @Test
    void aNoteOnWhichItDoesNotFailIsJudgedByItToo() {
        Playbook playbook = FailingRules.with(
                SOUND,
                Rule.Subject.NOTE,
                "m-fails",
                note -> note.id().equals("second") || 1 / (note.text().length() - 1) >= 0,
                (note, report) -> report.violation(note, "Here."));
        List<NoteRecord> notes = List.of(
                NoteRecord.of("first", "x"), NoteRecord.of("second", "x"), NoteRecord.of("third", "[EXO] longer"));
        try (Checker checker = new Checker(playbook)) {
            List<Report> reports = checker.check(notes);

            assertThat(reports.get(0).gaps().failed()).containsExactly(new FailedRule("m-fails", BROKEN));
            assertThat(reports.get(0).violations())
                    .noneMatch(each -> each.rule().equals("m-fails"));
            assertThat(reports.subList(1, 3)).allSatisfy(report -> {
                assertThat(report.gaps()).isEqualTo(Omissions.NONE);
                assertThat(report.violations()).anyMatch(each -> each.rule().equals("m-fails"));
            });
        }
    }

    @Test
    void oneThatTakesTooLongFailsAlone() {
        Playbook playbook = FailingRules.with(SOUND, Rule.Subject.NOTE, "m-fails", note -> true, (note, report) -> {
            while (note.position() == 0) {
                Deadline.look();
            }
        });
        TimeLimits limits = new TimeLimits(Duration.ofSeconds(2), Duration.ofSeconds(2));
        try (Checker checker = new Checker(playbook, limits);
                Checker sound = new Checker(SOUND)) {
            assertThat(checker.check(GOING_WELL)).isEqualTo(withFailure(sound.check(GOING_WELL), "m-fails", SLOW));
        }
    }

    @Test
    void whatHasNoTimeAtAllIsLeftToAPersonByEachRule() {
        try (Checker late = new Checker(SOUND, new TimeLimits(Duration.ZERO, Duration.ZERO));
                Checker sound = new Checker(SOUND)) {
            Report report = late.check(GOING_WELL);
            Outcomes inTime = sound.check(GOING_WELL).outcomes();

            assertThat(report.violations()).isEmpty();
            assertThat(report.gaps().failed())
                    .hasSize(inTime.violated() + inTime.passed())
                    .allMatch(failed -> failed.reason().equals(SLOW));
            assertThat(report.outcomes())
                    .isEqualTo(new Outcomes(
                            0, 0, inTime.notApplicable(), inTime.needsPerson() + inTime.violated() + inTime.passed()));
            assertThat(late.checkTogether(engagement()).gaps().failed())
                    .containsExactly(
                            new FailedRule("note-per-interaction", SLOW),
                            new FailedRule("one-note-per-interaction", SLOW));
        }
    }

    @Test
    void theTimeOfACallIsOverForAllThatItHolds() {
        try (Checker checker = new Checker(SOUND)) {
            Deadline none = Deadline.within(Duration.ZERO);
            try {
                assertThat(checker.check(GOING_WELL).gaps().failed()).isNotEmpty();
            } finally {
                none.close();
            }
            assertThat(checker.check(GOING_WELL).gaps()).isEqualTo(Omissions.NONE);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void amongRulesAboutEngagementsItFailsAloneToo(Way way) {
        try (Checker checker = new Checker(way.among(Rule.Subject.ENGAGEMENT));
                Checker sound = new Checker(SOUND)) {
            EngagementResult together = checker.checkTogether(engagement());

            assertThat(together.gaps().failed()).containsExactly(new FailedRule("m-fails", BROKEN));
            assertThat(together.violations())
                    .isNotEmpty()
                    .isEqualTo(sound.checkTogether(engagement()).violations());
        }
    }

    @Test
    void oneThatAppliesAgainAndAgainFailsAlone() {
        try (Checker notes = new Checker(FailingRules.withEndless(SOUND, Rule.Subject.NOTE, "m-fails"));
                Checker engagements = new Checker(FailingRules.withEndless(SOUND, Rule.Subject.ENGAGEMENT, "m-fails"));
                Checker sound = new Checker(SOUND)) {
            assertThat(notes.check(GOING_WELL)).isEqualTo(withFailure(sound.check(GOING_WELL), "m-fails", BROKEN));
            assertThat(engagements.checkTogether(engagement()))
                    .isEqualTo(new EngagementResult(
                            sound.checkTogether(engagement()).violations(),
                            new Omissions(List.of(new FailedRule("m-fails", BROKEN)), 0)));
        }
    }

    @Test
    void theLogTellsOfItOnceWithTheCauseAndThenMoreAndMoreSeldom() {
        List<LogRecord> records = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                records.add(record);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger("noteworthy.rules");
        log.addHandler(handler);
        try (Checker checker = new Checker(IN_ITS_CONSEQUENCE.among(Rule.Subject.NOTE))) {
            checker.check(notes(120));
        } finally {
            log.removeHandler(handler);
        }
        assertThat(records).hasSize(3);
        assertThat(records.get(0).getMessage()).contains("The rule m-fails of 2020-03-25: ");
        assertThat(records.get(0).getThrown()).hasStackTraceContaining("told to nobody but the log");
        assertThat(records.get(1).getParameters()).contains("10");
        assertThat(records.get(2).getParameters()).contains("100");
        assertThat(records.get(2).getThrown()).isNull();
    }

    private static Report withFailure(Report report, String rule, String reason) {
        Outcomes outcomes = report.outcomes();
        return new Report(
                report.note(),
                report.playbook(),
                report.digest(),
                report.violations(),
                new Outcomes(
                        outcomes.violated(), outcomes.passed(), outcomes.notApplicable(), outcomes.needsPerson() + 1),
                report.assumed(),
                new Omissions(List.of(new FailedRule(rule, reason)), 0));
    }

    private static String json(Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var json = ReportJson.generator(out)) {
            ReportJson.write(json, report);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<NoteRecord> notes(int count) {
        RandomNotes random = new RandomNotes(51);
        return IntStream.range(0, count).mapToObj(i -> random.note("note " + i)).toList();
    }

    private static EngagementRecord engagement() {
        return new EngagementRecord("E-1", List.of(of("N-1"), of("N-2")), List.of());
    }

    private static NoteRecord of(String id) {
        return new NoteRecord(id, "[EXO]\n", "FE", null, null, null, "kim", "E-1", "I-1", null, null, null, null, null);
    }
}
