package org.noteworthy.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.noteworthy.cli.Folders.append;
import static org.noteworthy.cli.Folders.replace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.cli.Folders;

/** A spoilt edition is refused with every place and a way out, and the other editions go on. */
class RefusedPlaybookTest {
    private static final String NOTE = "[EXO]\nSTATUS: On track\nSUMMARY: Met.\nNEXT ACTION: Call on Friday.\n";

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
    void aMissingTable() throws IOException {
        Files.delete(edition.resolve("tables/workloads.csv"));
        refused("2020-03-25/tables/workloads.csv: The file is missing. Copy it from another edition and edit it.");
    }

    @Test
    void aMissingColumn() throws IOException {
        replace(edition.resolve("tables/roles.csv"), "code,name", "kode,name");
        refused(
                "2020-03-25/tables/roles.csv:1:1: The column code is missing. The columns found are kode, name, aliases,"
                        + " source.");
    }

    @Test
    void aDuplicateCode() throws IOException {
        append(edition.resolve("tables/workloads.csv"), "EXO,Exchange again,Exchange Time,,,,");
        refused("2020-03-25/tables/workloads.csv:19:1: \"EXO\" stands in line 2 already. Keep one of the two, or rename"
                + " one.");
    }

    @Test
    void aRowThatPointsNowhere() throws IOException {
        replace(
                edition.resolve("tables/workloads.csv"),
                "EXO,Exchange Online,Exchange Time",
                "EXO,Exchange Online,Exchnge Time");
        refused("2020-03-25/tables/workloads.csv:2:21: \"Exchnge Time\" is not in tables/time-tasks.csv. Maybe you mean"
                + " Exchange Time.");
    }

    @Test
    void aFolderIsNotNamedByAYearOfNineDigits() throws IOException {
        String name = "+999999999-12-31";
        Folders.copyEdition("2020-05-12", rules.resolve(name));
        replace(rules.resolve(name).resolve("playbook.yaml"), "inForceFrom: 2020-05-12", "inForceFrom: " + name);
        Shell.Said said = Shell.run("lint", rules.toString());
        assertThat(said.out())
                .contains("The folder is named \"" + name
                        + "\". Name it by the first day of the edition, such as 2020-03-25.");
        assertThat(said.status()).isEqualTo(2);
    }

    @Test
    void aCopyThatStillSaysTheDayOfTheOther() throws IOException {
        Folders.copy(rules.resolve("2020-05-12"), rules.resolve("2020-07-01"));
        refused("2020-07-01/playbook.yaml:7:1: The folder is named 2020-07-01, and inForceFrom is 2020-05-12. Write"
                + " inForceFrom: 2020-07-01 in playbook.yaml, or rename the folder.");
        assertThat(judged("2020-06-02")).contains("1 note, 1 compliant");
        Shell.Said later = check("2026-11-30");
        assertThat(later.out()).contains("1 note, 1 compliant");
        assertThat(later.side()).contains("left out: 2020-07-01/playbook.yaml:7:1: The folder is named 2020-07-01");
        assertThat(later.status()).isZero();
    }

    @Test
    void aCopyUnderANameOfItsOwn() throws IOException {
        Folders.copy(rules.resolve("2020-05-12"), rules.resolve("backup"));
        refused("backup/playbook.yaml: The folder is named \"backup\". Name it by the first day of the edition, such as"
                + " 2020-03-25.");
        assertThat(judged("2020-06-02")).contains("1 note, 1 compliant");
    }

    @Test
    void aCopyThatSaysItsOwnDayIsAnEdition() throws IOException {
        Path next = rules.resolve("2020-07-01");
        Folders.copy(rules.resolve("2020-05-12"), next);
        replace(next.resolve("playbook.yaml"), "inForceFrom: 2020-05-12", "inForceFrom: 2020-07-01");
        append(next.resolve("tables/statuses.csv"), "completed,en,Completed,,owner");
        String note = NOTE.replace("On track", "Completed");
        assertThat(check("2020-06-30", note).out()).contains("status-allowed");
        assertThat(check("2020-07-01", note).out()).contains("1 note, 1 compliant");
    }

    @Test
    void aDayThatIsNotTheOneOfTheName() throws IOException {
        Path next = rules.resolve("2020-07-01");
        Folders.copy(rules.resolve("2020-05-12"), next);
        replace(next.resolve("playbook.yaml"), "inForceFrom: 2020-05-12", "inForceFrom: 2020-07-15");
        refused("2020-07-01/playbook.yaml:7:1: The folder is named 2020-07-01, and inForceFrom is 2020-07-15. Write"
                + " inForceFrom: 2020-07-01 in playbook.yaml, or rename the folder.");
        assertThat(judged("2020-06-30")).contains("1 note, 1 compliant");
        assertThat(judged("2020-07-20"))
                .contains("The playbook 2020-07-01 cannot be used: 2020-07-01/playbook.yaml:7:1: The folder is named");
        assertThat(Shell.run("lint", next.toString()).out())
                .contains("playbook.yaml:7:1: The folder is named 2020-07-01, and inForceFrom is 2020-07-15.");
    }

    @Test
    void aDayThatWasChangedInPlaceDoesNotMoveItsNotesToAnotherEdition() throws IOException {
        replace(rules.resolve("2020-05-12/playbook.yaml"), "inForceFrom: 2020-05-12", "inForceFrom: 2020-05-15");
        assertThat(judged("2020-05-11")).contains("1 note, 1 compliant");
        assertThat(judged("2020-06-02")).contains("The playbook 2020-05-12 cannot be used");
    }

    @Test
    void aDayThatIsNone() throws IOException {
        replace(edition.resolve("playbook.yaml"), "inForceFrom: 2020-03-25", "inForceFrom: 2020-13-25");
        refused(
                "2020-03-25/playbook.yaml:7:14: inForceFrom is \"2020-13-25\", which is not a day. Write it like 2020-03-25.");
    }

    @Test
    void aSettingThatDoesNotExist() throws IOException {
        replace(edition.resolve("playbook.yaml"), "statusCharacters", "statusCharacter");
        assertThat(diagnostics())
                .contains("There is no setting limits.statusCharacter. Maybe you mean limits.statusCharacters.");
    }

    @Test
    void aFolderThatIsNoDate() throws IOException {
        Files.move(edition, rules.resolve("2020-03-25 copy"));
        refused("2020-03-25 copy/playbook.yaml: The folder is named \"2020-03-25 copy\". Name it by the first day of"
                + " the edition, such as 2020-03-25.");
    }

    @Test
    void aRuleWithASyntaxError() throws IOException {
        replace(edition.resolve("status-brief.drl"), "limits.statusCharacters )", "limits.statusCharacters");
        refused(
                "2020-03-25/status-brief.drl:5:17: The bracket ( that opens here is not closed before \"then\". Close it.");
    }

    @Test
    void aTextThatIsNotClosed() throws IOException {
        Path rule = edition.resolve("status-brief.drl");
        Files.writeString(rule, Files.readString(rule).replaceFirst("\" \\);", " );"));
        refused("2020-03-25/status-brief.drl:8:9: The text that opens here is not closed on its line. End it with \".");
    }

    @Test
    void aWordInTheWrongPlace() throws IOException {
        replace(edition.resolve("status-brief.drl"), "when", "whenever");
        assertThat(diagnostics()).contains("2020-03-25/status-brief.drl:").contains("A rule reads: rule \"name\"");
    }

    @Test
    void aRuleThatNamesAnUnknownProperty() throws IOException {
        replace(edition.resolve("insight-id.drl"), "concerns.firstParty,", "concerns.firstPartyy,");
        refused("2020-03-25/insight-id.drl:6:19: There is no property \"firstPartyy\" in concerns. Maybe you mean"
                + " firstParty.");
    }

    @Test
    void aRuleWithAnUnknownClauseAndRole() throws IOException {
        replace(edition.resolve("insight-id.drl"), "content.insight", "content.insigth");
        replace(edition.resolve("insight-id.drl"), "FE, SME", "FE, SMEE");
        refused(
                "2020-03-25/insight-id.drl:4:34: There is no clause \"content.insigth\" in guidance.md. Maybe you mean"
                        + " content.insight.",
                "2020-03-25/insight-id.drl:4:65: There is no role \"SMEE\" in tables/roles.csv. Maybe you mean SME.");
    }

    @Test
    void aRuleWithAnUnknownSeverityOrPlaceholder() throws IOException {
        replace(edition.resolve("status-allowed.drl"), "\"error\"", "\"eror\"");
        replace(edition.resolve("status-brief.drl"), "{status.length}", "{status.lenth}");
        refused(
                "2020-03-25/status-allowed.drl:4:5: There is no severity \"eror\". Maybe you mean error.",
                "2020-03-25/status-brief.drl:8:9: The text holds {status.lenth}. There is no property \"lenth\" in"
                        + " status. Maybe you mean length.");
    }

    @Test
    void aConsequenceThatDoesMoreThanReport() throws IOException {
        replace(edition.resolve("insight-id.drl"), "report.violation(", "System.exit(0); report.violation(");
        refused("2020-03-25/insight-id.drl:8:5: After \"then\" stands exactly one report.violation( $note.…, \"what is"
                + " wrong, and the way out\" ); and end.");
    }

    @Test
    void aRuleThatComparesWhatCannotBeCompared() throws IOException {
        replace(edition.resolve("status-brief.drl"), "status.length > limits.statusCharacters", "status > sections");
        refused("2020-03-25/status-brief.drl:5:19: \"status\" is not a value that can be compared. Ask for one of its"
                + " properties, such as status.present, status.allowed, status.selected.");
    }

    @Test
    void aRuleThatComparesANumberWithAText() throws IOException {
        replace(edition.resolve("status-allowed.drl"), "status.present", "status.length > \"a\"");
        refused("2020-03-25/status-allowed.drl:6:35: \"status.length\" is a number, and \"a\" is a text: they cannot be"
                + " compared. A number stands without quotes.");
    }

    @Test
    void aRuleThatIsNeitherAboutANoteNorAboutAnEngagement() throws IOException {
        replace(
                edition.resolve("insight-id.drl"),
                "$note : Note( concerns.firstParty, !concerns.insightCited )",
                "( $note : Note( concerns.firstParty ) or $note : Note( concerns.none ) )");
        refused(
                "2020-03-25/insight-id.drl:6:5: A rule begins with what it judges, and a name for it: $note : Note( … ).");
    }

    @Test
    void settingsThatAreDoubledOrOfAnotherKind() throws IOException {
        replace(edition.resolve("playbook.yaml"), "  role: FE", "  role: FE\n  role: SME");
        replace(edition.resolve("playbook.yaml"), "  suffix: Time", "  suffix: [Time]");
        assertThat(diagnostics())
                .contains("The setting assume.role is given twice. Keep one.")
                .contains("The setting timeTasks.suffix takes one text or number, on its line.");
    }

    @Test
    void settingsThatPointAtEachOtherOrNameTypes() throws IOException {
        replace(edition.resolve("playbook.yaml"), "  role: FE", "  role: &r FE");
        replace(edition.resolve("playbook.yaml"), "  suffix: Time", "  suffix: !java.io.File Time");
        assertThat(diagnostics())
                .contains("The settings hold the mark &r for other places to point at.")
                .contains("The settings hold the type !java.io.File. Write the value by itself.");
    }

    @Test
    void moreFilesThanAnyPlaybookHas() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            Files.writeString(edition.resolve("tables/t" + i + ".csv"), "a\n1\n");
        }
        assertThat(diagnostics()).contains("With this file the edition has more than 1000 files or 16 MiB");
    }

    @Test
    void aTableWithoutRowsAndAnEmptyGuidance() throws IOException {
        Files.writeString(edition.resolve("tables/roles.csv"), "code,name,aliases,source\n");
        Files.writeString(edition.resolve("guidance.md"), "");
        assertThat(diagnostics())
                .contains("2020-03-25/tables/roles.csv: The table has no rows. Copy those of another edition and edit"
                        + " them.")
                .contains("2020-03-25/guidance.md: No clause was found.");
    }

    @Test
    void settingsThatCannotBeReadDoNotMoveTheirNotesToAnotherEdition() throws IOException {
        Files.writeString(rules.resolve("2020-05-12/playbook.yaml"), "title: [x\n");
        Path note = temp.resolve("note.md");
        Files.writeString(note, "---\nwrittenOn: 2020-06-01\n---\n[EXO]\n");
        Shell.Said said = Shell.run("check", "--rules", rules.toString(), "--cache", cache.toString(), note.toString());
        assertThat(said.out()).contains("The playbook 2020-05-12 cannot be used: 2020-05-12/playbook.yaml:");
        assertThat(said.status()).isEqualTo(2);
    }

    @Test
    void theOtherEditionsCanStillBeExplained() throws IOException {
        Files.delete(rules.resolve("2020-05-12/guidance.md"));
        Shell.Said said = Shell.run(
                "explain",
                "insight-id",
                "--playbook",
                "2020-03-25",
                "--rules",
                rules.toString(),
                "--cache",
                cache.toString());
        assertThat(said.out()).contains("editions  2019-09-27, 2020-03-25\n");
        assertThat(said.status()).isZero();
    }

    @Test
    void aTableInAnotherCharset() throws IOException {
        Files.write(edition.resolve("tables/roles.csv"), new byte[] {'c', 'o', 'd', 'e', ',', (byte) 0xE4});
        assertThat(diagnostics())
                .contains("2020-03-25/tables/roles.csv: The file is not UTF-8 text. Save it as UTF-8 (in a"
                        + " spreadsheet: CSV UTF-8).");
    }

    @Test
    void notesOfTheRefusedEditionAreToldAndTheOthersAreJudged() throws IOException {
        Files.delete(edition.resolve("guidance.md"));
        Path notes = temp.resolve("notes.ndjson");
        String text = "\"text\":\"[EXO] STATUS: On track SUMMARY: Call. NEXT ACTION: Call on Monday.\"";
        Files.write(
                notes,
                List.of(
                        "{\"id\":\"a\",\"writtenOn\":\"2020-04-02\"," + text + "}",
                        "{\"id\":\"b\",\"writtenOn\":\"2020-06-02\"," + text + "}"));
        Shell.Said said =
                Shell.run("check", "--rules", rules.toString(), "--cache", cache.toString(), notes.toString());
        assertThat(said.out())
                .contains("The playbook 2020-03-25 cannot be used: 2020-03-25/guidance.md: The file is missing.")
                .contains("1 note, 1 compliant");
        assertThat(said.status()).isEqualTo(2);
    }

    private String judged(String day) throws IOException {
        return check(day).out();
    }

    private Shell.Said check(String day) throws IOException {
        return check(day, NOTE);
    }

    private Shell.Said check(String day, String text) throws IOException {
        Path note = temp.resolve("note.md");
        Files.writeString(note, "---\nwrittenOn: " + day + "\n---\n" + text);
        return Shell.run("check", "--rules", rules.toString(), "--cache", cache.toString(), note.toString());
    }

    private void refused(String... diagnostics) {
        assertThat(diagnostics().lines()).containsExactly(diagnostics);
        Shell.Said said = Shell.run("playbooks", "--rules", rules.toString(), "--cache", cache.toString());
        assertThat(said.out()).contains("2019-09-27  active").contains("rejected");
        assertThat(said.status()).isEqualTo(2);
    }

    private String diagnostics() {
        Shell.Said said = Shell.run("playbooks", "--rules", rules.toString(), "--cache", cache.toString());
        return String.join(
                "\n",
                said.out()
                        .lines()
                        .dropWhile(line -> !line.contains("rejected"))
                        .filter(line -> line.contains("/"))
                        .filter(line -> line.contains(": "))
                        .filter(line -> !line.contains("FE / SME"))
                        .map(String::strip)
                        .toList());
    }
}
