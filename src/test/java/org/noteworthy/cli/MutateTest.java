package org.noteworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.cli.terminal.Shell;

/** {@code noteworthy test --mutate} over one rule and few rows: which changes its fixtures notice. */
class MutateTest {
    @TempDir
    private static Path cache;

    @TempDir
    private Path temp;

    private Path edition;
    private Path fixtures;

    @BeforeEach
    void copy() throws IOException {
        edition = temp.resolve("rules/2020-03-25");
        fixtures = temp.resolve("fixtures");
        OneRule.copyTo(edition);
        fixture("violates-long.md", "expect: [status-brief]", "a".repeat(301));
        fixture("passes-short.md", "", "a".repeat(300));
    }

    @Test
    void aChangeThatNoFixtureNoticesIsToldWithItsPlace() {
        Shell.Said said = mutate();
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.out())
                .contains("2020-03-25/status-brief.drl:3: without the role SME: no fixture notices\n")
                .contains("2020-03-25/tables/statuses.csv:2: without the row \"on-track, en, On track\"")
                .doesNotContain("without the role FE")
                .doesNotContain(">= limits")
                .doesNotContain("playbook.yaml")
                .containsPattern("2020-03-25: \\d+ changes, \\d+ noticed by a fixture, \\d+ not, of which 0 accepted");
    }

    @Test
    void aFixtureThatIsMissingIsNoticed() throws IOException {
        Files.delete(fixtures.resolve("rules/status-brief/passes-short.md"));
        assertThat(mutate().out())
                .contains("status-brief.drl:5: without \"status.length > limits.statusCharacters\": no fixture")
                .contains("status-brief.drl:5: \"status.length >= limits.statusCharacters\" instead of")
                .contains("playbook.yaml:25: \"statusCharacters: 299\" instead of \"statusCharacters: 300\"");
    }

    @Test
    void whatIsAcceptedIsToldWithItsReason() throws IOException {
        accept("*,status-brief.drl,without the role SME,Specialists are engineers.");
        for (String table : edition.resolve("tables").toFile().list()) {
            accept("*,tables/" + table + ",*,Nothing asks for it here.");
        }
        Shell.Said said = mutate();
        assertThat(said.out())
                .contains("status-brief.drl:3: without the role SME: accepted: Specialists are engineers.\n")
                .contains("without the row \"on-track, en, On track\": accepted: Nothing asks for it here.\n")
                .doesNotContain("no fixture notices");
    }

    @Test
    void anAcceptedChangeThatIsNoticedOrIsNoneIsTold() throws IOException {
        accept("*,status-brief.drl,without the role FE,x");
        accept("2019-01-01,status-brief.drl,without the role FE,x");
        assertThat(mutate().out())
                .contains(
                        "mutations-accepted.csv:2: There is no such change, or a fixture notices it. Delete the row.\n")
                .contains("mutations-accepted.csv:3: There is no edition \"2019-01-01\". Correct or delete the row.\n");
    }

    @Test
    void aBrokenTableOfAcceptedChangesIsTold() throws IOException {
        Path file = fixtures.resolve("mutations-accepted.csv");
        Files.writeString(file, "edition,file,reason\n*,a,b\n");
        assertThat(mutate().side()).contains("its columns are not edition, file, change, reason, in this order.");
        Files.writeString(file, "edition,file,change,reason\n*,a,b,\n");
        assertThat(mutate().side()).contains("line 2 says no reason. Fill it in.");
        Files.writeString(file, "edition,file,change,reason\n*,a,b,c\n*,a,b,d\n");
        assertThat(mutate().side()).contains("line 3 says the same as line 2. Keep one.");
        Files.writeString(file, "edition,file,change,reason\n*,a,\"b,c\n");
        Shell.Said said = mutate();
        assertThat(said.side()).contains("a quote in it is not closed.");
        assertThat(said.status()).isEqualTo(2);
    }

    @Test
    void nothingIsChangedBeforeAllIsAsExpected() throws IOException {
        fixture("violates-short.md", "expect: [status-brief]", "On track");
        Shell.Said said = mutate();
        assertThat(said.side()).contains("fix the failing fixtures before running --mutate.");
        assertThat(said.out()).doesNotContain("no fixture notices");
        assertThat(said.status()).isEqualTo(1);
    }

    private void accept(String row) throws IOException {
        Path file = fixtures.resolve("mutations-accepted.csv");
        String before = Files.exists(file) ? Files.readString(file) : "edition,file,change,reason\n";
        Files.writeString(file, before + row + "\n");
    }

    private void fixture(String name, String frontMatter, String status) throws IOException {
        Path file = fixtures.resolve("rules/status-brief").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "---\nrole: FE\n" + frontMatter + "\n---\n[CORE]\nSTATUS: " + status + "\n");
    }

    private Shell.Said mutate() {
        return Shell.run(
                "test",
                "--mutate",
                "--cache",
                cache.toString(),
                "--rules",
                temp.resolve("rules").toString(),
                "--fixtures",
                fixtures.toString());
    }
}
