package org.noteworthy.cli.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.noteworthy.cli.Folders.replace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.cli.Folders;
import org.noteworthy.cli.terminal.Shell;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code noteworthy explain} tells of a rule, over rules that an owner has changed from edition to edition. */
class ExplainCommandTest {
    @TempDir
    private static Path cache;

    @TempDir
    private Path temp;

    private Path rules;
    private Path latest;

    @BeforeEach
    void copy() throws IOException {
        rules = Folders.copyRules(temp.resolve("rules"));
        latest = rules.resolve("2020-05-12");
    }

    @Test
    void aRuleIsToldInSentencesBeforeItsSourceAndItsClause() {
        String out = explain("status-allowed");
        assertThat(out)
                .startsWith("status-allowed (error, edition 2020-03-25)\n")
                .containsSubsequence(
                        """
                Violated when all of these are true
                  - STATUS is there and says something.
                  - STATUS begins with none of the playbook's statuses.

                  | $note : Note( status.present, !status.allowed )
                """,
                        "  binds     FE, SME\n",
                        "  judges    each note\n",
                        "Clause content.status: ",
                        "  Reading: ");
    }

    @Test
    void whatItNeedsIsToldWithWhatComesOfItsLack() {
        assertThat(explain("time-entry"))
                .contains("  needs     timeTask; where that is unknown, a person has to judge\n");
        assertThat(explain("role-note-type"))
                .contains("  needs     role, noteType; where one of them is unknown, a person has to judge\n");
    }

    @Test
    void aLimitIsToldAsItIsInTheEdition() throws IOException {
        replace(latest.resolve("playbook.yaml"), "statusCharacters: 300", "statusCharacters: 400");
        assertThat(explain("status-brief"))
                .contains("limit for STATUS (300).\n")
                .contains("""
                Since edition 2019-09-27
                  2020-05-12
                    - violated when: … limit for STATUS (300). → … limit for STATUS (400).
                """);
        assertThat(explain("status-brief", "--playbook", "2020-05-12")).contains("limit for STATUS (400).\n");
    }

    @Test
    void everyChangeIsToldShortlyWithTheEditionThatMadeIt() throws IOException {
        Path rule = latest.resolve("status-allowed.drl");
        replace(rule, "@severity(\"error\")", "@severity(\"warning\")");
        replace(rule, "@roles(\"FE, SME\")", "@roles(\"FE\")");
        replace(rule, "status.present, !status.allowed", "!status.allowed");
        replace(rule, "Start it with one of: {expected}.", "Start it with: {expected}.");
        replace(latest.resolve("guidance.md"), "STATUS is a brief statement", "STATUS is a short statement");
        assertThat(explain("status-allowed")).endsWith("""
                Since edition 2019-09-27
                  2020-05-12
                    - severity: error → warning
                    - roles: FE, SME → FE
                    - message: … "{found}". Start it with one of: {expected}. → … "{found}". Start it with:
                      {expected}.
                    - violated when, without STATUS is there and says something.
                    - clause, text: STATUS is a brief statement on the … → STATUS is a short statement on the …
                """);
    }

    @Test
    void aConditionThatIsOnlyWrittenOtherwiseIsNoChange() throws IOException {
        replace(
                latest.resolve("status-allowed.drl"),
                "status.present, !status.allowed",
                "status.present && !( status.allowed )");
        assertThat(explain("status-allowed")).endsWith("Since edition 2019-09-27\n  Unchanged since then.\n");
    }

    @Test
    void aRuleThatIsTakenOutIsToldToBe() throws IOException {
        Files.delete(latest.resolve("role-known.drl"));
        assertThat(explain("role-known")).endsWith("Since edition 2020-03-25\n  2020-05-12\n    - taken out\n");
        Files.delete(rules.resolve("2020-03-25/status-brief.drl"));
        assertThat(explain("status-brief", "--playbook", "2020-05-12"))
                .endsWith(
                        "Since edition 2019-09-27\n  2020-03-25\n    - taken out\n  2020-05-12\n    - put in again\n");
    }

    @Test
    void examplesAreThoseThatShowNothingElseInEnglishFirst() {
        assertThat(explain("concern-nature", "--fixtures", "test-fixtures"))
                .containsSubsequence(
                        """
                Examples
                  violates  test-fixtures/rules/concern-nature/violates-denied-nature.md
                            | (role: FE)
                            | [EXO]
                """, "  passes    test-fixtures/rules/concern-nature/passes-business-concern.md\n");
        assertThat(explain("concern-nature", "--fixtures", "test-fixtures")
                        .lines()
                        .filter(line -> line.startsWith("  violates")))
                .hasSize(2);
    }

    @Test
    void examplesAreOfTheEditionAndAreCutToAFewShortLines() throws IOException {
        Path fixtures = temp.resolve("fixtures/rules/status-brief");
        Files.createDirectories(fixtures);
        String note = "STATUS: " + "long ".repeat(80) + "\n\none\ntwo\nthree\nfour\nfive\nsix\n";
        Files.writeString(fixtures.resolve("violates-a.md"), "---\nplaybooks: [2019-09-27]\n---\n" + note);
        Files.writeString(fixtures.resolve("violates-b.md"), note);
        String out =
                explain("status-brief", "--fixtures", temp.resolve("fixtures").toString());
        assertThat(out)
                .doesNotContain("violates-a.md")
                .contains("violates-b.md")
                .contains("| five\n            | …\n");
        assertThat(out.lines())
                .allSatisfy(line -> assertThat(line)
                        .satisfiesAnyOf(
                                each -> assertThat(each).contains(temp.toString()),
                                each -> assertThat(each).hasSizeLessThanOrEqualTo(100)));
    }

    @Test
    void whatIsThereAndEmptyShows() {
        assertThat(explain("time-entry", "--fixtures", "test-fixtures")).contains("| (role: FE, timeTask: \"\")\n");
    }

    @Test
    void examplesAreThoseBesideTheRulesWithoutWhatCannotBeRead() throws IOException {
        Path fixtures = temp.resolve("test-fixtures/rules/status-brief");
        Files.createDirectories(fixtures);
        Files.writeString(fixtures.resolve("violates-a.md"), "---\nexpect: [\n---\n");
        Files.writeString(fixtures.resolve("violates-b.md"), "STATUS: On track");
        Files.writeString(fixtures.resolve("violates-c.doc"), "STATUS: On track");
        Files.createSymbolicLink(
                fixtures.resolve("violates-d.md"), Path.of("README.md").toAbsolutePath());
        String out = explain("status-brief", "--format", "json");
        assertThat(out)
                .contains("\"examples\":{\"violates\":[{\"file\":\"rules/status-brief/violates-b.md\","
                        + "\"lines\":[\"STATUS: On track\"],\"note\":{\"id\":\"violates-b.md\","
                        + "\"text\":\"STATUS: On track\"}}],\"passes\":[]}");
    }

    @Test
    void withoutFixturesOfTheRuleNoExamplesAreTold() throws IOException {
        Files.createDirectories(temp.resolve("none"));
        assertThat(explain("status-allowed", "--fixtures", temp.resolve("none").toString()))
                .doesNotContain("Examples");
        Shell.Said said = Shell.run("explain", "status-allowed", "--fixtures", "nowhere");
        assertThat(said.side())
                .isEqualTo("noteworthy: There is no folder nowhere. Name another one with --fixtures.\n");
        assertThat(said.status()).isEqualTo(2);
    }

    @Test
    void aProgramIsToldTheSame() {
        JsonNode told = new JsonMapper()
                .readTree(explain("note-per-interaction", "--fixtures", "test-fixtures", "--format", "json"));
        assertThat(told.get("rule").get("id").asString()).isEqualTo("note-per-interaction");
        assertThat(told.get("violatedWhen").toString())
                .isEqualTo("[\"The engagement has no note whose interaction is this interaction.\"]");
        assertThat(told.get("editions").size()).isEqualTo(3);
        assertThat(told.get("changes").size()).isZero();
        assertThat(told.get("clause").get("id").asString()).isEqualTo("frequency.each-interaction");
        assertThat(told.get("examples").get("violates").get(0).get("lines").toString())
                .isEqualTo("[\"interaction i-1 of jana\",\"interaction i-2 of jana\",\"note n-1 by jana on i-1\"]");
    }

    @Test
    void whatIsNotThereIsToldWithWhatIsNear() {
        assertThat(Shell.run("explain", "status-alowed", "--rules", rules.toString())
                        .side())
                .isEqualTo(
                        "noteworthy: The edition 2020-03-25 has no rule \"status-alowed\". Maybe you mean status-allowed.\n");
        Shell.Said said = Shell.run("explain", "status-allowed", "--format", "yaml");
        assertThat(said.side()).isEqualTo("noteworthy: There is no format \"yaml\"; --format takes text or json.\n");
        assertThat(said.status()).isEqualTo(2);
    }

    private String explain(String... arguments) {
        String[] all = new String[arguments.length + 5];
        all[0] = "explain";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--rules";
        all[arguments.length + 2] = rules.toString();
        all[arguments.length + 3] = "--cache";
        all[arguments.length + 4] = cache.toString();
        Shell.Said said = Shell.run(all);
        assertThat(said.side()).isEmpty();
        assertThat(said.status()).isZero();
        return said.out();
    }
}
