package org.noteworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noteworthy.audit.SmallDisk;
import org.noteworthy.checking.TimeLimits;
import org.noteworthy.cli.terminal.Shell;

/** What {@code noteworthy check} prints and how it exits. */
class CheckCommandTest {
    private static final String CLEAN = "[EXO]\nSTATUS: On track\nSUMMARY: Call.\nNEXT ACTION: Call on Monday.\n";

    @TempDir
    private static Path cache;

    @TempDir
    private Path temp;

    @ParameterizedTest
    @CsvSource({
        "On track, error, 0",
        "On track, info, 0",
        "Going well, error, 1",
        "Going well, warning, 1",
        "Going well, never, 0",
    })
    void exitsWithOneFromTheSeverityOn(String status, String failOn, int exit) throws IOException {
        Path note = write("note.md", CLEAN.replace("On track", status));
        assertThat(check("--fail-on", failOn, note.toString()).status()).isEqualTo(exit);
    }

    @Test
    void aRuleThatFailedIsToldAndTheExitIsTwo() throws IOException {
        Path note = write("note.md", CLEAN.replace("Call on Monday.", ""));
        TimeLimits none = new TimeLimits(Duration.ZERO, Duration.ZERO);
        Shell.Said said = Shell.runWithin(none, "check", "--cache", cache.toString(), note.toString());
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.out())
                .contains(note + ": problem: next-action-present: This rule took too long and came to no result here.")
                .containsPattern("1 note, 0 compliant, \\d+ failed rules");
        assertThat(said.side())
                .contains("noteworthy: the rule next-action-present failed 1 time. What it asks is left to a person")
                .doesNotContain("Exception");
    }

    @Test
    void aWarningFailsOnlyWhenAskedTo() throws IOException {
        Path note = write("note.md", CLEAN.replace("[EXO]", "EXO"));
        assertThat(check(note.toString()).status()).isZero();
        assertThat(check("--fail-on", "warning", note.toString()).status()).isEqualTo(1);
    }

    @Test
    void theEditionIsTheOneOfTheDay() throws IOException {
        Path notes = write("notes.ndjson", """
                {"id":"old","writtenOn":"2019-09-27","text":"x"}
                {"id":"last of it","writtenOn":"2020-03-24","text":"x"}
                {"id":"first of the next","writtenOn":"2020-03-25","text":"x"}
                {"id":"new","writtenOn":"2020-05-12","text":"x"}
                {"id":"today","text":"x"}
                {"id":"too old","writtenOn":"2019-09-26","text":"x"}
                """);
        Shell.Said said = check("--format", "ndjson", notes.toString());
        assertThat(said.out().lines().map(CheckCommandTest::playbook))
                .containsExactly("2019-09-27", "2019-09-27", "2020-03-25", "2020-05-12", "2020-03-25", "none");
        assertThat(said.out())
                .contains(
                        "\"detail\":\"No playbook was in force on 2019-09-26. The first one begins on 2019-09-27; name"
                                + " a playbook to judge by it all the same.\"");
        assertThat(said.status()).isEqualTo(2);
    }

    @Test
    void aNamedEditionJudgesEveryNote() throws IOException {
        Path notes = write("notes.ndjson", "{\"id\":\"old\",\"writtenOn\":\"2001-01-01\",\"text\":\"x\"}\n");
        Shell.Said said = check("--playbook", "2020-05-12", "--format", "ndjson", notes.toString());
        assertThat(playbook(said.out())).isEqualTo("2020-05-12");
    }

    @Test
    void anUnknownEditionIsNamedWithTheNearest() throws IOException {
        Shell.Said said =
                check("--playbook", "2020-04-01", write("note.md", CLEAN).toString());
        assertThat(said.side())
                .startsWith("noteworthy: The playbook 2020-04-01 is not known; there is 2019-09-27, 2020-03-25")
                .endsWith(". Maybe you mean 2020-03-25.\n");
        assertThat(said.out()).isEmpty();
        assertThat(said.status()).isEqualTo(2);
    }

    @Test
    void whatCannotBeReadIsToldAndTheRestGoesOn() throws IOException {
        Path note = write("note.md", CLEAN);
        Shell.Said said = check(temp.resolve("absent.md").toString(), temp.toString(), note.toString());
        assertThat(said.side()).contains("absent.md").contains(temp + ": ");
        assertThat(said.out()).contains("1 note, 1 compliant");
        assertThat(said.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text | ABSENT: problem: There is no such file.",
                "json | \"input\": \"ABSENT\"",
                "ndjson | {\"input\":\"ABSENT\",\"error\":{\"type\":\"about:blank\",\"title\":\"Unreadable input\"",
                "csv | ABSENT,,,,,,,,,problem,",
                "sarif | \"executionSuccessful\": false",
                "junit | <error type=\"Unreadable input\" message=\"There is no such file.\">",
            })
    void whatCannotBeReadStandsInEveryForm(String format, String part) throws IOException {
        String note = write("note.md", CLEAN).toString();
        String absent = temp.resolve("absent.md").toString();
        Shell.Said said = check("--format", format, absent, note);
        assertThat(said.out()).contains(part.replace("ABSENT", absent));
        assertThat(said.side()).contains(absent + ": there is no such file.");
        assertThat(said.status()).isEqualTo(2);
        Shell.Said sound = check("--format", format, note);
        assertThat(sound.out()).isNotEmpty().doesNotContain(part.replace("ABSENT", absent));
        assertThat(sound.status()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "notes.csv | id,text\\n",
                "notes.csv | \\n\\n",
                "notes.json | []",
                "notes.json | {\"engagement\":\"E\",\"notes\":[]}",
                "notes.ndjson | \\n",
                "notes.json | \\n",
            })
    void nothingToCheckIsTwoUnlessItIsFine(String name, String text) throws IOException {
        String notes = write(name, text.replace("\\n", "\n")).toString();
        Shell.Said said = check("--format", "junit", notes);
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.out()).contains("<error type=\"Nothing to check\"");
        assertThat(said.side()).startsWith("noteworthy: " + notes + ": th");
        Shell.Said fine = check("--format", "junit", "--allow-empty", notes);
        assertThat(fine.status()).isZero();
        assertThat(fine.out()).contains("errors=\"0\"");
        assertThat(fine.side()).isEmpty();
    }

    @Test
    void anEmptyFolderAndInteractionsWithoutNotesAreNotTheSame() throws IOException {
        String folder = Files.createDirectory(temp.resolve("none")).toString();
        assertThat(check(folder).status()).isEqualTo(2);
        assertThat(check(folder).side()).contains("this directory is empty");
        assertThat(check("--allow-empty", folder).status()).isZero();
        Path engagement = write(
                "e.json",
                "{\"engagement\":\"E\",\"notes\":[],\"interactions\":[{\"id\":\"i-1\",\"on\":\"2020-04-01\","
                        + "\"role\":\"FE\"}]}");
        assertThat(check(engagement.toString()).out()).contains("note-per-interaction");
    }

    @Test
    void aFooterIsToldAndChangesNoStatus() throws IOException {
        String row = "a,\"" + CLEAN + "\",2020-04-01\n";
        Path footer = write("notes.csv", "id,text,writtenOn\n" + row + "\nConfidential\nPrinted by N.N.\n");
        Shell.Said said = check(footer.toString());
        assertThat(said.status()).isZero();
        assertThat(said.side()).contains("left out the footer in lines 8 to 9");
        Path middle = write("notes.csv", "id,text,writtenOn\n" + row + "\nConfidential\n" + row);
        assertThat(check(middle.toString()).status()).isEqualTo(2);
    }

    @Test
    void sheetAndHeaderRowCanBeNamed() throws IOException {
        Path titled = write("notes.csv", "Notes of April\n\nid,text\na,\"" + CLEAN + "\"\n");
        assertThat(check(titled.toString()).side()).contains("--header-row 3");
        assertThat(check("--header-row", "3", titled.toString()).status()).isZero();
        assertThat(check("--header-row", "-1", titled.toString()).side()).contains("takes the number of a row");
    }

    @Test
    void aBrokenLineIsToldInItsPlaceAndTheRestGoesOn() throws IOException {
        Path notes =
                write("notes.ndjson", "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\n{\"id\":\"c\",\"text\":\"x\"}\n");
        List<String> lines =
                check("--format", "ndjson", notes.toString()).out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("{\"note\":\"a\",\"playbook\"");
        assertThat(lines.get(1)).contains("\"error\":{").contains("\"status\":400");
        assertThat(lines.get(2)).startsWith("{\"note\":\"c\",\"playbook\"");
    }

    @Test
    void manyNotesKeepTheirOrderOnAllCores() throws IOException {
        int seed = 20200325;
        Random random = new Random(seed);
        StringBuilder rows = new StringBuilder("id,writtenOn,text\n");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            ids.add("n" + i);
            rows.append("n").append(i).append(random.nextBoolean() ? ",2020-04-01," : ",2020-06-01,");
            rows.append('"').append(CLEAN.repeat(random.nextInt(1, 9))).append("\"\n");
        }
        Shell.Said said =
                check("--format", "ndjson", write("notes.csv", rows.toString()).toString());
        assertThat(said.out().lines().map(line -> line.replaceAll("\\{\"note\":\"(.*?)\".*", "$1")))
                .as("seed %s", seed)
                .containsExactlyElementsOf(ids);
    }

    @Test
    void theSameNoteGivesTheSameBytesOnEveryRoad() throws IOException {
        String text = CLEAN.replace("On track", "Going well").replace("\n", "\\n");
        String record = "{\"id\":\"a\",\"text\":\"" + text + "\",\"author\":\"x\",\"interaction\":\"i\"}";
        String single = check("--format", "ndjson", write("one.json", record).toString())
                .out();
        String batch = check(
                        "--format",
                        "ndjson",
                        write("many.ndjson", (record + "\n").repeat(300)).toString())
                .out();
        String engagement = check(
                        "--format",
                        "ndjson",
                        write("e.json", "{\"engagement\":\"E\",\"notes\":[" + record + "],\"interactions\":[]}")
                                .toString())
                .out();
        assertThat(batch.lines()).hasSize(300).containsOnly(single.strip());
        assertThat(engagement.lines().findFirst()).contains(single.strip());
    }

    @Test
    void anEngagementIsJudgedTogether() {
        Shell.Said said = check("test-fixtures/rules/note-per-interaction/violates-interaction-without-a-note.json");
        assertThat(said.out()).contains("error note-per-interaction No note records the interaction i-2.");
        assertThat(said.status()).isEqualTo(1);
    }

    @Test
    void aNoteOfAnEngagementWithoutAnEditionIsToldAndTheOthersAreJudged() throws IOException {
        Path engagement = write(
                "e.json",
                "{\"engagement\":\"E\",\"interactions\":[{\"id\":\"i\",\"on\":\"2020-04-01\"}],\"notes\":["
                        + "{\"id\":\"a\",\"writtenOn\":\"2001-01-01\",\"interaction\":\"i\",\"text\":\"x\"},"
                        + "{\"id\":\"b\",\"writtenOn\":\"2020-04-01\",\"text\":\"x\"}]}");
        Shell.Said said = check("--format", "ndjson", engagement.toString());
        assertThat(said.out().lines().map(line -> line.substring(0, 20)))
                .containsExactly(
                        "{\"note\":\"a\",\"error\":", "{\"note\":\"b\",\"playboo", "{\"engagement\":\"E\",\"p");
        assertThat(said.out()).doesNotContain("note-per-interaction");
        assertThat(said.status()).isEqualTo(2);
    }

    /** Note b records i-2: were it left out and the rest judged together, i-2 would seem to be without a note. */
    @Test
    void aWrongNoteOfAnEngagementIsToldInItsPlaceAndTheOthersAreJudged() throws IOException {
        Path engagement = write("e.json", """
                {"engagement":"E","notes":[
                {"id":"a","interaction":"i-1","text":"x"},
                {"id":"b","interaction":"i-2","text":"x","role":7},
                {"id":"c","text":"x"}],
                "interactions":[{"id":"i-1"},{"id":"i-2"}]}
                """);
        Shell.Said said = check("--format", "ndjson", engagement.toString());
        List<String> lines = said.out().lines().toList();
        String alone = check(
                        "--format",
                        "ndjson",
                        write("a.json", "{\"id\":\"a\",\"interaction\":\"i-1\",\"text\":\"x\"}")
                                .toString())
                .out();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).isEqualTo(alone.strip());
        assertThat(lines.get(1))
                .isEqualTo(
                        "{\"note\":\"b\",\"error\":{\"type\":\"about:blank\",\"title\":\"A field is wrong\","
                                + "\"status\":422,\"detail\":\"role must be text in quotes, not a number.\",\"errors\":[{"
                                + "\"pointer\":\"/notes/1/role\",\"detail\":\"role must be text in quotes, not a number.\"}]}}");
        assertThat(lines.get(2)).startsWith("{\"note\":\"c\",\"playbook\"");
        assertThat(lines.get(3))
                .isEqualTo("{\"engagement\":\"E\",\"error\":{\"type\":\"about:blank\","
                        + "\"title\":\"Engagement not judged as a whole\",\"status\":422,\"detail\":\"notes[1] could not"
                        + " be read. So the engagement was not judged as a whole, since what is missing would count"
                        + " against it. Correct the file and check it again.\"}}");
        assertThat(said.status()).isEqualTo(2);
        assertThat(check(engagement.toString()).out())
                .contains(engagement + ":2 [notes[0], a] error ", engagement + ":3 [notes[1], b]: problem: role must")
                .contains(engagement + ":1 [engagement E]: problem: notes[1] could not be read.")
                .contains("2 notes, 0 compliant, 2 not judged: ");
    }

    /** Were i-1 left out and the rest judged together, that it has no note would go unsaid. */
    @Test
    void aWrongInteractionOfAnEngagementIsToldAndTheNotesAreJudged() throws IOException {
        Path engagement = write(
                "e.json",
                "{\"engagement\":\"E\",\"notes\":[{\"id\":\"a\",\"text\":\"x\"}],"
                        + "\"interactions\":[{\"id\":\"i-1\",\"on\":\"soon\"}]}");
        Shell.Said said = check("--format", "ndjson", engagement.toString());
        assertThat(said.out().lines().map(line -> line.substring(0, 20)))
                .containsExactly("{\"note\":\"a\",\"playboo", "{\"interaction\":\"i-1\"", "{\"engagement\":\"E\",\"e");
        assertThat(said.out()).contains("\"pointer\":\"/interactions/0/on\"");
        assertThat(said.status()).isEqualTo(2);
    }

    @Test
    void theNotesOfAnEngagementThatNoEditionCanJudgeAreStillJudged() throws IOException {
        Path engagement = write(
                "e.json",
                "{\"engagement\":\"E\",\"interactions\":[{\"id\":\"i\",\"on\":\"2001-01-01\"}],"
                        + "\"notes\":[{\"id\":\"a\",\"text\":\"x\"}]}");
        Shell.Said said = check("--format", "ndjson", engagement.toString());
        assertThat(said.out().lines().map(line -> line.substring(0, 20)))
                .containsExactly("{\"note\":\"a\",\"playboo", "{\"engagement\":\"E\",\"e");
        assertThat(said.out()).contains("No playbook was in force on 2001-01-01.");
        assertThat(said.status()).isEqualTo(2);
    }

    @Test
    void theReportCanGoToAFile() throws IOException {
        Path report = temp.resolve("report.json");
        Shell.Said said = check(
                "--format",
                "json",
                "-o",
                report.toString(),
                write("note.md", CLEAN).toString());
        assertThat(said.out()).isEmpty();
        assertThat(Files.readString(report)).startsWith("[ {").contains("\"note\": \"note.md\"");
        assertThat(check("-o", temp.resolve("no/folder").toString(), "x.md").side())
                .contains("The report cannot be written to");
    }

    @Test
    void aNewReportHasTheUsualModeAndAnOldOneItsOwn() throws IOException {
        String note = write("note.md", CLEAN).toString();
        Path usual = Files.createFile(temp.resolve("usual"));
        Path report = temp.resolve("report.txt");
        check("-o", report.toString(), note);
        assertThat(Files.getPosixFilePermissions(report)).isEqualTo(Files.getPosixFilePermissions(usual));
        Files.setPosixFilePermissions(report, PosixFilePermissions.fromString("rw-rw--w-"));
        check("-o", report.toString(), note);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report)))
                .isEqualTo("rw-rw--w-");
        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left).hasSize(3);
        }
    }

    @Test
    void aLinkGoesOnLeadingToTheReport() throws IOException {
        String note = write("note.md", CLEAN).toString();
        Path folder = Files.createDirectory(temp.resolve("reports"));
        Path link = Files.createSymbolicLink(temp.resolve("latest"), Path.of("reports", "april.txt"));
        for (int run = 0; run < 2; run++) {
            assertThat(check("-o", link.toString(), note).status()).isZero();
            assertThat(link).isSymbolicLink();
            assertThat(folder.resolve("april.txt")).content().contains("1 note, 1 compliant");
        }
        Path circle = Files.createSymbolicLink(temp.resolve("circle"), Path.of("circle"));
        assertThat(check("-o", circle.toString(), note).side()).contains("The report cannot be written to");
    }

    @Test
    void aDashIsStandardOutput() throws IOException {
        Shell.Said said = check("-o", "-", write("note.md", CLEAN).toString());
        assertThat(said.out()).contains("1 note, 1 compliant");
        assertThat(Path.of("-")).doesNotExist();
    }

    @Test
    void theReportNeverOverwritesTheNotes() throws IOException {
        Path notes = write("notes.ndjson", "{\"text\":\"x\"}\n");
        Shell.Said said = check(
                notes.toString(),
                "-o",
                temp.resolve("../" + temp.getFileName() + "/notes.ndjson").toString());
        assertThat(said.side())
                .isEqualTo("noteworthy: The report would overwrite the notes in " + notes
                        + ". Name another file with -o.\n");
        assertThat(Files.readString(notes)).isEqualTo("{\"text\":\"x\"}\n");
        assertThat(said.status()).isEqualTo(2);
    }

    @Test
    void aFullPlaceIsToldWithoutATrace() throws IOException {
        Shell.Said said = check(write("note.md", CLEAN).toString(), "-o", "/dev/full");
        assertThat(said.side())
                .isEqualTo("noteworthy: The report cannot be written to /dev/full: the place is full, closed, or not"
                        + " yours to write to. Name another one with -o.\n");
        assertThat(said.status()).isEqualTo(2);
    }

    @Test
    void aReportThatFillsTheDiskLeavesNoDraftAndTheOldOneAsItWas() throws IOException {
        Path notes = write("notes.ndjson", "{\"text\":\"x\"}\n".repeat(200));
        try (SmallDisk disk = SmallDisk.mounted()) {
            Path report = Files.writeString(disk.folder().resolve("report.json"), "of last week");
            disk.leave(16 << 10);
            Shell.Said said = check(notes.toString(), "--format", "json", "-o", report.toString());
            assertThat(said.side()).contains("The report cannot be written to " + report + ": the place is full");
            assertThat(said.status()).isEqualTo(2);
            assertThat(report).hasContent("of last week");
            try (Stream<Path> left = Files.list(disk.folder())) {
                assertThat(left).containsExactly(report);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--format xml | There is no format \"xml\"; there is text, json, ndjson, csv, sarif, junit.",
                "--fail-on bad | There is no severity \"bad\"; --fail-on takes error, warning, info or never.",
                "--input-format doc | There is no input format \"doc\"; --input-format takes md, txt, json, ndjson,"
                        + " jsonl, csv, tsv or xlsx.",
                "--charset utf-99 | There is no charset \"utf-99\"; --charset takes names such as windows-1252 or"
                        + " UTF-16.",
                "--rules nowhere | The rules folder nowhere is not there. Name another one with --rules, or make it"
                        + " with an edition in it, such as nowhere/2020-03-25.",
            })
    void aWrongOptionIsToldWithItsChoices(String options, String sentence) {
        Shell.Said said = Shell.run(Stream.concat(Stream.of("check", "note.md"), Stream.of(options.split(" ", -1)))
                .toArray(String[]::new));
        assertThat(said.side()).isEqualTo("noteworthy: " + sentence + "\n");
        assertThat(said.status()).isEqualTo(2);
    }

    @Test
    void anUnknownVerbOrOptionIsTold() {
        assertThat(Shell.run("chek").side()).contains("Did you mean: noteworthy check?");
        assertThat(Shell.run("chek").status()).isEqualTo(2);
        assertThat(Shell.run("check").side()).contains("Missing required parameter: 'FILE'");
        assertThat(Shell.run().status()).isEqualTo(2);
    }

    private Path write(String name, String text) throws IOException {
        return Files.write(temp.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private static Shell.Said check(String... arguments) {
        return Shell.run(Stream.concat(Stream.of("check", "--cache", cache.toString()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private static String playbook(String report) {
        int at = report.indexOf("\"playbook\":\"");
        return at < 0 ? "none" : report.substring(at + 12, at + 22);
    }
}
