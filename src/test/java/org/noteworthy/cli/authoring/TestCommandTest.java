package org.noteworthy.cli.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.cli.Folders;
import org.noteworthy.cli.terminal.Shell;

/** {@code noteworthy test} over our own fixtures, and over fixtures that are wrong. */
class TestCommandTest {
    @TempDir
    private static Path cache;

    @TempDir
    private Path temp;

    @Test
    void everyFixtureIsAsExpectedAndEveryRuleIsViolatedAndPassed() {
        Shell.Said said = Shell.run("test", "--cache", cache.toString());
        assertThat(said.out()).endsWith("as expected, 0 not\n").doesNotContain("by no fixture");
        assertThat(said.status()).isZero();
    }

    @Test
    void aWrongExpectationIsShownWithWhatWasExpectedAndWhatCame() throws IOException {
        fixture("rules/status-allowed/violates-nothing.md", "expect: [status-brief]", "On track");
        assertThat(test().out()).contains("""
                        violates-nothing.md under 2020-03-25:
                          expected  status-brief
                          got       nothing
                          is named violates-… and does not violate status-allowed
                        """);
        assertThat(test().status()).isEqualTo(1);
    }

    @Test
    void aPassingFixtureMustBeJudged() throws IOException {
        fixture("rules/time-entry/passes-unknown.md", "expect: []", "On track");
        assertThat(test().out())
                .contains("is named passes-… and time-entry does not pass: it is violated or does not judge the note");
    }

    @Test
    void aRuleWithoutFixturesIsNamed() throws IOException {
        fixture("notes/clean.md", "expect: []", "On track");
        assertThat(test().out())
                .contains("  insight-id is violated by no fixture\n")
                .doesNotContain("  insight-id is passed by no fixture\n");
        assertThat(test().status()).isEqualTo(1);
    }

    @Test
    void aFolderOfNoRuleAndAnEditionThatIsNoneAreTold() throws IOException {
        fixture("rules/status-alowed/violates-x.md", "expect: []", "On track");
        fixture("notes/clean.md", "playbooks: [2021-01-01]", "On track");
        assertThat(test().out())
                .contains("no edition has a rule \"status-alowed\". Rename the folder.")
                .contains("there is no edition \"2021-01-01\". Correct the fixture's playbooks.");
    }

    @Test
    void aFolderWithoutFixturesIsTold() {
        assertThat(test().side()).contains("There are no fixtures in " + temp);
        assertThat(test().status()).isEqualTo(2);
    }

    @Test
    void ofARuleThatIsMissingEachConditionThatWasNotTrueIsTold() throws IOException {
        fixture("notes/x.md", "expect: [status-brief, executive-summary, time-entry]", "On track");
        assertThat(test().out()).contains("""
                          executive-summary is not violated:
                            It binds FTA; the note is of FE.
                          status-brief is not violated:
                            status.length is 8, not > limits.statusCharacters, which is 300
                          time-entry is not violated:
                            It needs timeTask, which is not known of the note.
                        """);
    }

    @Test
    void ofARuleThatWasNotExpectedTheConditionsThatWereTrueAreTold() throws IOException {
        fixture("notes/x.md", "expect: [status-alowed]", "Going well");
        assertThat(test().out()).contains("""
                          status-alowed is not a rule of any edition. Maybe you mean status-allowed.
                          status-allowed is violated:
                            status.present is true (STATUS is there and says something.)
                            status.allowed is false (STATUS begins with none of the playbook's statuses.)
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deleted", "enabled false"})
    void aRuleThatIsRetiredFailsNoFixtureOfOthers(String manner) throws IOException {
        Path rules = Folders.copyRules(temp.resolve("editions"));
        Path rule = rules.resolve("2020-05-12/concern-nature.drl");
        if (manner.equals("deleted")) {
            Files.delete(rule);
        } else {
            Folders.replace(rule, "\nwhen\n", "\n    enabled false\nwhen\n");
        }
        Path fixtures = temp.resolve("fixtures");
        Folders.copyFixtures(fixtures, rules);
        String out = Shell.run(
                        "test",
                        "--cache",
                        cache.toString(),
                        "--rules",
                        rules.toString(),
                        "--fixtures",
                        fixtures.toString(),
                        "--playbook",
                        "2020-05-12")
                .out();
        assertThat(out)
                .containsPattern(
                        "(?m)^2020-05-12: [1-9]\\d+ expectations left out, of rules that it lacks: concern-nature$")
                .endsWith(" as expected, 0 not\n");
    }

    @Test
    void aRuleThatIsSwitchedOffEverywhereIsStillKnown() throws IOException {
        Path rules = Folders.copyRules(temp.resolve("editions"));
        for (String version : List.of("2019-09-27", "2020-03-25", "2020-05-12")) {
            Folders.replace(rules.resolve(version + "/status-brief.drl"), "\nwhen\n", "\n    enabled false\nwhen\n");
        }
        fixture("rules/status-brief/violates-x.md", "expect: [status-brief]", "On track");
        fixture("notes/x.md", "expect: [status-brief, status-breef]", "On track");
        String out = Shell.run(
                        "test", "--cache", cache.toString(), "--rules", rules.toString(), "--fixtures", temp.toString())
                .out();
        assertThat(out)
                .contains("x.md under 2020-03-25:\n  expected  status-breef\n")
                .contains("  status-breef is not a rule of any edition. Maybe you mean status-brief.\n")
                .contains("2019-09-27: 1 expectation left out, of rules that it lacks: status-brief\n")
                .doesNotContain("Rename the folder");
    }

    @ParameterizedTest
    @CsvSource({
        "2020-03-25.., 2",
        "..2020-03-25, 2",
        "2019-09-27..2020-03-25, 2",
        "2020-03-25..2020-03-25, 1",
        "'..2019-09-27, 2020-05-12', 2",
        "'2019-09-27, ..2020-03-25', 2"
    })
    void playbooksTakesRanges(String written, int checks) throws IOException {
        fixture("notes/x.md", "playbooks: [" + written + "]", "On track");
        assertThat(testAll())
                .endsWith("1 fixture, " + checks + (checks == 1 ? " check" : " checks") + ": " + checks
                        + " as expected, 0 not\n");
        table("id,text,playbooks,expect\none,\"[EXO]\nSTATUS: On track\nSUMMARY: Call.\nNEXT ACTION: Call on Monday.\","
                + written.replace(",", ";") + ",\n");
        assertThat(testAll()).contains("2 fixtures, " + 2 * checks + " checks: ");
    }

    @ParameterizedTest
    @CsvSource({
        "2020-05-12..2020-03-25, \"2020-05-12..2020-03-25\" ends before it begins. Write 2020-03-25..2020-05-12.",
        "2020-03-26.., there is no edition \"2020-03-26\". Correct the fixture's playbooks. Maybe you mean 2020-03-25.",
        "..2020-3-25, there is no edition \"2020-3-25\". Correct the fixture's playbooks. Maybe you mean 2020-03-25.",
        "'\"..\"', \"..\" names no edition. Leave playbooks out to judge by every edition.",
        "2020-03-25..., '\"2020-03-25...\" is not a range of editions. Write it like 2020-03-25..,'"
    })
    void aRangeThatIsNoneIsToldWithItsPlace(String written, String complaint) throws IOException {
        fixture("notes/x.md", "playbooks: [" + written + "]", "On track");
        assertThat(testAll()).contains(temp.resolve("notes/x.md") + ": " + complaint);
    }

    @Test
    void ofARuleAboutEngagementsWhatItLooksForIsTold() throws IOException {
        Files.createDirectories(temp.resolve("notes"));
        Files.writeString(
                temp.resolve("notes/x.json"),
                "{\"engagement\":\"Contoso\",\"notes\":[],\"interactions\":[{\"id\":\"i-1\",\"role\":\"FE\"}],"
                        + "\"expect\":[]}");
        assertThat(test().out()).contains("""
                          note-per-interaction is violated:
                            it looks among all notes and interactions for $interaction : Interaction( ) not Note(\
                         interaction == $interaction.id )
                        """);
    }

    @Test
    void eachWorkloadStatusRoleAndNoteTypeInNoFixtureIsNamed() throws IOException {
        fixture("notes/clean.md", "role: SME\nnoteType: Environment\nexpect: []", "On track");
        assertThat(test().out())
                .contains("seen 1 of 17 workloads, 1 of 4 statuses, 1 of 7 roles, 1 of 6 note types\n")
                .contains("  the workload \"SPO\" is in no fixture\n")
                .contains("  the status \"paused\" is in no fixture\n")
                .contains("  the role \"FE\" is in no fixture\n")
                .contains("  the note type \"Migration\" is in no fixture\n")
                .contains("  content.status is a clause that no fixture violates\n")
                .doesNotContain("\"EXO\"")
                .doesNotContain("\"Environment\"");
        assertThat(test().status()).isEqualTo(1);
    }

    @Test
    void aFixtureThatNeedsAPersonMustLackWhatTheRuleNeeds() throws IOException {
        fixture("rules/time-entry/needs-person-unknown.md", "expect: []", "On track");
        fixture("rules/time-entry/needs-person-known.md", "timeTask: Exchange Time\nexpect: []", "On track");
        assertThat(test().out())
                .contains("needs-person-known.md under 2020-03-25:\n  is named needs-person-… and time-entry does not"
                        + " leave it to a person\n")
                .doesNotContain("needs-person-unknown.md");
    }

    @Test
    void aTableHoldsAFixtureInEachRow() throws IOException {
        table("""
                id,text,expect
                one,"[EXO]
                STATUS: Going well
                SUMMARY: Call.",next-action-present;status-allowed
                two,"[EXO]
                STATUS: On track
                SUMMARY: Call.",
                """);
        assertThat(test().out())
                .contains("words.csv [two] under 2020-03-25:\n  expected  nothing\n  got       next-action-present\n")
                .contains("2 fixtures, 2 checks: 1 as expected, 1 not");
    }

    @Test
    void aTableThatCannotBeReadIsTold() throws IOException {
        table("id,text,rule\none,x,status-allowed\n");
        assertThat(test().out()).contains("there is no column \"expect\" for the rules that a row violates.");
        table("id,text,expect,rolle\none,x,,FE\n");
        assertThat(test().out()).contains("the column \"rolle\" is not a field of a note. Maybe you mean role.");
        table("id,text,expect,writtenOn\none,x,,soon\n");
        assertThat(test().out()).contains("row 2: ").contains("writtenOn");
        assertThat(test().status()).isEqualTo(1);
    }

    @Test
    void watchingAndChangingDoNotGoTogether() {
        Shell.Said said = Shell.run("test", "--watch", "--mutate");
        assertThat(said.side()).contains("--watch tests again in a second or two, and --mutate takes longer.");
        assertThat(said.status()).isEqualTo(2);
    }

    @Test
    void anEditionThatIsNoneIsTold() {
        Shell.Said said = Shell.run("test", "--cache", cache.toString(), "--playbook", "2020-04-01");
        assertThat(said.side()).contains("2020-04-01").contains("2020-03-25");
        assertThat(said.status()).isEqualTo(2);
    }

    private void table(String rows) throws IOException {
        Files.createDirectories(temp.resolve("notes"));
        Files.writeString(temp.resolve("notes/words.csv"), rows);
    }

    private void fixture(String name, String frontMatter, String status) throws IOException {
        Path file = temp.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "---\n" + frontMatter + "\n---\n[EXO]\nSTATUS: " + status
                        + "\nSUMMARY: Call.\nNEXT ACTION: Call on Monday.\n");
    }

    private String testAll() throws IOException {
        Path rules = temp.resolve("editions");
        if (!Files.exists(rules)) {
            Folders.copyRules(rules);
        }
        return Shell.run(
                        "test", "--cache", cache.toString(), "--rules", rules.toString(), "--fixtures", temp.toString())
                .out();
    }

    private Shell.Said test() {
        return Shell.run(
                "test", "--cache", cache.toString(), "--playbook", "2020-03-25", "--fixtures", temp.toString());
    }
}
