package org.noteworthy.cli.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noteworthy.cli.Folders;
import org.noteworthy.cli.terminal.Shell;
import org.noteworthy.playbooks.waiver.WaiverFile;

/** What owners and auditors see of waivers on the command line: {@code waivers}, {@code lint} and {@code check}. */
class WaiversCommandTest {
    private static final String HEADER = "rule,engagement,note,author,justification,owner,from,until\n";
    private static final String IN_FORCE = "status-allowed,E-1,,,Agreed with the customer.,Pat,2020-01-01,2020-12-31\n";
    private static final String EXPIRED = "status-brief,,,kim,Old portal.,Sam,2019-01-01,2020-03-31\n";
    private static final String LATER = "status-brief,,N-1,,New portal.,Sam,2020-04-02,2020-04-30\n";
    private static final String UNKNOWN = "status-alowed,,N-1,,Agreed.,Pat,2020-01-01,2020-12-31\n";

    @TempDir
    private static Path cache;

    @TempDir
    private Path temp;

    private Path rules;
    private Path note;

    @BeforeEach
    void copy() throws IOException {
        rules = temp.resolve("rules");
        Folders.copyEdition("2020-03-25", rules.resolve("2020-03-25"));
        note = Files.writeString(
                temp.resolve("notes.ndjson"),
                "{\"id\":\"N-1\",\"text\":\"[EXO]\\nSTATUS: Going well\\nSUMMARY: Met.\\nNEXT ACTION: Call on Friday.\","
                        + "\"role\":\"FE\",\"engagement\":\"E-1\",\"writtenOn\":\"2020-04-01\"}\n");
    }

    private void waivers(String... rows) throws IOException {
        Files.writeString(rules.resolve(WaiverFile.NAME), HEADER + String.join("", rows));
    }

    private Shell.Said run(String verb, String... more) {
        List<String> args = new ArrayList<>(List.of(verb, "--rules", rules.toString()));
        if (!verb.equals("lint")) {
            args.addAll(List.of("--cache", cache.toString()));
        }
        args.addAll(List.of(more));
        return Shell.run(args.toArray(String[]::new));
    }

    @Test
    void waiversAreListedWithTheirStates() throws IOException {
        waivers(IN_FORCE, EXPIRED, LATER, UNKNOWN);
        Shell.Said said = run("waivers");
        assertThat(said.status()).isZero();
        assertThat(said.out()).isEqualTo("""
                status-allowed for engagement E-1: in force
                  2020-01-01 to 2020-12-31, owner Pat, waivers.csv:2
                  Agreed with the customer.
                status-brief for author kim: expired
                  2019-01-01 to 2020-03-31, owner Sam, waivers.csv:3
                  Old portal.
                status-brief for note N-1: not yet valid
                  2020-04-02 to 2020-04-30, owner Sam, waivers.csv:4
                  New portal.
                status-alowed for note N-1: in force, but no edition has this rule
                  2020-01-01 to 2020-12-31, owner Pat, waivers.csv:5
                  Agreed.
                4 waivers on 2020-04-01: 2 in force, 1 not yet valid, 1 expired
                """);
        assertThat(run("waivers", "--on", "2020-04-02").out())
                .contains("status-brief for note N-1: in force", "on 2020-04-02: 3 in force, 1 expired");
        assertThat(run("waivers", "--json").out())
                .contains("\"on\": \"2020-04-01\"", "\"state\": \"notYetValid\"", "\"known\": false", "\"line\": 5")
                .doesNotContain("\"violations\"");
    }

    @Test
    void withNotesItIsToldWhichWaiverNobodyNeeds() throws IOException {
        waivers(IN_FORCE, LATER, UNKNOWN);
        assertThat(run("waivers", note.toString()).out())
                .contains("waives 1 violation of these notes", "waives 0 violations of these notes");
        Shell.Said unused = run("waivers", "--unused", note.toString());
        assertThat(unused.status()).isOne();
        assertThat(unused.out()).contains("status-alowed").doesNotContain("status-allowed", "status-brief");
        waivers(IN_FORCE);
        Shell.Said none = run("waivers", "--unused", note.toString());
        assertThat(none.status()).isZero();
        assertThat(none.out()).isEqualTo("Each waiver in force waives something of these notes.\n");
        assertThat(run("waivers", "--json", note.toString()).out()).contains("\"violations\": 1");
    }

    @ParameterizedTest
    @CsvSource({"--unused, needs notes to hold the waivers against", "--on=31.12.2020, takes a day like 2026-12-31"})
    void whatCannotBeAskedIsSaid(String option, String sentence) throws IOException {
        waivers(IN_FORCE);
        Shell.Said said = run("waivers", option);
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.side()).contains(sentence);
    }

    @Test
    void recordsThatCannotBeJudgedLeaveItOpenWhatIsUnused() throws IOException {
        waivers(IN_FORCE);
        Files.writeString(note, "{\"id\":\"N-2\"}\n");
        Shell.Said said = run("waivers", "--unused", note.toString());
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.side()).contains("1 of the records could not be judged");
    }

    @Test
    void lintTellsOfThoseThatLetNothingStand() throws IOException {
        waivers(IN_FORCE, EXPIRED, LATER);
        Shell.Said warned = run("lint");
        assertThat(warned.status()).isZero();
        assertThat(warned.out())
                .contains(
                        rules + "/waivers.csv:3:1: warning: This waiver of status-brief expired on 2020-03-31.",
                        "[waiver-expired]",
                        rules + "/waivers.csv:4:1: warning: This waiver of status-brief begins on 2020-04-02",
                        "[waiver-not-yet-valid]",
                        "  | " + EXPIRED.strip())
                .contains("1 edition, ");
        assertThat(run("lint", "--fail-on", "warning").status()).isOne();

        waivers(UNKNOWN);
        Shell.Said unknown = run("lint", "--format", "json");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.out())
                .contains(
                        "\"code\": \"waiver-of-unknown-rule\"",
                        "No edition has a rule \\\"status-alowed\\\". Maybe you mean status-allowed.",
                        "\"editions\": [ \"2020-03-25\" ]",
                        "\"line\": 2");
        assertThat(run("lint", "--format", "sarif").out())
                .contains("\"ruleId\": \"waiver-of-unknown-rule\"", "waivers.csv\"");
    }

    @Test
    void aRuleThatCannotBeReadIsOneAllTheSame() throws IOException {
        waivers(IN_FORCE);
        Folders.replace(rules.resolve("2020-03-25/status-allowed.drl"), "when", "whn");
        assertThat(run("lint").out()).contains("status-allowed.drl").doesNotContain("No edition has a rule");
    }

    @Test
    void aWrongFileIsRefusedByWhatNeedsItAndToldByLint() throws IOException {
        waivers(IN_FORCE, "*,E-1,,,J,P,2020-01-01,2020-12-31\n");
        String place = "waivers.csv:3:1: \"*\" is not the name of one rule.";
        for (String verb : List.of("check", "waivers")) {
            Shell.Said said = run(verb, note.toString());
            assertThat(said.status()).isEqualTo(2);
            assertThat(said.side()).contains("the waivers cannot be used", place);
            assertThat(said.out()).isEmpty();
        }
        assertThat(run("check", "--no-waivers", note.toString()).status()).isOne();
        Shell.Said lint = run("lint");
        assertThat(lint.status()).isEqualTo(2);
        assertThat(lint.out()).contains(place);
    }

    @Test
    void aWaivedViolationIsShownAndFailsNothing() throws IOException {
        assertThat(run("check", note.toString()).status()).isOne();
        waivers(IN_FORCE);
        Shell.Said said = run("check", "--fail-on", "info", note.toString());
        assertThat(said.out())
                .contains(
                        "waived error status-allowed",
                        "waived until 2020-12-31 by Pat: Agreed with the customer.",
                        "1 note, 1 compliant: 1 waived");
        assertThat(said.status()).isZero();
        assertThat(run("check", "--format", "sarif", note.toString()).out()).contains("\"suppressions\": [ {");

        Shell.Said counting = run("check", "--no-waivers", note.toString());
        assertThat(counting.status()).isOne();
        assertThat(counting.out()).contains("1 note, 0 compliant: 1 error").doesNotContain("waived");
        assertThat(run("check", "--no-waivers", "--format", "sarif", note.toString())
                        .out())
                .doesNotContain("suppressions");
        waivers(EXPIRED.replace("status-brief", "status-allowed"), LATER.replace("status-brief", "status-allowed"));
        assertThat(run("check", note.toString()).status()).isOne();
    }
}
