package org.noteworthy.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.audit.log.Recorded;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Shell;

/** The verbs of the audit log: what they print, where they write, what they refuse. */
class AuditCommandsTest {
    @TempDir
    static Path folder;

    private static String auditLog;

    @BeforeAll
    static void recordSomeWeeks() {
        DatabaseAddress address = DatabaseAddress.embedded(folder.resolve("audit"));
        Recorded.weeks(address);
        auditLog = address.where();
    }

    private static Shell.Said audit(String... arguments) {
        return Shell.run(Stream.of(Stream.of("audit"), Arrays.stream(arguments), Stream.of("--database", auditLog))
                .flatMap(each -> each)
                .toArray(String[]::new));
    }

    @Test
    void aListFitsOnAScreenAndGoesOn() {
        Shell.Said first = audit("list", "--limit", "5", "--order", "oldest");
        assertThat(first.status()).isEqualTo(Exit.FINE);
        assertThat(first.out().lines())
                .hasSize(6)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(first.side()).contains("there are more", "--cursor ");
        String cursor = first.side().replaceAll("(?s).*--cursor ", "").strip();
        Shell.Said second = audit("list", "--limit", "5", "--order", "oldest", "--cursor", cursor);
        assertThat(second.out()).contains("N-6").doesNotContain("N-5 ");
        Shell.Said other = audit("list", "--limit", "5", "--rule", "status-allowed", "--cursor", cursor);
        assertThat(other.status()).isEqualTo(Exit.UNUSABLE);
        assertThat(other.side()).contains("The cursor belongs to another question.");
    }

    @Test
    void aListInLinesShowsDecisionsAsTheyAreStored() {
        Shell.Said lines = audit("list", "--format", "ndjson", "--note", "N-17");
        assertThat(lines.out().lines()).singleElement().asString().startsWith("{\"chain\":\"office\",\"seq\":17,");
        assertThat(audit("list", "--format", "csv", "--note", "N-17").out()).contains(",N-17,", "\r\n");
        assertThat(audit("list", "--note", "N-0").side()).contains("no matching decisions");
    }

    @Test
    void whatANoteHoldsDoesNothingToTheTerminal() {
        String list = audit("list", "--limit", "1").out();
        String id = list.replaceAll("(?s).*([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}).*", "$1");
        Shell.Said shown = audit("show", id);
        assertThat(shown.out())
                .contains(
                        "Decision " + id,
                        "caller       portal",
                        "| STATUS: <iframe src=1>alert(1)</iframe><script>x</script>␛[31m")
                .contains("content.status")
                .doesNotContain("\u001b");
        assertThat(audit("show", id, "--format", "json").out())
                .startsWith("{\"chain\":")
                .endsWith("\"}\n");
        assertThat(audit("show", id.replace(id.substring(30), "000000")).side()).contains("has no decision");
    }

    @Test
    void aSummaryHasBarsAndDenominators() {
        Shell.Said summary = audit("summary", "--to", "2020-05-01");
        assertThat(summary.out())
                .containsPattern("Compliant: \\d+ of 152 \\(\\d+\\.\\d %\\) notes judged")
                .contains("█", "2020-W15");
        assertThat(summary.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(audit("summary", "--format", "json").out()).contains("\"judged\":241", "\"rate\":0.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson", "xlsx", "html"})
    void theEndingOfAFileNamesItsForm(String ending) throws IOException {
        Path file = folder.resolve("out." + ending);
        Shell.Said said = audit("export", "-o", file.toString());
        assertThat(said.status()).isEqualTo(Exit.FINE);
        assertThat(said.side()).contains("242 decisions in " + file);
        assertThat(Files.size(file)).isGreaterThan(10_000);
        if (ending.equals("ndjson")) {
            assertThat(Shell.run("audit", "verify", file.toString()).out())
                    .contains("242 decisions", "All as recorded.");
        }
    }

    @Test
    void whatIsMaskedByOptionIsNotRecorded() throws IOException {
        Path note = Files.writeString(folder.resolve("by-option.md"), "[EXO] STATUS: Mail ann@contoso.com");
        String masked = folder.resolve("by-option").toString();
        assertThat(Shell.run("check", "--audit", "--database", masked, "--mask", "email,caller", note.toString())
                        .status())
                .isEqualTo(Exit.FOUND);
        assertThat(Shell.run("audit", "list", "--format", "ndjson", "--database", masked)
                        .out())
                .contains("\"masked\":[\"caller\",\"email\"]", "xxx@xxxxxxx.xxx")
                .doesNotContain("contoso");
        Shell.Said unknown = Shell.run("check", "--audit", "--database", masked, "--mask", "emails", note.toString());
        assertThat(unknown.status()).isEqualTo(Exit.UNUSABLE);
        assertThat(unknown.side()).contains("There is no pattern \"emails\" for masking");
    }

    @Test
    void theCommandLineMasksWhatTheServiceIsToldToMask() throws IOException, InterruptedException {
        Path note = Files.writeString(folder.resolve("by-variable.md"), "[EXO] STATUS: Mail ann@contoso.com");
        String masked = folder.resolve("by-variable").toString();
        ProcessBuilder check = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.noteworthy.cli.Main",
                "check",
                "--audit",
                note.toString());
        check.environment().put("NOTEWORTHY_AUDIT_DATABASE", masked);
        check.environment().put("NOTEWORTHY_AUDIT_MASK_FIELDS", "caller");
        check.environment().put("NOTEWORTHY_AUDIT_MASK_PATTERNS", "phone, email");
        Path log = folder.resolve("by-variable.log");
        assertThat(check.redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start()
                        .waitFor())
                .as(Files.readString(log))
                .isEqualTo(Exit.FOUND);
        assertThat(Shell.run("audit", "list", "--format", "ndjson", "--database", masked)
                        .out())
                .contains("\"masked\":[\"caller\",\"email\"]", "xxx@xxxxxxx.xxx")
                .doesNotContain("contoso");
    }

    @Test
    void checkpointsThatWereKeptProveTheAuditLog() {
        Path kept = folder.resolve("kept.ndjson");
        assertThat(audit("checkpoints").out()).startsWith("{\"chain\":\"office\",\"checkpoint\":1,");
        assertThat(audit("checkpoints", "-o", kept.toString()).status()).isEqualTo(Exit.FINE);
        assertThat(audit("verify", "--checkpoints", kept.toString()).status()).isEqualTo(Exit.FINE);
    }

    @Test
    void aKeyIsForItsOwnerAndOverwritesNothing() throws IOException {
        Path key = folder.resolve("record.key");
        assertThat(Shell.run("audit", "key", key.toString()).status()).isEqualTo(Exit.FINE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        byte[] secret = Files.readAllBytes(key);
        Shell.Said again = Shell.run("audit", "key", key.toString());
        assertThat(again.status()).isEqualTo(Exit.UNUSABLE);
        assertThat(again.side()).contains("There is a file " + key + " already");
        assertThat(Files.readAllBytes(key)).isEqualTo(secret);
        Files.delete(key);
        assertThat(Shell.run("audit", "key", key.toString()).side()).contains("record.key.pub already");
        assertThat(key).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list --severity eror|severity takes error, warning, info, not \"eror\". Maybe you mean error.",
                "list --from 2020-06-03 --to 2020-06-02|begins at 2020-06-03T00:00:00Z and ends at 2020-06-02T00:00:00Z",
                "list --limit 0|--limit is a number from 1 to 1000, not 0.",
                "list --order newst|--order takes newest, oldest, not \"newst\". Maybe you mean newest.",
                "list --format yaml|--format takes text, ndjson, csv, not \"yaml\".",
                "list --cursor abc|Invalid cursor.",
                "show 12|\"12\" is not an id of a decision.",
                "summary --format csv|There is no format \"csv\"",
                "export --format xlsx|XLSX output needs -o FILE.",
                "export --format htm|Maybe you mean html.",
                "export -o x.pdf|The ending of x.pdf names no form."
            })
    void whatIsWrongIsSaidInOneSentence(String arguments, String sentence) {
        Shell.Said said = audit(arguments.split(" ", -1));
        assertThat(said.status()).isEqualTo(Exit.UNUSABLE);
        assertThat(said.out()).isEmpty();
        assertThat(said.side()).startsWith("noteworthy: ").contains(sentence).hasLineCount(1);
    }
}
