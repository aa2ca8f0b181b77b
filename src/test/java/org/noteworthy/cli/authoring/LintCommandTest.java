package org.noteworthy.cli.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.noteworthy.cli.Folders.append;
import static org.noteworthy.cli.Folders.replace;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.noteworthy.authoring.lint.Code;
import org.noteworthy.cli.Folders;
import org.noteworthy.cli.terminal.Shell;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.playbooks.edition.Severity;
import org.noteworthy.playbooks.engine.RuleCache;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What lint says of sound and spoilt editions, and how it ends. */
class LintCommandTest {
    private static final Path CASES = Path.of("src/test/resources/lint");

    @TempDir
    private Path temp;

    private Path rules;
    private Path edition;

    @BeforeEach
    void copy() throws IOException {
        rules = Folders.copyRules(temp.resolve("rules"));
        edition = rules.resolve("2020-03-25");
    }

    @Test
    void ourEditionsAreWithoutFault() {
        Shell.Said said = Shell.run("lint", "--fail-on", "info");
        assertThat(counted(said.out())).isEqualTo("… rules: 0 errors, 0 warnings\n");
        assertThat(said.status()).isZero();
    }

    /** Without how many editions and rules there are: the owners of the policy may add some. */
    private static String counted(String said) {
        return said.replaceAll("(?m)^\\d+ editions?, \\d+ rules: ", "… rules: ");
    }

    /** Without the lines of what the owners of the policy may make longer: the guidance and the tables. */
    private static String unnumbered(String said) {
        return said.replaceAll("(guidance\\.md|tables/\\w+\\.csv):\\d+", "$1:…")
                .replaceAll("stands in line \\d+ already", "stands in line … already");
    }

    /** Those of editions; the waivers beside them have a test of their own. */
    static Stream<String> warnings() {
        return Arrays.stream(Code.values())
                .filter(code -> code.severity() == Severity.WARNING)
                .map(Code::word)
                .filter(code -> !code.startsWith("waiver-"));
    }

    /** The folder of a case holds files to put into an edition, and rows and lines to add to files of it. */
    @ParameterizedTest
    @MethodSource("warnings")
    void warnsOf(String code) throws IOException {
        Path folder = CASES.resolve(code);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = folder.relativize(file).toString();
                if (name.endsWith(".more")) {
                    Path target = edition.resolve(name.substring(0, name.length() - ".more".length()));
                    Files.write(target, Files.readAllBytes(file), StandardOpenOption.APPEND);
                } else if (!name.equals("expected")) {
                    Files.write(edition.resolve(name), Files.readAllBytes(file));
                }
            }
        }
        Shell.Said said = Shell.run("lint", edition.toString());
        String out = counted(said.out().replace(edition.toString(), "2020-03-25"));
        Path expected = folder.resolve("expected");
        if (Boolean.getBoolean("fixtures.update")) {
            Files.writeString(expected, out);
        }
        assertThat(out).isEqualTo(Files.readString(expected)).contains("[" + code + "]\n");
        assertThat(said.status()).isZero();
        assertThat(Shell.run("lint", edition.toString(), "--fail-on", "warning").status())
                .isEqualTo(1);
    }

    @Test
    void aConfirmationOfNoRule() throws IOException {
        Folders.append(edition.resolve("tables/confirmations.csv"), "covid-tagg,h2bc4a142fb59,2026-11-30,us");
        assertThat(Shell.run("lint", edition.toString()).out())
                .contains(
                        "warning: There is no rule \"covid-tagg\" in this edition. Maybe you mean covid-tag. Correct the"
                                + " name, or remove the row. [damaged-confirmation]");
    }

    @Test
    void statusesThatDifferInTheirLettersCompositionAlone() throws IOException {
        Folders.append(edition.resolve("tables/statuses.csv"), "later,de,Sp\u00E4ter,,us\npaused,de,Spa\u0308ter,,us");
        assertThat(Shell.run("lint", edition.toString()).out())
                .contains("\"de: Sp\u00E4ter\" stands in line 30 already. Keep one of the two, or rename one.");
    }

    @Test
    void aRuleThatStandsTwiceInItsFile() throws IOException {
        Path file = edition.resolve("status-brief.drl");
        String rule = Files.readString(file);
        Files.writeString(file, rule + "\n" + rule);
        assertThat(Shell.run("lint", edition.toString()).out())
                .contains("The rule status-brief stands in line ")
                .contains(" already. Keep one of the two.");
        Files.writeString(file, rule);
        Files.writeString(edition.resolve("the-same.drl"), rule);
        assertThat(Shell.run("lint", edition.toString()).out())
                .containsPattern(
                        "the-same.drl:\\d+:1: The rule status-brief stands in status-brief.drl, line \\d+ already.");
    }

    @Test
    void everyCodeOfAWarningIsInTheHelp() {
        assertThat(Shell.run("lint", "--help").out()).contains(warnings().toList());
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceAndUnderlined() throws IOException {
        spoil();
        Shell.Said said = Shell.run("lint", rules.toString());
        assertThat(said.status()).isEqualTo(2);
        assertThat(counted(said.out().replace(rules.toString(), "rules"))).isEqualTo("""
                        rules/2019-09-27/guidance.md: The file is missing. Copy it from another edition and edit it.

                        rules/2020-03-25/insight-id.drl:6:19: There is no property "firstPartyy" in concerns. Maybe you mean firstParty.
                          |     $note : Note( concerns.firstPartyy, !concerns.insightCited )
                          |                   ^~~~~~~~~~~~~~~~~~~~

                        rules/2020-03-25/playbook.yaml:7:14: inForceFrom is "2020-13-25", which is not a day. Write it like 2020-03-25.
                          | inForceFrom: 2020-13-25
                          |              ^~~~~~~~~~

                        rules/2020-03-25/tables/statuses.csv:30:11: "ja: 進行中" stands in line 21 already. Keep one of the two, or rename one.
                          | paused,ja,進行中,,our team
                          |           ^~~~~~

                        rules/2020-03-25/tables/workloads.csv:2:21: "Exchnge Time" is not in tables/time-tasks.csv. Maybe you mean Exchange Time.
                          | EXO,Exchange Online,Exchnge Time,,Exchange,,code list of the guidance
                          |                     ^~~~~~~~~~~~

                        … rules: 5 errors, 0 warnings
                        """);
    }

    @Test
    void whatCannotBeUnderstoodHidesNothingElseOfTheRule() throws IOException {
        Files.writeString(edition.resolve("many-flaws.drl"), """
                rule "many-flaws" @severty("error") @clause("content.status") salience 10
                when
                    $note : Note( status.length matches "a" || eval( true, 1 ), statsu == null )
                    not Note( summary.lenght > 3 )
                then
                    report.violation( $note.author, "Something about {statsu}." );
                end

                rule "second" @severity("error") @clause("content.status")
                when
                    Note( status.present )
                then
                    report.violation( $x.status, "" );
                end
                """);
        assertThat(Shell.run("lint", edition.toString())
                        .out()
                        .lines()
                        .filter(line -> line.contains("many-flaws.drl:"))
                        .map(line -> line.replaceFirst(".*many-flaws.drl:(\\d+:\\d+: .*?\\.).*", "$1")))
                .containsExactly(
                        "1:19: There is no annotation @severty.",
                        "1:63: \"salience\" is not expected here.",
                        "3:19: \"matches\" needs a text here, and \"status.",
                        "3:48: There is no property \"eval\" in Note.",
                        "3:52: \"eval\" is followed by a bracket.",
                        "3:65: There is no property \"statsu\" in Note.",
                        "4:15: There is no property \"lenght\" in summary.",
                        "6:23: \"$note.",
                        "6:37: The text holds {statsu}.",
                        "11:5: A rule begins with what it judges, and a name for it: $note : Note( … ).",
                        "13:34: The text is empty.");
    }

    @Test
    void everyFlawHasALineAColumnAndAWayOut() throws IOException {
        append(edition.resolve("guidance.md"), """

                ## content.status — Again

                ## Mood

                ### content.mood

                ## content.mood — The mood shows
                Judged by

                Judged by: everybody.

                Source: 1234""");
        append(edition.resolve("tables/statuses.csv"), "completed;en;Completed;;our team");
        append(edition.resolve("tables/roles.csv"), "QA,Quality, Assurance,,our team");
        replace(edition.resolve("status-brief.drl"), "@roles(\"FE, SME\")", "@roles(\"FE, SEM\")");
        replace(edition.resolve("status-brief.drl"), "limits.statusCharacters )", "3.5 )");
        replace(edition.resolve("insight-id.drl"), "@clause(\"content.insight\")", "@clause(\"content.insihgt\")");
        replace(edition.resolve("section-once.drl"), "!sections.once", "sections.once == 'no'");
        Files.copy(edition.resolve("role-known.drl"), edition.resolve("a.drl"));
        Shell.Said said = Shell.run("lint", edition.toString());
        assertThat(unnumbered(counted(said.out().replace(edition.toString(), "2020-03-25"))))
                .isEqualTo("""
                        2020-03-25/a.drl:3:6: The rule is named "role-known" and its file a.drl. Give both the same name.
                          | rule "role-known"
                          |      ^~~~~~~~~~~~

                        2020-03-25/guidance.md:…:4: The clause content.status stands in line … already. Keep one of the two, or rename one.
                          | ## content.status — Again
                          |    ^~~~~~~~~~~~~~

                        2020-03-25/guidance.md:…:4: "Mood" is not a name of a clause. Write the heading like "## content.status — Status".
                          | ## Mood
                          |    ^~~~

                        2020-03-25/guidance.md:…:1: A clause begins with ## and a blank, like "## content.status — Status".
                          | ### content.mood
                          | ^~~~~~~~~~~~~~~~

                        2020-03-25/guidance.md:…:12: The clause content.mood is judged by "everybody.". Write rules, a person, or nobody.
                          | Judged by: everybody.
                          |            ^~~~~~~~~~

                        2020-03-25/guidance.md:…:9: "1234" is not a hash of a paragraph. After "Source:" stand hashes of 12 digits, as "noteworthy drift PAGE --hashes" prints them.
                          | Source: 1234
                          |         ^~~~

                        2020-03-25/insight-id.drl:4:34: There is no clause "content.insihgt" in guidance.md. Maybe you mean content.insight.
                          |     @severity("error")  @clause("content.insihgt")  @roles("FE, SME")
                          |                                  ^~~~~~~~~~~~~~~

                        2020-03-25/role-known.drl:3:1: The rule role-known stands in a.drl, line 3 already. Keep one of the two.
                          | rule "role-known"
                          | ^~~~~~~~~~~~~~~~~

                        2020-03-25/section-once.drl:5:36: "'" is not expected here. Write texts between straight double quotes (").
                          |     $note : Note( sections.once == 'no' )
                          |                                    ^

                        2020-03-25/status-brief.drl:5:36: "." is not expected here. Numbers of a rule are whole.
                          |     $note : Note( status.length > 3.5 )
                          |                                    ^

                        2020-03-25/tables/roles.csv:…:1: The row has 5 cells, the header has 4. Put a cell with a "," in it between quotes.
                          | QA,Quality, Assurance,,our team
                          | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

                        2020-03-25/tables/statuses.csv:…:1: The row has 1 cell, the header has 5. Write a "," between two cells, also between empty ones.
                          | completed;en;Completed;;our team
                          | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

                        … rules: 12 errors, 0 warnings
                        """);
    }

    @Test
    void theSameIsSaidWhereAnEditionIsRefused() throws IOException {
        spoil();
        Library library = Library.open(rules, RuleCache.none());
        List<String> refused = library.versions().stream()
                .flatMap(version -> library.diagnostics(version).stream())
                .map(Diagnostic::toString)
                .toList();
        List<String> linted = Shell.run("lint", rules.toString())
                .out()
                .lines()
                .filter(line -> line.startsWith(rules.toString()))
                .map(line -> line.substring(rules.toString().length() + 1))
                .toList();
        assertThat(linted).isEqualTo(refused).hasSize(5);
    }

    @Test
    void aProgramReadsTheSame() throws IOException {
        spoil();
        JsonNode json = new JsonMapper()
                .readTree(Shell.run("lint", edition.toString(), "--format", "json")
                        .out());
        assertThat(json.get("errors").asInt()).isEqualTo(4);
        assertThat(json.get("findings").get(0).toString())
                .isEqualTo("{\"file\":\"" + edition + "/insight-id.drl\",\"line\":6,\"column\":19,\"endLine\":6,"
                        + "\"endColumn\":39,\"severity\":\"error\",\"code\":\"rule\",\"message\":\"There is no property"
                        + " \\\"firstPartyy\\\" in concerns. Maybe you mean firstParty.\"}");
        assertThat(json.at("/findings/0/code").asString()).isEqualTo("rule");
        assertThat(json.at("/findings/1/code").asString()).isEqualTo("settings");
        assertThat(json.at("/findings/3/code").asString()).isEqualTo("table");
    }

    @Test
    void sarifIsValid() throws IOException {
        spoil();
        replace(edition.resolve("status-allowed.drl"), "!status.allowed", "status.length < 1");
        String sarif = Shell.run("lint", rules.toString(), "--format", "sarif").out();
        try (InputStream schema = LintCommandTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                            .getSchema(Objects.requireNonNull(schema), InputFormat.JSON)
                            .validate(sarif, InputFormat.JSON))
                    .isEmpty();
        }
        JsonNode run = new JsonMapper().readTree(sarif).at("/runs/0");
        assertThat(run.get("results")).hasSize(6);
        for (JsonNode result : run.get("results")) {
            int index = result.get("ruleIndex").asInt();
            assertThat(run.at("/tool/driver/rules/" + index + "/id")).isEqualTo(result.get("ruleId"));
        }
        Set<String> helps = new HashSet<>();
        for (JsonNode rule : run.at("/tool/driver/rules")) {
            String about = rule.at("/shortDescription/text").asString();
            assertThat(rule.at("/fullDescription/text").asString())
                    .startsWith(about + " ")
                    .endsWith(".");
            assertThat(rule.at("/help/text").asString())
                    .startsWith(rule.at("/fullDescription/text").asString() + "\n\n");
            assertThat(rule.at("/help/markdown").asString()).startsWith("**" + about + "** ");
            helps.add(rule.at("/fullDescription/text").asString());
        }
        assertThat(helps).hasSize(Code.values().length);
        assertThat(run.at("/results/3/ruleId").asString()).isEqualTo("never-fires");
        assertThat(run.at("/results/3/level").asString()).isEqualTo("warning");
    }

    @Test
    void anEditionByItselfIsNamedAsAsked() throws IOException {
        replace(edition.resolve("status-brief.drl"), "limits.statusCharacters )", "limits.statusCharacter )");
        Path named = rules.resolve("2020-05-12").resolve("..").resolve("2020-03-25");
        assertThat(Shell.run("lint", named.toString()).out())
                .startsWith(named + "/status-brief.drl:5:35: There is no property \"statusCharacter\" in limits.");
    }

    @Test
    void aLanguageWithoutLabelsIsToldOnce() throws IOException {
        without("de", edition.resolve("tables/sections.csv"));
        assertThat(Shell.run("lint", edition.toString()).out())
                .containsPattern(
                        "tables/date-words.csv:\\d+:\\d+: warning: No label of tables/sections.csv is in the language"
                                + " \"de\", which \\d{3} rows of tables/date-words.csv and tables/natures.csv and tables/statuses.csv and tables/words.csv"
                                + " are in.")
                .endsWith(" rules: 0 errors, 1 warning\n");
    }

    @Test
    void aTableWithoutALanguageThatHasLabelsIsToldOnce() throws IOException {
        without("de", edition.resolve("tables/words.csv"));
        without("de", edition.resolve("tables/natures.csv"));
        assertThat(Shell.run("lint", edition.toString()).out())
                .contains("tables/words.csv: warning: The table has no row in the language \"de\"")
                .endsWith(" rules: 0 errors, 2 warnings\n");
    }

    private static void without(String language, Path table) throws IOException {
        Files.write(
                table,
                Files.readAllLines(table).stream()
                        .filter(line -> !line.contains("," + language + ","))
                        .toList());
    }

    @Test
    void noFolderIsTooStrange() throws IOException {
        Path strange = rules.resolve("2021-01-01");
        Files.createDirectories(strange.resolve("tables"));
        Files.write(strange.resolve("binary.drl"), new byte[] {0, 1, 2, (byte) 0xFF, 'r', 'u', 'l', 'e'});
        Files.write(strange.resolve("nul.drl"), "rule \0".getBytes(StandardCharsets.UTF_8));
        Files.write(strange.resolve("huge.drl"), new byte[2 << 20]);
        Files.writeString(strange.resolve("long.drl"), "rule \"x\" when $note : Note( " + "a".repeat(50_000));
        Files.writeString(strange.resolve("empty.drl"), "");
        Files.writeString(strange.resolve("tables/roles.csv"), "code,name\n\"");
        Files.createSymbolicLink(strange.resolve("out.drl"), Path.of("/etc/hostname"));
        Files.createSymbolicLink(strange.resolve("gone.drl"), Path.of("nowhere"));
        Shell.Said said = Shell.run("lint", rules.toString());
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.side()).isEmpty();
        assertThat(said.out())
                .contains("binary.drl: The file is not UTF-8 text.", "nul.drl:1:6: ", "huge.drl: ", "long.drl:1:")
                .contains("empty.drl:", "out.drl: The file is a link", "playbook.yaml: The file is missing.")
                .doesNotContain("Exception", "java.");
    }

    @Test
    void aThousandFlawsAreAllTold() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            append(edition.resolve("tables/workloads.csv"), "Q" + i + "x,Work no. " + i + ",Time of " + i + ",,,,");
        }
        assertThat(Shell.run("lint", edition.toString()).out()).endsWith(" rules: 1000 errors, 0 warnings\n");
    }

    @Test
    void whatIsNoFolderIsTold() throws IOException {
        Shell.Said said = Shell.run("lint", temp.resolve("nowhere").toString());
        assertThat(said.side()).contains("is not there");
        assertThat(said.status()).isEqualTo(2);
        assertThat(Shell.run("lint", edition.resolve("guidance.md").toString()).side())
                .contains("is a file");
        assertThat(Shell.run("lint", "--format", "xml").side()).contains("there is text, json, sarif.");
        assertThat(Shell.run("lint", "--fail-on", "often").side()).contains("--fail-on takes error");
    }

    @Test
    void nothingIsCompiled() throws IOException {
        Path cache = temp.resolve("cache");
        assertThat(Shell.run("lint", rules.toString(), "--cache", cache.toString())
                        .status())
                .isZero();
        assertThat(cache).doesNotExist();
    }

    private void spoil() throws IOException {
        Files.delete(rules.resolve("2019-09-27/guidance.md"));
        replace(edition.resolve("insight-id.drl"), "concerns.firstParty,", "concerns.firstPartyy,");
        replace(edition.resolve("playbook.yaml"), "inForceFrom: 2020-03-25", "inForceFrom: 2020-13-25");
        append(edition.resolve("tables/statuses.csv"), "paused,ja,進行中,,our team");
        replace(edition.resolve("tables/workloads.csv"), "Exchange Time", "Exchnge Time");
    }
}
