package org.noteworthy.cli.audit;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.cli.Folders;
import org.noteworthy.cli.terminal.Shell;
import org.noteworthy.playbooks.waiver.WaiverFile;

/** What auditors find of decisions in which something was waived, after the waiver is long gone. */
class WaivedDecisionsTest {
    private static final String HEADER = "rule,engagement,note,author,justification,owner,from,until\n";
    private static final String STATUS =
            "status-allowed,E-1,,,\"Agreed with ann@quimby.example, \"\"in writing\"\".\",Pat,2020-01-01,2020-12-31\n";
    private static final String TOGETHER = "note-per-interaction,,,ann,Ann was ill.,Pat,2020-01-01,2020-12-31\n";
    private static final String NOTE =
            "{\"id\":\"N-1\",\"text\":\"[EXO]\\nSTATUS: Going well\\nSUMMARY: Met.\\nNEXT ACTION: Call on Friday.\","
                    + "\"role\":\"FE\",\"engagement\":\"E-1\",\"writtenOn\":\"2020-04-01\"}";

    @TempDir
    private static Path cache;

    @TempDir
    private Path temp;

    private Path rules;
    private Path notes;
    private Path engagement;

    @BeforeEach
    void copy() throws IOException {
        rules = temp.resolve("rules");
        Folders.copyEdition("2020-03-25", rules.resolve("2020-03-25"));
        notes = Files.writeString(
                temp.resolve("notes.ndjson"),
                NOTE + "\n" + NOTE.replace("N-1", "N-2").replace("E-1", "E-2") + "\n");
        engagement = Files.writeString(
                temp.resolve("engagement.json"),
                "{\"engagement\":\"E-1\",\"notes\":[" + NOTE
                        + "],\"interactions\":[{\"id\":\"I-1\",\"on\":\"2020-04-01\","
                        + "\"role\":\"FE\",\"author\":\"ann\"}]}");
    }

    private void waivers(String... rows) throws IOException {
        Files.writeString(rules.resolve(WaiverFile.NAME), HEADER + String.join("", rows));
    }

    private Shell.Said check(String... more) {
        List<String> args = new ArrayList<>(List.of("check", "--rules", rules.toString(), "--cache", cache.toString()));
        args.addAll(List.of("--audit", "--database", temp.resolve("log").toString()));
        args.addAll(List.of(more));
        return Shell.run(args.toArray(String[]::new));
    }

    private Shell.Said audit(String verb, String... more) {
        List<String> args = new ArrayList<>(
                List.of("audit", verb, "--database", temp.resolve("log").toString()));
        args.addAll(List.of(more));
        return Shell.run(args.toArray(String[]::new));
    }

    private Shell.Said replay() {
        return audit("replay", "--rules", rules.toString(), "--cache", cache.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*,,,,,,,\n", "status-allowed,E-2,,,Other.,Sam,2020-01-01,2020-12-31\n", "gone"})
    void theWaiversOfThenGiveTheSameBytesWhateverTheirFileSaysNow(String today) throws IOException {
        waivers(STATUS, TOGETHER);
        check(notes.toString(), engagement.toString());
        check("--no-waivers", notes.toString());
        if (today.equals("gone")) {
            Files.delete(rules.resolve(WaiverFile.NAME));
        } else {
            waivers(today);
        }
        Shell.Said said = replay();
        assertThat(said.out()).contains("6 decisions replayed by the rules that made them: 6 the same, 0 different");
        assertThat(said.status()).isZero();
    }

    @Test
    void theyAreFoundCountedAndShown() throws IOException {
        waivers(STATUS, TOGETHER);
        check(notes.toString(), engagement.toString());
        String listed = audit("list", "--waived", "--format", "ndjson").out();
        assertThat(listed.lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).contains("\"verdict\":\"compliant\",\"waived\":1,\"caller\""));
        assertThat(audit("list", "--waived", "--verdict", "violating").out()).doesNotContain("N-");
        assertThat(audit("list", "--verdict", "violating", "--format", "ndjson")
                        .out()
                        .lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("N-2").doesNotContain("\"waive"));
        assertThat(audit("list", "--rule", "note-per-interaction", "--format", "ndjson")
                        .out())
                .contains("Ann was ill.");
        assertThat(audit("list").out()).contains("1 waived", "1 error");
        String note =
                audit("list", "--waived", "--note", "N-1", "--format", "ndjson").out();
        String id = note.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        assertThat(audit("show", id).out())
                .contains("verdict      compliant: 1 waived", "waived error status-allowed")
                .contains("waived       until 2020-12-31 by Pat: Agreed with ann@quimby.example, \"in writing\".");
        assertThat(audit("summary").out()).contains("Compliant: 2 of 3", "Waived: 3 violations");
        assertThat(audit("summary", "--format", "json").out())
                .contains("\"judged\":3", "\"compliant\":2", "\"violations\":1", "\"waived\":2");
        assertThat(audit("verify").status()).isZero();
    }

    @Test
    void exportsMarkThem() throws IOException {
        waivers(STATUS);
        check(notes.toString());
        assertThat(audit("export", "--format", "csv").out().lines())
                .anySatisfy(row -> assertThat(row)
                        .contains("N-1", ",Pat,2020-12-31,\"Agreed with ann@quimby.example, \"\"in writing\"\".\""))
                .anySatisfy(row -> assertThat(row).contains("N-2").endsWith(",,,"));
        assertThat(audit("export", "--format", "html").out())
                .contains("<td>waived error</td>", "violations waived, which count as nothing else here", "All 2, in");
        assertThat(audit("export", "--format", "ndjson").out()).contains("\"waiver\":{\"justification\":");
    }

    @Test
    void aDecisionThatOnlyFoundWhatIsWaivedCanBeSummedUpAndExported() throws IOException {
        waivers(STATUS);
        Files.writeString(notes, NOTE + "\n");
        check(notes.toString());
        assertThat(audit("summary").out()).contains("Compliant: 1 of 1", "status-allowed");
        assertThat(audit("export", "--format", "html").out()).doesNotContain("NaN", "Infinity");
    }

    @Test
    void whyItIsWaivedIsMaskedAsEveryTextIs() throws IOException {
        waivers(STATUS);
        check("--mask", "email", notes.toString());
        String listed = audit("list", "--waived", "--format", "ndjson").out();
        assertThat(listed).doesNotContain("quimby").contains("\"masked\":[\"email\"]", "Agreed with ");
        assertThat(replay().out()).contains("2 the same, 0 different; of 1 something is masked");
    }
}
