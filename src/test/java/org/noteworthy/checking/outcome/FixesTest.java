package org.noteworthy.checking.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.checking.Checker;
import org.noteworthy.notes.Fix;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.RandomNotes;
import org.noteworthy.notes.RealPlaybook;

/** A fix is one edit after which its violation is gone, and all fixes of a note can be applied together. */
class FixesTest {
    private static final Checker CHECKER = new Checker(RealPlaybook.march2020());

    @Test
    void mendEveryFixture() {
        for (String text : RandomNotes.fixtureTexts()) {
            mendsWhatItShows(NoteRecord.of("fixture", text));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void mendWhatTheyShowInRandomNotes(long seed) {
        RandomNotes notes = new RandomNotes(seed);
        for (int i = 0; i < 1500; i++) {
            mendsWhatItShows(notes.note("case " + i));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[EXO]\n**状态：\n**摘要要：Pending customer feedbak.", "[EXO]\n状要：x", "OD NEXT ACTIONS: weekly",
                "EXO. ZUSAMMENFASSUNGS: x", "[EXO]\n状态：Good #covid#covid", "EXO [SPO]\nSTATUS: 停止On hold",
                "[EXOL+SPOO] STATUS: Going well SUMMARYS: x\nSUMARY:\nNEXT ACTONS: #covid"
            })
    void mendWhatTheyShowWhereFixesMeet(String text) {
        RandomNotes notes = new RandomNotes(9);
        for (int i = 0; i < 50; i++) {
            mendsWhatItShows(notes.note("case " + i, text));
        }
    }

    @Test
    void doNotRepeatWordsOfAStatusThatIsMisspelt() {
        NoteRecord note = NoteRecord.of("n", "[EXO]\nSTATUS: Pending customer feedbak, they test.");

        assertThat(mended(note, fixes(CHECKER.check(note))).text())
                .isEqualTo("[EXO]\nSTATUS: Pending customer feedback, they test.");
    }

    private static void mendsWhatItShows(NoteRecord note) {
        Report before = CHECKER.check(note);
        List<Fix> fixes = fixes(before);
        for (int i = 1; i < fixes.size(); i++) {
            assertThat(fixes.get(i).start())
                    .as("fixes do not overlap: %s in <%s>", fixes, note.text())
                    .isGreaterThanOrEqualTo(fixes.get(i - 1).end());
        }
        NoteRecord mended = mended(note, fixes);
        Report after = CHECKER.check(mended);
        Set<String> mendable = before.violations().stream()
                .filter(violation -> violation.fix() != null)
                .map(Violation::rule)
                .collect(Collectors.toSet());
        for (String rule : mendable) {
            long withoutFix = before.violations().stream()
                    .filter(violation -> violation.rule().equals(rule) && violation.fix() == null)
                    .count();
            assertThat(after.violations())
                    .filteredOn(violation -> violation.rule().equals(rule))
                    .as("%s in <%s> after %s: <%s>", rule, note.text(), fixes, mended.text())
                    .hasSizeLessThanOrEqualTo((int) withoutFix);
        }
    }

    /** All fixes of a report in the order of the text. */
    private static List<Fix> fixes(Report report) {
        return report.violations().stream()
                .flatMap(violation -> Stream.ofNullable(violation.fix()))
                .sorted(Comparator.comparingInt(Fix::start).thenComparingInt(Fix::end))
                .toList();
    }

    /** The note with all of them applied, from the last to the first. */
    private static NoteRecord mended(NoteRecord note, List<Fix> fixes) {
        StringBuilder text = new StringBuilder(note.text());
        for (int i = fixes.size() - 1; i >= 0; i--) {
            Fix fix = fixes.get(i);
            text.replace(fix.start(), fix.end(), fix.text());
        }
        return new NoteRecord(
                note.id(),
                text.toString(),
                note.role(),
                note.noteType(),
                note.timeTask(),
                note.writtenOn(),
                note.author(),
                note.engagement(),
                note.interaction(),
                note.activity(),
                note.covidAccelerated(),
                note.deployment(),
                note.entitlementStatus(),
                note.language());
    }
}
