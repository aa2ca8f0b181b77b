package org.noteworthy.checking.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.noteworthy.authoring.explain.OutcomeExplanation;
import org.noteworthy.checking.Checker;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.RealPlaybook;

/** A note with several workload blocks gets one report, which tells of each block where it stands. */
class SeveralBlocksTest {
    private static final String GOOD = "STATUS: On track\nSUMMARY: Met.\nNEXT ACTION: Call on Monday.\n";

    @Test
    void aRuleThatIsViolatedInTwoBlocksCountsOnceAndIsToldInBoth() {
        String bad = GOOD.replace("On track", "Going well");

        Checked checked = check("[EXO]\n" + bad + "[TEAMS]\n" + bad);

        assertThat(checked.report().violations())
                .extracting(Violation::rule, Violation::line, Violation::found)
                .containsExactly(tuple("status-allowed", 2, "Going well"), tuple("status-allowed", 6, "Going well"));
        Outcomes outcomes = checked.report().outcomes();
        assertThat(outcomes.violated()).isEqualTo(1);
        assertThat(outcomes.violated() + outcomes.passed() + outcomes.notApplicable() + outcomes.needsPerson())
                .isEqualTo(checked.rules().size());
    }

    @Test
    void whatABlockLacksIsToldAtItsPrefix() {
        Checked checked = check("[EXO]\n" + GOOD + "[TEAMS]\nSTATUS: On track\nNEXT ACTION: Call on Monday.\n");

        assertThat(checked.report().violations()).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo("summary-present");
            assertThat(violation.section()).isEqualTo("[TEAMS]");
            assertThat(violation.line()).isEqualTo(5);
            assertThat(violation.found()).isNull();
        });
    }

    @Test
    void whatIsWrongWithTheNoteAsAWholeIsToldOnce() {
        Checked checked = check("[EXO]\n" + GOOD + "[TEAMS]\n" + GOOD.replace("Met.", "Met. #covid19, COVID-19"));

        assertThat(checked.report().violations()).extracting(Violation::rule).containsExactly("covid-tag-suspected");
    }

    @Test
    void theGroundsAreThoseOfTheBlockThatViolatesTheRule() {
        Checked checked = check("[EXO]\n" + GOOD + "[TEAMS]\n" + GOOD.replace("Call on Monday.", "Call."));

        assertThat(grounds(checked, "next-action-dated"))
                .contains("nextAction.dated is false (NEXT ACTION does not say when.)");
    }

    private static List<String> grounds(Checked checked, String rule) {
        return checked.rules().stream()
                .filter(each -> each.id().equals(rule))
                .flatMap(each -> OutcomeExplanation.of(RealPlaybook.march2020(), each, checked).stream())
                .toList();
    }

    private static Checked check(String text) {
        try (Checker checker = new Checker(RealPlaybook.march2020())) {
            return checker.checkInDetail(NoteRecord.of("n", text));
        }
    }
}
