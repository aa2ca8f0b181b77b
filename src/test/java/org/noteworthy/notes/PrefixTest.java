package org.noteworthy.notes;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The workload prefix: what is one, what it names, where it stands, and what its fix writes. */
class PrefixTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[EXO]",
                "[OLM+INTUNE]",
                "[CORE]",
                "[コア]",
                "[核心]",
                "[EXO+SPO+OD+YAM]",
                "[CORE+EXO]",
                "- [EXO]",
                "1. [EXO]",
                "2) [EXO]",
                "## [EXO]",
                "> [EXO]",
                "**[EXO]**",
                "`[EXO]`",
                "\uFEFF[EXO]",
                "\t\u00A0[EXO]",
                "\n\r\n \n[EXO]",
                "[EXO]:",
                "[EXO] - met",
                "[EXO]met",
                "[EXO][COVID]",
                "[WIN10][FTCQ 123]",
                "[EXO] (see mail)",
                "WORKLOAD AFFECTED: [EXO]",
                "**WORKLOAD AFFECTED:** [EXO]",
                "workload affected：[EXO]",
                "WORKLOAD: [EXO]",
                "BETROFFENE WORKLOAD: [EXO]",
                "影響を受けるワークロード: [コア]",
                "[EXO] STATUS: On track",
                "[EXO]STATUS: x"
            })
    void isExactAsCodesInBracketsJoinedByPlus(String head) {
        Prefix prefix = RealPlaybook.read(head + "\nSUMMARY: x").prefix();

        assertThat(prefix.known()).isTrue();
        assertThat(prefix.exact()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "[exo] ~ [exo] ~ [EXO]",
                "[ EXO] ~ [ EXO] ~ [EXO]",
                "[OLM, INTUNE] ~ [OLM, INTUNE] ~ [OLM+INTUNE]",
                "[OLM + INTUNE] ~ [OLM + INTUNE] ~ [OLM+INTUNE]",
                "[OLM/INTUNE;exo] ~ [OLM/INTUNE;exo] ~ [OLM+INTUNE+EXO]",
                "[OLM & INTUNE] ~ [OLM & INTUNE] ~ [OLM+INTUNE]",
                "[OLM INTUNE] ~ [OLM INTUNE] ~ [OLM+INTUNE]",
                "[OLM][INTUNE] ~ [OLM][INTUNE] ~ [OLM+INTUNE]",
                "[OLM] + [INTUNE][COVID] ~ [OLM] + [INTUNE] ~ [OLM+INTUNE]",
                "[EXO+] ~ [EXO+] ~ [EXO]",
                "[EXO][EXO] ~ [EXO][EXO] ~ [EXO]",
                "[ODfB] ~ [ODfB] ~ [OD]",
                "[MDATP] ~ [MDATP] ~ [WDATP]",
                "[Win10] ~ [Win10] ~ [WIN10]",
                "[Exchange Online] ~ [Exchange Online] ~ [EXO]",
                "[Classroom / School Data Sync] ~ [Classroom / School Data Sync] ~ [SDS]",
                "(EXO) ~ (EXO) ~ [EXO]",
                "{exo} ~ {exo} ~ [EXO]",
                "［EXO］ ~ ［EXO］ ~ [EXO]",
                "【EXO、SPO】 ~ 【EXO、SPO】 ~ [EXO+SPO]",
                "[ＥＸＯ] ~ [ＥＸＯ] ~ [EXO]",
                "EXO ~ EXO ~ [EXO]",
                "- CORE ~ CORE ~ [CORE]",
                "コア ~ コア ~ [コア]",
                "EXO: met them ~ EXO ~ [EXO]",
                "exo - met them ~ exo ~ [EXO]",
                "TEAMS call with them ~ TEAMS ~ [TEAMS]",
                "Exchange Online ~ Exchange Online ~ [EXO]",
                "exo STATUS: x ~ exo ~ [EXO]",
                "EXO/SPO ~ EXO/SPO ~ [EXO+SPO]",
                "EXO + SPO met them ~ EXO + SPO ~ [EXO+SPO]",
                "EXO [SPO] ~ EXO [SPO] ~ [EXO+SPO]",
                "exo | [SPO] met them ~ exo | [SPO] ~ [EXO+SPO]",
                "WORKLOAD AFFECTED: EXO ~ EXO ~ [EXO]",
                "Workload: exchange ~ exchange ~ [EXO]"
            })
    void isRecognisedInOtherFormsAndMended(String head, String found, String mended) {
        String text = head + "\nSUMMARY: x";
        Prefix prefix = RealPlaybook.read(text).prefix();

        assertThat(prefix.known()).isTrue();
        assertThat(prefix.exact()).isFalse();
        assertThat(text.substring(prefix.start(), prefix.end())).isEqualTo(found);
        assertThat(prefix.spots()).singleElement().satisfies(spot -> {
            assertThat(spot.found()).isEqualTo(found);
            assertThat(spot.fix())
                    .extracting(Fix::start, Fix::end, Fix::text)
                    .containsExactly(prefix.start(), prefix.end(), mended);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n",
                "[]",
                "[ ]",
                "[+]",
                "[EXO",
                "EXO]",
                "[EXO\n]",
                "Exchange went well",
                "Teams call today",
                "Project: none"
            })
    void isAbsentWhereNothingNamesAWorkload(String text) {
        boolean named = text.startsWith("Project");

        assertThat(RealPlaybook.read(text).prefix().present()).isEqualTo(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello\n[EXO]", "STATUS: On track [EXO]", "STATUS: On track\n[EXO]", "#covid [EXO]", "(see mail) [EXO]",
                "WORKLOAD AFFECTED: Exchange migration", "Microsoft 365 Apps", "exotic", "EXOs", "EXO!"
            })
    void isAbsentWhereTheFirstLineStartsWithSomethingElse(String text) {
        assertThat(RealPlaybook.read(text + "\nSUMMARY: x").prefix().present()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "[EXOL], EXOL, EXO, SUGGESTED",
        "[EXO+SPOO], SPOO, SPO, SUGGESTED",
        "[XYZ], XYZ, , ",
        "[#EXO], #EXO, EXO, SAFE",
        "[Microsoft 365 Apps], Microsoft 365 Apps, , ",
        "[OM] Outlook mobile, OM, OLM, ",
        "[SSO] Single sign-on, SSO, , ",
        "[EXO.], EXO., EXO, SAFE"
    })
    void namesTheNearestOfACodeThatIsInNoRow(String head, String found, String nearest, Fix.Kind kind) {
        Prefix prefix = RealPlaybook.read(head).prefix();

        assertThat(prefix.present()).isTrue();
        assertThat(prefix.known()).isFalse();
        assertThat(prefix.unknownCodes().spots()).singleElement().satisfies(spot -> {
            assertThat(head.substring(spot.start(), spot.end())).isEqualTo(found);
            assertThat(spot.found()).isEqualTo(found);
            assertThat(spot.nearest()).isEqualTo(nearest);
            assertThat(spot.fix()).isEqualTo(kind == null ? null : new Fix(spot.start(), spot.end(), nearest, kind));
            assertThat(spot.expected()).contains("EXO", "CORE");
        });
    }

    @Test
    void keepsEachCodeInItsPlace() {
        String text = "- [OLM, Intune, XYZ] x";
        Prefix prefix = RealPlaybook.read(text).prefix();

        assertThat(prefix.codes().stream()
                        .map(code -> text.substring(code.start(), code.end()) + "="
                                + (code.workload() == null
                                        ? "?"
                                        : code.workload().code()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo("OLM=OLM Intune=INTUNE XYZ=?");
    }

    @ParameterizedTest
    @CsvSource({"[CORE], true, true", "[CORE+EXO], false, true", "[EXO], false, false", "[コア], true, true"})
    void tellsWhetherItIsCoreAloneOrAmongOthers(String head, boolean core, boolean withCore) {
        Prefix prefix = RealPlaybook.read(head).prefix();

        assertThat(prefix.core()).isEqualTo(core);
        assertThat(prefix.withCore()).isEqualTo(withCore);
    }

    @Test
    void offersAWholeFirstWordThatIsNearToACode() {
        String text = "\n EXOL\nSTATUS: x";
        Spot spot = RealPlaybook.read(text).prefix().missing().spots().get(0);

        assertThat(spot.found()).isEqualTo("EXOL");
        assertThat(spot.fix()).isEqualTo(Fix.suggested(2, 6, "[EXO]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"WORKLOAD AFFECTED:\n[EXO]\nSTATUS: x", "## WORKLOAD AFFECTED\r\n\r\n- [EXO]\n## STATUS\nx"})
    void mayStandBelowItsLabel(String text) {
        Note note = RealPlaybook.read(text);

        assertThat(note.prefix().exact()).isTrue();
        assertThat(note.status().content()).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource({"2020-03-25, false", "2020-05-12, true"})
    void followsTheTableOfItsEdition(String edition, boolean known) {
        Note note = RealPlaybook.edition(edition)
                .parser()
                .parse(NoteRecord.of("note", "[Microsoft 365 Apps]\nSTATUS: On track"));

        assertThat(note.prefix().known()).isEqualTo(known);
        assertThat(note.prefix().exact()).isTrue();
    }

    @Test
    void isMendedToSomethingThatIsReadAgain() {
        String text = "[EXO] ".repeat(300);
        Fix fix = requireNonNull(RealPlaybook.read(text).prefix().spots().get(0).fix());

        assertThat(RealPlaybook.read(fix.text()).prefix().exact()).isTrue();
    }
}
