package org.noteworthy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.noteworthy.checking.Checker;
import org.noteworthy.checking.outcome.Checked;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.engine.RuleCache;

/** The engine and the hand-written checker of edition 2020-03-25 say the same of every note of the corpus. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("10,000 generated notes, seed " + Corpus.SEED)
class HandWrittenCheckerAgreesTest {
    private final Playbook playbook =
            Library.open(Path.of("rules"), RuleCache.none()).named("2020-03-25");
    private final Checker checker = new Checker(playbook);
    private final List<Note> notes = new ArrayList<>();
    private final List<Report> reports = new ArrayList<>();

    @BeforeAll
    void check() {
        for (NoteRecord record : Corpus.generate(playbook.tables(), Corpus.SEED, Corpus.SIZE)) {
            notes.add(playbook.parser().parse(record));
        }
        checker.checkParsed(notes).stream().map(Checked::report).forEach(reports::add);
    }

    @AfterAll
    void close() {
        checker.close();
    }

    @Test
    void bothCheckersFindTheSameRulesViolatedAtTheSamePlaces() {
        HandWrittenChecker byHand = new HandWrittenChecker(playbook.edition().digest());
        Set<String> shared = sharedRules();
        for (int i = 0; i < notes.size(); i++) {
            Report report = byHand.check(notes.get(i));
            assertThat(places(reports.get(i), shared))
                    .as("%s%n%s", notes.get(i).record(), notes.get(i).text())
                    .isEqualTo(places(report, shared));
            assertThat(report.violations()).allMatch(violation -> HandWrittenChecker.RULES.contains(violation.rule()));
        }
    }

    /** The rules about single notes that both know: the owners of the policy may add some, and retire some. */
    private Set<String> sharedRules() {
        Set<String> shared = new TreeSet<>(HandWrittenChecker.RULES);
        shared.retainAll(playbook.edition().rules().stream()
                .filter(rule -> rule.subject() == Rule.Subject.NOTE)
                .map(Rule::id)
                .toList());
        return shared;
    }

    private static List<String> places(Report report, Set<String> rules) {
        return report.violations().stream()
                .filter(violation -> rules.contains(violation.rule()))
                .map(violation -> violation.rule() + " " + violation.start() + "-" + violation.end())
                .toList();
    }

    @Test
    void twoInFiveNotesBreakRules() {
        long violating = reports.stream()
                .filter(report -> !report.violations().isEmpty())
                .count();
        assertThat(100.0 * violating / reports.size()).isBetween(35.0, 45.0);
    }

    @Test
    void everyRuleIsBrokenByFiftyNotesOrMore() {
        Map<String, Long> broken = new TreeMap<>();
        sharedRules().forEach(rule -> broken.put(rule, 0L));
        for (Report report : reports) {
            report.violations().stream()
                    .map(Violation::rule)
                    .filter(broken::containsKey)
                    .distinct()
                    .forEach(rule -> broken.merge(rule, 1L, Long::sum));
        }
        assertThat(broken)
                .isNotEmpty()
                .allSatisfy((rule, count) -> assertThat(count).as(rule).isGreaterThanOrEqualTo(50));
    }

    @Test
    void notesAreAsLongAsRealOnes() {
        assertThat(notes.stream()
                        .mapToInt(note -> note.text().length())
                        .average()
                        .orElse(0))
                .isBetween(300.0, 500.0);
    }
}
