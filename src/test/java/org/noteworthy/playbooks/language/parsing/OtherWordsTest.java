package org.noteworthy.playbooks.language.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noteworthy.playbooks.language.SourceDiagnostic;

/** Whoever writes rules as programs are written, or as the engine would take them, is told how they are written here. */
class OtherWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text.startsWith("a")           | A rule calls nothing. Write text str[startsWith] "…" without brackets.
            status.content.endsWith("a")   | A rule calls nothing. Write status.content str[endsWith] "…" without brackets.
            $note.text.contains("a")       | A rule calls nothing. Write $note.text contains "…" without brackets.
            !text.matches("a")             | A rule calls nothing. Write text matches "…" without brackets.
            """)
    void callsOfMethods(String condition, String sentence) {
        assertThat(diagnostics(
                        "rule \"r\" when $note : Note( " + condition + " ) then report.violation( $note, \"x\" ); end"))
                .containsExactly(sentence);
    }

    @Test
    void wordsOfTheEngine() {
        assertThat(diagnostics("rule \"r\" when $note : Note( ) from x then report.violation( $note, \"x\" ); end")
                        .get(0))
                .isEqualTo(
                        "\"from\" is not a fact, and between \"when\" and \"then\" a rule looks for facts alone. There is Interaction,"
                                + " Note.");
        assertThat(diagnostics(
                                "rule \"r\" agenda-group \"x\" when $note : Note( ) then report.violation( $note, \"x\" ); end")
                        .get(0))
                .startsWith("\"agenda-group\" is not expected here.");
        assertThat(diagnostics("agenda-group rule \"r\" when then end").get(0))
                .startsWith("Only rules may stand in a rule file. Remove \"agenda-group\";");
    }

    @Test
    void oneRuleThatIsTooLarge() {
        String one = "rule \"r\" when $note : Note( " + "status.present,\n".repeat(1_400) + "status.present ) then end";
        assertThat(diagnostics(one).get(0))
                .endsWith("Say less in the rule, or write it as several, each in a file of its own.");
        assertThat(diagnostics(one + "\n" + one).get(0)).endsWith("Put the rules into several files.");
    }

    @Test
    void aMessageWithoutAVisibleSign() {
        assertThat(diagnostics(
                        "rule \"r\" when $note : Note( ) then report.violation( $note, \" \u3164\u2800\u0301\" ); end"))
                .containsExactly("The text is empty. Say what is wrong, and the way out.");
    }

    private static List<String> diagnostics(String rule) {
        return RuleFile.read(rule).diagnostics().stream()
                .map(SourceDiagnostic::sentence)
                .toList();
    }
}
