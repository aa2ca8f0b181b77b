package org.noteworthy.authoring.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noteworthy.checking.Checker;
import org.noteworthy.checking.outcome.Checked;
import org.noteworthy.checking.outcome.RuleOutcome.Outcome;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.RandomNotes;
import org.noteworthy.notes.RealPlaybook;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.language.FactPattern;
import org.noteworthy.playbooks.language.WrittenRule;
import org.noteworthy.playbooks.language.parsing.RuleFile;
import org.noteworthy.playbooks.language.words.Evaluation;

/** Why a rule ended as it did, told of real notes; and the telling never disagrees with the engine. */
class GroundsTest {
    private static final String NOTE = "[EXO]\nSTATUS: Going well\nSUMMARY: Call.\nNEXT ACTION: Call on Monday.\n";

    @Test
    void aPropertyThatIsNotTrueIsToldWithWhatItMeans() {
        assertThat(grounds("status-present", NOTE))
                .containsExactly("status.present is true (STATUS is there and says something.)");
        assertThat(grounds("insight-id", NOTE))
                .containsExactly("concerns.firstParty is false (CONCERNS shows no concern of first-party software.)");
    }

    @Test
    void aComparisonIsToldWithBothValues() {
        assertThat(grounds("status-brief", NOTE))
                .containsExactly("status.length is 10, not > limits.statusCharacters, which is 300");
    }

    @Test
    void ofAViolatedRuleWhatWasTrueIsTold() {
        assertThat(grounds("status-allowed", NOTE))
                .containsExactly(
                        "status.present is true (STATUS is there and says something.)",
                        "status.allowed is false (STATUS begins with none of the playbook's statuses.)");
    }

    @Test
    void aRoleThatTheRuleDoesNotBindAndAFieldThatIsNotKnownAreTold() {
        NoteRecord note = NoteRecord.of("n", NOTE);
        assertThat(grounds("executive-summary", note)).containsExactly("It binds FTA; the note is of FE.");
        assertThat(grounds("next-action-upcoming", note))
                .containsExactly("It needs writtenOn, which is not known of the note.");
        assertThat(grounds("note-per-interaction", note))
                .containsExactly(
                        "It judges the notes and interactions of an engagement together, and no note by itself.");
    }

    @Test
    void ofAlternativesEachThatFailedIsTold() {
        assertThat(told("status.length > 300 || !( status.content matches \"G.*\" ) || author contains \"a\""))
                .containsExactly(
                        "status.length is 10, not > 300",
                        "status.content is \"Going well\", matches \"G.*\"",
                        "author is not known, not contains \"a\"");
        assertThat(told("status.selected in ( \"paused\", \"on-track\" ), \"SPO\" memberOf prefix.workloads"))
                .containsExactly(
                        "status.selected is not known, not in ( \"paused\", \"on-track\" )",
                        "\"SPO\" is not memberOf prefix.workloads, which is [EXO]");
        assertThat(told("status.content not contains \"well\""))
                .containsExactly("status.content is \"Going well\", contains \"well\"");
    }

    @Test
    void lineEndsOfWhatAPatternIsHeldAgainstAreShown() {
        assertThat(told("text matches \".*STATUS: Going well.*\""))
                .containsExactly(
                        "text is \"[EXO]\\nSTATUS: Going well\\nSUMMARY: Call.\\nNEXT ACTION: Call…\", not matches"
                                + " \".*STATUS: Going well.*\" (\\n is a line end, where a dot stops unless the pattern begins with"
                                + " (?s))");
        assertThat(told("text matches \"(?s)STATUS.*\""))
                .containsExactly(
                        "text is \"[EXO]\\nSTATUS: Going well\\nSUMMARY: Call.\\nNEXT ACTION: Call…\", not matches"
                                + " \"(?s)STATUS.*\" (\\n is a line end)");
        assertThat(told("text not contains \"Call.\""))
                .containsExactly(
                        "text is \"[EXO]\\nSTATUS: Going well\\nSUMMARY: Call.\\nNEXT ACTION: Call…\", contains \"Call.\"");
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"2019-09-27, 71", "2020-03-25, 72", "2020-05-12, 73"})
    void everyRuleIsEvaluatedAsTheEngineJudges(String version, long seed) {
        Playbook playbook = RealPlaybook.edition(version);
        RandomNotes random = new RandomNotes(seed);
        try (Checker checker = new Checker(playbook)) {
            for (int i = 0; i < 1_000; i++) {
                Checked checked = checker.checkInDetail(random.note("n" + i));
                for (Rule rule : playbook.edition().rules()) {
                    boolean judged = checked.before()
                                    .get(playbook.edition().rules().indexOf(rule))
                                    .outcome()
                            == Outcome.PASSED;
                    if (judged) {
                        WrittenRule written = playbook.files().written(rule).orElseThrow();
                        assertThat(fulfils(written, checked))
                                .as("%s on %s", rule.id(), checked.note().given())
                                .isEqualTo(checked.violates(rule.id()));
                    }
                }
            }
        }
    }

    private static boolean fulfils(WrittenRule rule, Checked checked) {
        FactPattern pattern = rule.patterns().get(0);
        return Evaluation.of(pattern, checked.note()).holds(pattern.conditions());
    }

    private static List<String> grounds(String rule, String text) {
        return grounds(rule, NoteRecord.of("n", text));
    }

    private static List<String> grounds(String rule, NoteRecord note) {
        Playbook playbook = RealPlaybook.march2020();
        try (Checker checker = new Checker(playbook)) {
            return OutcomeExplanation.of(
                    playbook, playbook.edition().rule(rule).orElseThrow(), checker.checkInDetail(note));
        }
    }

    /** What keeps a rule with these conditions from being violated by the note. */
    private static List<String> told(String conditions) {
        FactPattern pattern = RuleFile.read(
                        "rule \"r\" when $note : Note( " + conditions + " ) then report.violation( $note, \"x\" ); end")
                .rules()
                .get(0)
                .patterns()
                .get(0);
        Evaluation evaluation =
                Evaluation.of(pattern, RealPlaybook.march2020().parser().parse(NoteRecord.of("n", NOTE)));
        return pattern.conditions().stream()
                .filter(condition -> !evaluation.holds(condition))
                .flatMap(condition -> evaluation.deciding(condition).stream())
                .map(finding -> finding.sentence())
                .toList();
    }
}
