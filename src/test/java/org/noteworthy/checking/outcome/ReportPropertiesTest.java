package org.noteworthy.checking.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.checking.Checker;
import org.noteworthy.checking.outcome.RuleOutcome.Outcome;
import org.noteworthy.notes.Fix;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.RandomNotes;
import org.noteworthy.notes.RealPlaybook;
import org.noteworthy.playbooks.edition.Severity;

/** What is true of every report, whatever the note. */
class ReportPropertiesTest {
    private static final Checker CHECKER = new Checker(RealPlaybook.march2020());
    private static final Map<String, Severity> SEVERITIES = RealPlaybook.march2020().edition().rules().stream()
            .collect(Collectors.toMap(rule -> rule.id(), rule -> rule.severity()));

    @Test
    void holdForEveryFixture() {
        RandomNotes notes = new RandomNotes(0);
        for (String text : RandomNotes.fixtureTexts()) {
            holds(NoteRecord.of("fixture", text));
            holds(notes.note("fixture", text));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33, 34})
    void holdForRandomNotes(long seed) {
        RandomNotes notes = new RandomNotes(seed);
        for (int i = 0; i < 500; i++) {
            holds(notes.note("case " + i));
        }
    }

    private static void holds(NoteRecord note) {
        Checked checked = CHECKER.checkInDetail(note);
        Report report = checked.report();
        for (Violation violation : report.violations()) {
            standsWhereItSays(note.text(), violation);
            assertThat(violation.severity()).isEqualTo(SEVERITIES.get(violation.rule()));
            assertThat(violation.message()).isNotBlank().doesNotContain("{").doesNotContain("null");
        }
        assertThat(report.violations())
                .isSortedAccordingTo(Comparator.comparingInt(Violation::start).thenComparing(Violation::rule));
        assertThat(report.compliant())
                .isEqualTo(report.violations().stream().noneMatch(each -> each.severity() == Severity.ERROR));
        assertThat(report.assumed()).isEqualTo(note.role() == null ? Map.of("role", "FE") : Map.of());
        outcomesAddUp(checked);
    }

    private static void outcomesAddUp(Checked checked) {
        Outcomes outcomes = checked.report().outcomes();
        assertThat(outcomes.violated() + outcomes.passed() + outcomes.notApplicable() + outcomes.needsPerson())
                .isEqualTo(SEVERITIES.size());
        Map<Outcome, Long> counted = checked.ruleOutcomes().values().stream()
                .collect(Collectors.groupingBy(RuleOutcome::outcome, Collectors.counting()));
        assertThat(List.of((long) outcomes.violated(), (long) outcomes.passed(), (long) outcomes.notApplicable(), (long)
                        outcomes.needsPerson()))
                .isEqualTo(List.of(
                        counted.getOrDefault(Outcome.VIOLATED, 0L),
                        counted.getOrDefault(Outcome.PASSED, 0L),
                        counted.getOrDefault(Outcome.NOT_APPLICABLE, 0L),
                        counted.getOrDefault(Outcome.NEEDS_PERSON, 0L)));
        checked.ruleOutcomes()
                .forEach((rule, outcome) -> assertThat(outcome.outcome() == Outcome.NEEDS_PERSON)
                        .isEqualTo(!outcome.missing().isEmpty()));
    }

    private static void standsWhereItSays(String text, Violation violation) {
        int start = violation.start();
        assertThat(start).as("%s in <%s>", violation, text).isBetween(0, violation.end());
        assertThat(violation.end()).isLessThanOrEqualTo(text.length());
        if (violation.found() == null) {
            assertThat(violation.end()).isEqualTo(start);
        } else {
            assertThat(violation.found())
                    .isEqualTo(text.substring(start, violation.end()))
                    .isNotEmpty();
        }
        String before = text.substring(0, start);
        String[] lines = (before + "|").split("\r\n|\n|\r(?!$)", -1);
        assertThat(violation.line()).as("line of %s in <%s>", violation, text).isEqualTo(lines.length);
        assertThat(violation.column()).isEqualTo(lines[lines.length - 1].length());
        Fix fix = violation.fix();
        if (fix != null) {
            assertThat(fix.start()).isBetween(0, fix.end());
            assertThat(fix.end()).isLessThanOrEqualTo(text.length());
            assertThat(text.substring(fix.start(), fix.end())).isNotEqualTo(fix.text());
            assertThat(violation.found()).isNotNull();
        }
    }
}
