package org.noteworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.noteworthy.cli.Folders.append;
import static org.noteworthy.cli.Folders.replace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.cli.terminal.Shell;

/** What the owner of the policy changes in the files alone, and sees in the next check. */
class PolicyOwnerTest {
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
    void addsAWorkload() throws IOException {
        String note = note("[EXO]", "On track");
        assertThat(check(note.replace("[EXO]", "[VIVA]"))).contains("workload-known");
        append(edition.resolve("tables/workloads.csv"), "VIVA,Viva Engage,,,,,owner");
        assertThat(check(note.replace("[EXO]", "[VIVA]"))).contains("1 note, 1 compliant");
    }

    @Test
    void addsAStatusLabel() throws IOException {
        assertThat(check(note("[EXO]", "Completed last week"))).contains("status-allowed");
        append(edition.resolve("tables/statuses.csv"), "completed,en,Completed,,owner");
        assertThat(check(note("[EXO]", "Completed last week"))).contains("1 note, 1 compliant");
    }

    @Test
    void addsARoleAndANoteType() throws IOException {
        String record = "{\"id\":\"a\",\"role\":\"PM\",\"noteType\":\"Retrospective\",\"text\":\"free text\"}";
        assertThat(checkJson(record)).contains("role-known");
        append(edition.resolve("tables/roles.csv"), "PM,Project Manager,,owner");
        assertThat(checkJson(record)).contains("role-note-type");
        append(edition.resolve("tables/note-types.csv"), "Retrospective,,owner");
        append(edition.resolve("tables/role-note-types.csv"), "PM,Retrospective,,owner");
        assertThat(checkJson(record)).contains("1 note, 1 compliant");
    }

    @Test
    void changesASeverityAndAMessage() throws IOException {
        Path rule = edition.resolve("status-allowed.drl");
        replace(rule, "@severity(\"error\")", "@severity(\"warning\")");
        replace(rule, "Start it with one of:", "Choose from:");
        assertThat(check(note("[EXO]", "Going well")))
                .contains("warning status-allowed STATUS starts with \"Going well\". Choose from: On track,")
                .contains("1 note, 1 compliant");
    }

    @Test
    void retiresARule() throws IOException {
        Files.delete(edition.resolve("status-allowed.drl"));
        assertThat(check(note("[EXO]", "Going well"))).contains("1 note, 1 compliant");
    }

    @Test
    void writesARule() throws IOException {
        Files.writeString(edition.resolve("summary-long-enough.drl"), """
                // Asks for a summary that tells something. Lets pass ten characters and more.
                rule "summary-long-enough"
                    @severity("info")  @clause("content.summary")  @roles("FE, SME")
                when
                    $note : Note( summary.present, summary.length < 10 )
                then
                    report.violation( $note.summary, "SUMMARY has {summary.length} characters. Tell what was done." );
                end
                """);
        assertThat(check(note("[EXO]", "On track").replace("Held a workshop.", "Call.")))
                .contains("info summary-long-enough SUMMARY has 5 characters. Tell what was done.");
    }

    @Test
    void changesALimit() throws IOException {
        replace(edition.resolve("playbook.yaml"), "statusCharacters: 300", "statusCharacters: 20");
        assertThat(check(note("[EXO]", "On track, and a little more than that")))
                .containsPattern(" info status-brief .*\\b37\\b.*\\b20\\b");
    }

    @Test
    void savesATableFromASpreadsheetWithSemicolonsAndAByteOrderMark() throws IOException {
        Path table = edition.resolve("tables/roles.csv");
        String text = Files.readString(table).replaceAll("([^,]*),([^,]*),([^,\\n]*),([^\\n]*)", "$1;$2;\"$3\";\"$4\"");
        Files.writeString(table, "\uFEFF" + text.replace("\n", "\r\n"));
        assertThat(check(note("[EXO]", "On track"))).contains("1 note, 1 compliant");
    }

    @Test
    void editsATableWithoutCompilingAgain() throws IOException {
        Path cache = temp.resolve("cache");
        check(note("[EXO]", "On track"), cache);
        String[] compiled = cache.toFile().list();
        append(edition.resolve("tables/statuses.csv"), "completed,en,Completed,,owner");
        assertThat(check(note("[EXO]", "Completed"), cache)).contains("1 note, 1 compliant");
        assertThat(cache.toFile().list()).isEqualTo(compiled).hasSize(1);
    }

    private String check(String note) throws IOException {
        return check(note, temp.resolve("cache"));
    }

    private String check(String note, Path cache) throws IOException {
        Path file = temp.resolve("note.md");
        Files.writeString(file, note);
        return Shell.run("check", "--rules", rules.toString(), "--cache", cache.toString(), file.toString())
                .out();
    }

    private String checkJson(String record) throws IOException {
        Path file = temp.resolve("note.json");
        Files.writeString(file, record);
        Path cache = temp.resolve("cache");
        return Shell.run("check", "--rules", rules.toString(), "--cache", cache.toString(), file.toString())
                .out();
    }

    private static String note(String prefix, String status) {
        return prefix + "\nSTATUS: " + status + "\nSUMMARY: Held a workshop.\nNEXT ACTION: Call on Monday.\n";
    }
}
