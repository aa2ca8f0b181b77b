package org.noteworthy.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.notes.Tables.SectionKind;
import org.noteworthy.notes.Tables.SectionRow;

/** The labels of a note and what is written under them, in every language and all dress. */
class SectionsTest {

    static List<SectionRow> labels() {
        return RealPlaybook.march2020().tables().sections().stream()
                .filter(row -> row.section() != SectionKind.WORKLOAD && row.section() != SectionKind.OTHER)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("labels")
    void openUnderEveryLabelOfTheTableInAnyDress(SectionRow row) {
        String label = row.label();
        String title = label.charAt(0) + label.substring(1).toLowerCase(Locale.ROOT);
        for (String written : List.of(label, title, label.toLowerCase(Locale.ROOT))) {
            for (String line : List.of(
                    "%s: x",
                    "%s:x",
                    "%s : x",
                    "%s： x",
                    "%s:\tx",
                    "%s:\u00A0x",
                    "%s:\nx",
                    "%s:\n\n  x\n",
                    "%s\nx",
                    "- %s: x",
                    "* %s: x",
                    "• %s: x",
                    "1. %s: x",
                    "12) %s: x",
                    "\t%s: x",
                    "\u00A0%s:x",
                    "> %s: x",
                    "# %s\nx",
                    "### %s\n\nx",
                    "## %s ##\nx",
                    "**%s**: x",
                    "**%s:** x",
                    "**%s** x",
                    "__%s:__ x",
                    "*%s*\nx",
                    "**%s: x**",
                    "- **%s**: x",
                    "%s - x",
                    "%s – x",
                    "| %s | x |",
                    "%s: - x",
                    "%s:  x  ")) {
                String text = "[EXO]\r\n" + line.formatted(written) + "\r\n";

                assertThat(RealPlaybook.read(text).sections().layout().uses())
                        .as(text)
                        .singleElement()
                        .satisfies(use -> {
                            assertThat(use.kind()).isEqualTo(row.section());
                            assertThat(text.substring(use.labelStart(), use.labelEnd()))
                                    .isEqualTo(written);
                            assertThat(use.label()).isEqualTo(written);
                            assertThat(text.substring(use.start(), use.end())).isIn("x", "- x");
                        });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("labels")
    void openUnderEveryPhraseThatIsWrittenInsteadOfALabel(SectionRow row) {
        for (String phrase : row.insteadOf()) {
            String text = "[EXO]\n" + phrase + ": x";

            assertThat(RealPlaybook.read(text).sections().layout().uses())
                    .as(text)
                    .singleElement()
                    .satisfies(use -> {
                        assertThat(use.kind()).isEqualTo(row.section());
                        assertThat(use.meant()).isEqualTo(row.label());
                        assertThat(text.substring(use.start(), use.end())).isEqualTo("x");
                    });
        }
    }

    @Test
    void keepTheSecondBlankOfALabelAndItsKind() {
        assertThat(shown("[EXO]\nNEXT \u00A0 ACTION: weekly\nExec\tSummary: x"))
                .isEqualTo("NEXT_ACTION=weekly|EXECUTIVE_SUMMARY=x");
    }

    @Test
    void reachOverSeveralLinesToTheNextLabel() {
        assertThat(
                        shown(
                                "[EXO]\r\nSTATUS: On track\r\n\r\nSUMMARY: a\r\n- b\r\n\r\n1. c\r\n\r\nNEXT ACTION:\r\nweekly\r\n\r\n"))
                .isEqualTo("STATUS=On track|SUMMARY=a\r\n- b\r\n\r\n1. c|NEXT_ACTION=weekly");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "STATUS:|SUMMARY: x ~ STATUS=|SUMMARY=x",
                "STATUS|SUMMARY ~ STATUS=|SUMMARY=",
                "STATUS: -|SUMMARY: **|NEXT ACTION: >|CONCERNS: #|## SUMMARY ## ~"
                        + " STATUS=|SUMMARY=|NEXT_ACTION=|CONCERNS=|SUMMARY=",
                "STATUS:  |SUMMARY: x ~ STATUS=|SUMMARY=x",
                "STATUS: SUMMARY: x ~ STATUS=|SUMMARY=x",
                "STATUS: x|STATUS: y|STATUS: z ~ STATUS=x|STATUS=y|STATUS=z",
                "CONCERNS: x|SUMMARY: y|STATUS: z ~ CONCERNS=x|SUMMARY=y|STATUS=z",
                "ESTADO: x|ZUSAMMENFASSUNG: y|下一行动：z ~ STATUS=x|SUMMARY=y|NEXT_ACTION=z"
            })
    void areFoundEmptyRepeatedAndOutOfOrder(String written, String shown) {
        assertThat(shown("[EXO]\n" + written.replace("|", "\n"))).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The status of the moves was shown",
                "We spoke of the status: it is fine",
                "We chose the next action: call",
                "We spoke of the Status: it is fine",
                "The customer has concerns: none of ours",
                "Status of the moves was shown",
                "Status On track",
                "the summary",
                "A summary: b",
                "Summarys: x",
                "MYSTATUS: x",
                "STATUS-x: y",
                "We talked about STATUS: it is fine",
                "We talked about\nSTATUS of moves",
                "We talked about STATUS: it is fine and NEXT ACTION that",
                "We sent the EXECUTIVE SUMMARY: it was read",
                "We talked of another WORKLOAD: none yet",
                "STATUS; x",
                "#STATUS: x",
                "(STATUS): x",
                "客户问题：无法登录",
                "FOLLOW UP: x",
                "Concepts: x",
                "concern",
                "Next\naction: x"
            })
    void areNotOpenedByWordsInASentence(String sentence) {
        assertThat(shown("[EXO]\nSUMMARY: x\n" + sentence + "\nCONCERNS: none"))
                .isEqualTo("SUMMARY=x\n" + sentence + "|CONCERNS=none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We talked about STATUS: it is fine",
                "We talked about Status: it is fine",
                "[EXO] We talked about STATUS: it is fine",
                "[EXO] We talked about STATUS: it is fine, and of the other STATUS: fine too",
                "[EXO]\nWe talked about STATUS: it is fine",
                "[EXO]\nWe talked about STATUS: it is fine\nand of STATUS: fine too",
                "[EXO]\nWe talked about CONCERNS: none, SUMMARY and STATUS",
                "[核心] 客户 问题：无法登录"
            })
    void areNotOpenedByTheOnlyLabelOfANoteThatStandsInASentence(String text) {
        assertThat(shown(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                // The label of a kind that opens a line is the label; the same word elsewhere is a word.
                "We showed|STATUS of moves|STATUS: a ~ STATUS=a",
                "STATUS of moves was shown.|STATUS: a ~ STATUS=a",
                "We showed|STATUS of moves|SUMMARY: a ~ SUMMARY=a",
                "STATUS On track with the|SUMMARY of moves|SUMMARY: a ~ STATUS=On track with the|SUMMARY of moves|SUMMARY=a",
                "Of STATUS: fine, and SUMMARY: fine|STATUS: a|SUMMARY: b ~ STATUS=a|SUMMARY=b",
                "STATUS: a|SUMMARY: We chose the NEXT ACTION: call|NEXT ACTION: b"
                        + " ~ STATUS=a|SUMMARY=We chose the NEXT ACTION: call|NEXT_ACTION=b",
                // What the template has elsewhere is a word too.
                "SUMMARY: We talked about STATUS: it is fine ~ SUMMARY=We talked about STATUS: it is fine",
                "SUMMARY: We talked about CONCERNS: none|NEXT ACTION: a"
                        + " ~ SUMMARY=We talked about CONCERNS: none|NEXT_ACTION=a",
                "Met. Of STATUS: fine|SUMMARY: a ~ SUMMARY=a",
                "STATUS: a SUMMARY: b and the SUMMARY: c ~ STATUS=a|SUMMARY=b and the SUMMARY: c",
                // A flattened note that was wrapped keeps its sections.
                "STATUS: a SUMMARY: b|c NEXT ACTION: d ~ STATUS=a|SUMMARY=b|c|NEXT_ACTION=d",
                "STATUS: a SUMMARY: b|CONCERNS: c ~ STATUS=a|SUMMARY=b|CONCERNS=c",
                "Met STATUS: a SUMMARY: b|c ~ STATUS=a|SUMMARY=b|c",
                "EXECUTIVE SUMMARY: a STATUS: b|c ~ EXECUTIVE_SUMMARY=a|STATUS=b|c",
                // A pause, a bullet or bold sets a label apart wherever it belongs.
                "SUMMARY: a. STATUS: b ~ SUMMARY=a.|STATUS=b",
                // In other letters it does so only where the note has no better one.
                "STATUS: a|Status: b ~ STATUS=a|Status: b",
                "SUMMARY: a. Status: b, next action: c|NEXT ACTION: d"
                        + " ~ SUMMARY=a.|STATUS=b, next action: c|NEXT_ACTION=d",
                "SUMMARY: a - STATUS: b ~ SUMMARY=a|STATUS=b",
                "SUMMARY: a __Status__: b ~ SUMMARY=a|STATUS=b",
                // Who shouts one label shouts the others.
                "STATUS On track|SUMMARY a|NEXT ACTION: b ~ STATUS=On track|SUMMARY=a|NEXT_ACTION=b",
                "Met|STATUS On track|SUMMARY a ~ STATUS=On track|SUMMARY=a"
            })
    void areOpenedByWhatStandsWhereALabelBelongs(String written, String shown) {
        assertThat(shown("[EXO]\n" + written.replace("|", "\n")).replace("\n", "|"))
                .isEqualTo(shown);
    }

    @Test
    void areFoundInANoteFlattenedOutOfTheOrderOfTheTemplate() {
        assertThat(shown("[EXO] SUMMARY: Did x STATUS: On track NEXT ACTION: Friday"))
                .isEqualTo("SUMMARY=Did x|STATUS=On track|NEXT_ACTION=Friday");
        assertThat(shown("[EXO] “STATUS: On track")).isEqualTo("STATUS=On track");
        assertThat(shown("[EXO] STATUS: a SUMMARY: The STATUS: is fine NEXT ACTION: b"))
                .isEqualTo("STATUS=a|SUMMARY=The STATUS: is fine|NEXT_ACTION=b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"COVID-19: x", "COVID-19\nx", "EXO COVID-19: x", "[EXO] **COVID-19** x", "WORKLOAD: COVID-19: x"
            })
    void areNotOpenedByAWordThatIsNoLabelOfThem(String text) {
        assertThat(shown(text)).isIn("", "WORKLOAD=COVID-19: x");
    }

    @Test
    void startWithTheNoteWhereItHasNoPrefix() {
        assertThat(shown("\uFEFFSTATUS: On track\nSUMMARY: x")).isEqualTo("STATUS=On track|SUMMARY=x");
        assertThat(shown("\r\n ## Status\r\nOn track")).isEqualTo("STATUS=On track");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[EXO] STATUS: a SUMMARY: b NEXT ACTION: c CONCERNS: d",
                "[EXO] Status: a Summary: b Next Action: c Concerns: d",
                "[EXO] Status: a. Summary: b. Next action: c. Concerns: d",
                "EXO STATUS: a SUMMARY: b NEXT ACTION: c CONCERNS: d",
                "[EXO]STATUS:a SUMMARY:b NEXT ACTION:c CONCERNS:d",
                "- CORE - STATUS: a - SUMMARY: b - NEXT ACTION: c - CONCERNS: d",
                "1. [EXO] 2. STATUS: a 3. SUMMARY: b 4. NEXT ACTION: c 5. CONCERNS: d",
                "**[EXO]** **STATUS:** a **SUMMARY:** b **NEXT ACTION**: c **CONCERNS:** d",
                "[EXO] | STATUS: a | Summary: b | Next action: c | Concerns: d",
                "[EXO] STATUS: a ZUSAMMENFASSUNG: b NÄCHSTE AKTION: c BEDENKEN: d",
                "[EXO] Status: a Zusammenfassung: b Nächste Aktion: c Bedenken: d",
                "[EXO] ESTADO: a RESUMEN: b PRÓXIMA ACCIÓN: c PREOCUPACIONES: d",
                "[EXO] STATUS: a RESUMO: b PRÓXIMA AÇÃO: c PREOCUPAÇÕES: d",
                "[コア] ステータス: a 概要: b 次のアクション: c 懸念事項: d",
                "[核心]状态：a。摘要：b。下一行动：c。问题：d",
                "[EXO]\nSTATUS: a SUMMARY: b NEXT ACTION: c CONCERNS: d"
            })
    void areFoundInANoteFlattenedToOneLine(String text) {
        assertThat(shown(text).replace(".", "").replace("。", ""))
                .isEqualTo("STATUS=a|SUMMARY=b|NEXT_ACTION=c|CONCERNS=d");
    }

    @ParameterizedTest
    @CsvSource({
        "STATUS: On track|SUMMARY: x, en",
        "STATUS: Nach Plan|ZUSAMMENFASSUNG: x, de",
        "ESTADO: x, es",
        "STATUS: x|RESUMO: x, pt",
        "概要：x, ja",
        "摘要：x, zh",
        "SUMMARY: x|RESUMEN: y|ESTADO: z, es",
        "x, en",
        "'', en"
    })
    void tellTheLanguageOfTheNote(String written, String language) {
        assertThat(RealPlaybook.read("[EXO]\n" + written.replace("|", "\n")).language())
                .isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"ja, ja", "fr, en", "'', en"})
    void leaveTheLanguageToTheCallerWhereItIsKnown(String given, String language) {
        NoteRecord record = new NoteRecord(
                "n", "STATUS: x", null, null, null, null, null, null, null, null, null, null, null, given);

        assertThat(RealPlaybook.march2020().parser().parse(record).language()).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({
        "NEXT ACTIONS: weekly, NEXT ACTIONS, NEXT ACTION",
        "Next Acton: weekly, Next Acton, NEXT ACTION",
        "**Next actoin:** weekly, Next actoin, NEXT ACTION",
        "Próxima accion: weekly, Próxima accion, PRÓXIMA ACCIÓN",
        "NACHSTE AKTION: morgen, NACHSTE AKTION, NÄCHSTE AKTION"
    })
    void nameTheLabelThatIsMisspelt(String line, String found, String label) {
        String text = "[EXO]\nSTATUS: On track\n" + line;
        Spot spot = RealPlaybook.read(text).sections().misnamed().spots().get(0);

        assertThat(spot.found()).isEqualTo(found);
        assertThat(spot.nearest()).isEqualTo(label);
        assertThat(spot.fix()).isEqualTo(Fix.safe(spot.start(), spot.end(), label));
        assertThat(text.substring(spot.start(), spot.end())).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NEXT ACTIONS:",
                "NEXT ACTIONS: **",
                "NEXT ACTIONS: -",
                "NEXT ACTIONS: #covid",
                "NEXT ACTIONS: STATUS: x"
            })
    void offerNoFixForAMisspeltLabelWithNothingUnderIt(String line) {
        Spot spot = RealPlaybook.read("[EXO]\n" + line + "\nSUMMARY: x")
                .nextAction()
                .missing()
                .spots()
                .get(0);

        assertThat(spot.found()).isEqualTo("NEXT ACTIONS");
        assertThat(spot.fix()).isNull();
    }

    @Test
    void leaveThePrefixAloneWhereALabelAfterItIsMisspelt() {
        Note note = RealPlaybook.read("OD NEXT ACTIONS: weekly");

        assertThat(note.prefix().known()).isTrue();
        assertThat(note.sections().misnamed().spots())
                .singleElement()
                .satisfies(spot -> assertThat(spot.fix()).isEqualTo(Fix.safe(3, 15, "NEXT ACTION")));
    }

    private static String shown(String text) {
        return RealPlaybook.read(text).sections().layout().uses().stream()
                .map(use -> use.kind() + "=" + text.substring(use.start(), use.end()))
                .collect(Collectors.joining("|"));
    }
}
