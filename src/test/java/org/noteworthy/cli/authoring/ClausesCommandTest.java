package org.noteworthy.cli.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.noteworthy.cli.Folders.append;
import static org.noteworthy.cli.Folders.replace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.cli.Folders;
import org.noteworthy.cli.terminal.Shell;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.engine.RuleCache;

/** {@code noteworthy clauses}: from each clause to its rules, their fixtures and their confirmations. */
class ClausesCommandTest {
    private static final String CONFIRMATIONS = "tables/confirmations.csv";

    @TempDir
    private static Path cache;

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
    void everyConfirmationOfOurEditionsIsOfTheClauseAsItIs() {
        for (String version : List.of("2019-09-27", "2020-03-25", "2020-05-12")) {
            Shell.Said said = Shell.run("clauses", "--cache", cache.toString(), "--playbook", version);
            assertThat(said.out())
                    .contains(" confirmed")
                    .doesNotContain("has changed since")
                    .doesNotContain("no rule of this edition");
            assertThat(said.status()).isZero();
        }
    }

    @Test
    void everyFixtureOfARuleIsNamed() throws IOException {
        String said = Library.open(Path.of("rules"), RuleCache.none()).versions().stream()
                .map(version -> Shell.run("clauses", "--cache", cache.toString(), "--playbook", version)
                        .out()
                        .replaceAll("\\s+", " "))
                .collect(Collectors.joining());
        List<String> missing = new ArrayList<>();
        try (Stream<Path> fixtures = Files.walk(Path.of("test-fixtures/rules"))) {
            fixtures.filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> !said.contains(" " + name))
                    .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void aClauseSaysByWhomItIsChecked() throws IOException {
        assertThat(clauses("content.summary")).contains("  checked  by rules\n").contains("  summary-present  ");
        assertThat(clauses("content.summary.synopsis")).contains("  checked  by a person\n");
        assertThat(clauses("scope.services")).contains("  checked  by nobody\n");
        Files.delete(edition.resolve("summary-present.drl"));
        assertThat(clauses("content.summary"))
                .startsWith("2020-03-25: 2 clauses, checked: 0 by rules, 1 by a person, 1 not yet, 0 by nobody\n")
                .contains("  checked  not yet\n")
                .matches(
                        said -> said.replaceAll("\\s+", " ")
                                .contains(
                                        "confirmations.csv:25 confirms \"summary-present\", which is not a rule of this edition. If it was retired, delete"))
                .doesNotContain("  summary-present  ");
    }

    @Test
    void aClauseIsShownWithItsTextAndThoseUnderIt() {
        assertThat(clauses("covid.role"))
                .contains("\ncovid.role  Each role writes COVID-19 updates into its own note type\n")
                .contains("  FastTrack Managers write them into Engagement Management or Service Intent.")
                .contains("  Reading: \"and/or\" between the two note types")
                .contains("\ncovid.role.fta  An architect uses the Executive Summary\n");
        assertThat(run("clauses", "covid.rule").side())
                .isEqualTo(
                        "noteworthy: The edition 2020-03-25 has no clause \"covid.rule\". Maybe you mean covid.role.\n");
        assertThat(run("clauses", "covid.rule").status()).isEqualTo(2);
    }

    @Test
    void aRuleIsConfirmedUntilItsClauseSaysSomethingElse() throws IOException {
        assertThat(clauses("location.time")).contains("  time-entry                  confirmed: h1281a0f74efb on ");
        replace(
                edition.resolve("guidance.md"),
                "An engineer records the note as a time entry in the portal, not anywhere else.",
                "An engineer records the note\nas a *time entry* in the portal, not anywhere else.");
        assertThat(clauses("location.time")).contains("  time-entry                  confirmed: h1281a0f74efb on ");
        replace(edition.resolve("guidance.md"), "not anywhere else", "or on paper");
        String said = clauses("location.time");
        assertThat(said)
                .contains("  time-entry                  clause has changed since: h1281a0f74efb on ")
                .contains("1 rule not confirmed with the clause as it is: time-entry. Hold each against");
        String hash = said.replaceFirst("(?s).*  hash     (\\w+)\n.*", "$1");
        replace(edition.resolve(CONFIRMATIONS), "time-entry,h1281a0f74efb", "time-entry," + hash);
        assertThat(clauses("location.time")).contains("  time-entry                  confirmed: " + hash + " on ");
    }

    @Test
    void withoutTheTableNoRuleWasEverConfirmed() throws IOException {
        Files.delete(edition.resolve(CONFIRMATIONS));
        assertThat(clauses("location.time"))
                .contains("  time-entry                  never confirmed\n")
                .contains("with the clause's hash and the day into");
    }

    @Test
    void aMisspeltRuleInTheTableIsTold() throws IOException {
        replace(edition.resolve(CONFIRMATIONS), "time-entry,", "time-enrty,");
        assertThat(clauses("location.time"))
                .contains("time-entry                  never confirmed")
                .matches(
                        said -> said.replaceAll("\\s+", " ")
                                .contains(
                                        "confirmations.csv:26 confirms \"time-enrty\", which is not a rule of this edition. Maybe you mean time-entry."));
    }

    @Test
    void aRowThatCannotBeReadIsToldWithItsPlaceAndConfirmsNothing() throws IOException {
        append(
                edition.resolve(CONFIRMATIONS),
                "status-long,1281a0f74ef,2026-11-25,\nstatus-short,1281a0f74efb,yesterday,");
        append(edition.resolve(CONFIRMATIONS), "time-entry,1281a0f74efb,2026-11-25,");
        Shell.Said said = run("clauses", "--playbook", "2020-03-25");
        assertThat(said.out().replaceAll("\\s+", " "))
                .contains(
                        "2020-03-25/tables/confirmations.csv:33:13: The cell clauseHash says \"1281a0f74ef\", which is"
                                + " not a hash of a clause, and confirms nothing.")
                .contains(
                        "2020-03-25/tables/confirmations.csv:34:27: The cell on says \"yesterday\", which is not a day.")
                .contains("2020-03-25/tables/confirmations.csv:35:1: \"time-entry\" stands in line 26 already.");
        assertThat(said.status()).isZero();
    }

    @Test
    void aTableThatASpreadsheetHasSpoiltRefusesNothing() throws IOException {
        Path table = edition.resolve(CONFIRMATIONS);
        Files.writeString(table, Files.readString(table).replace("2026-11-25", "4/20/2020"));
        assertThat(clauses("location.time"))
                .contains("  time-entry                  confirmed: h1281a0f74efb by rule authors\n");
        replace(table, "time-entry,h1281a0f74efb", "time-entry,1.28E+11");
        String said = clauses("location.time");
        assertThat(said).contains("  time-entry                  never confirmed\n");
        assertThat(said.replaceAll("\\s+", " "))
                .containsPattern("The cell on says \"4/20/2020\" \\(and in \\d+ more below\\), which is not a day\\.")
                .contains(
                        "The cell clauseHash says \"1.28E+11\", which is not a hash of a clause, and confirms nothing. Write"
                                + " the one that \"noteworthy clauses\" shows: it begins with a letter");
        for (String spoilt : List.of("rule\n", "rule;clauseHash\n\"", "\u0000", "")) {
            Files.writeString(table, spoilt);
            assertThat(clauses("location.time")).contains("  time-entry                  never confirmed\n");
        }
        assertThat(run("playbooks").status()).isZero();
        Files.write(table, new byte[] {(byte) 0xE4});
        assertThat(run("playbooks").status()).isZero();
        assertThat(run("lint").out()).contains("The file is not UTF-8 text.").contains("0 errors, 1 warning\n");
    }

    @Test
    void noSpreadsheetTakesTheHashOfAClauseForANumber() {
        assertThat(run("clauses", "--playbook", "2020-05-12").out().lines())
                .filteredOn(line -> line.startsWith("  hash     "))
                .hasSizeGreaterThan(20)
                .allMatch(line -> line.matches("  hash     h[0-9a-f]{12}"));
    }

    @Test
    void aHashThatIsNoneIsRefusedWithItsLine() throws IOException {
        replace(edition.resolve("guidance.md"), "Source: eca469b3c4c4", "Source: see the page");
        assertThat(run("clauses").side())
                .contains(
                        "\"see\" is not a hash of a paragraph. After \"Source:\" stand hashes of 12 digits, as \"noteworthy"
                                + " drift PAGE --hashes\" prints them.")
                .containsPattern("2020-03-25/guidance.md:\\d+:\\d+: \"see\"");
        replace(edition.resolve("guidance.md"), "Source: see the page", "Source: eca469b3c4c5");
        assertThat(run("clauses").side())
                .contains("The clause content.insight stands on the paragraph eca469b3c4c5, which is not among"
                        + " \"Paragraphs of the page:\". Maybe you mean eca469b3c4c4.");
    }

    @Test
    void fixturesAreTakenFromWhereTheyLie() throws IOException {
        Path fixtures = temp.resolve("mine/rules/time-entry");
        Files.createDirectories(fixtures.resolve("more"));
        Files.writeString(fixtures.resolve("violates-x.md"), "x");
        Files.writeString(fixtures.resolve("more/passes-y.md"), "y");
        Files.writeString(fixtures.resolve(".hidden.md"), "z");
        Files.createSymbolicLink(
                fixtures.resolve("passes-link.md"), Path.of("README.md").toAbsolutePath());
        Files.createSymbolicLink(
                fixtures.resolve("elsewhere"), Path.of("test-fixtures").toAbsolutePath());
        assertThat(run(
                                "clauses",
                                "location.time",
                                "--fixtures",
                                temp.resolve("mine").toString())
                        .out())
                .contains("\n    more/passes-y.md, violates-x.md\n");
        assertThat(clauses("location.time")).doesNotContain(".md");
        Folders.copy(temp.resolve("mine/rules"), temp.resolve("test-fixtures/rules"));
        assertThat(clauses("location.time")).contains("violates-x.md");
        assertThat(run("clauses", "--fixtures", "nowhere").side())
                .isEqualTo("noteworthy: There is no folder nowhere. Name another one with --fixtures.\n");
    }

    @Test
    void whereAClauseStandsOnThePageIsNoDifferenceOfEditions() throws IOException {
        replace(edition.resolve("guidance.md"), "Source: eca469b3c4c4", "Source: 79de9e86822b");
        Folders.copy(Path.of("rules/2020-03-25"), temp.resolve("2020-03-25"));
        Shell.Said said =
                run("compare", "2020-03-25", temp.resolve("2020-03-25").toString());
        assertThat(said.out()).endsWith(": 0 differences\n");
    }

    private String clauses(String named) {
        return run("clauses", named, "--playbook", "2020-03-25").out();
    }

    private Shell.Said run(String... arguments) {
        return Shell.run(
                Stream.concat(Stream.of(arguments), Stream.of("--rules", rules.toString(), "--cache", cache.toString()))
                        .toArray(String[]::new));
    }
}
