package org.noteworthy.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.checking.outcome.Problem;

/** What can be said about an input before, or instead of, reading it. */
class NoteInputsTest {
    @TempDir
    private Path folder;

    @Test
    void aDirectorySaysWhatToType() throws IOException {
        write("b.md", "B");
        write("a.txt", "A");
        assertThat(read(folder.toString()))
                .containsExactly("unreadable " + folder + ": this is a directory; name the files in it, e.g. " + folder
                        + "/*.txt");
    }

    @Test
    void aMissingFileNamesTheNearest() throws IOException {
        write("notes.csv", "text\n");
        assertThat(read(folder + "/note.csv"))
                .containsExactly("unreadable " + folder + "/note.csv: there is no such file. Maybe you mean " + folder
                        + "/notes.csv.");
        assertThat(read(folder + "/entirely-else.json"))
                .containsExactly("unreadable " + folder + "/entirely-else.json: there is no such file.");
        assertThat(read(folder + "/none/notes.csv"))
                .containsExactly("unreadable " + folder
                        + "/none/notes.csv: there is no such file, nor the folder that it would be in.");
    }

    /** Tests may run as root, who may read everything: these can not be read by anyone. */
    @Test
    void whatCanNotBeReadSaysWhy() throws IOException {
        Path file = write("a.md", "A");
        assertThat(read(file + "/b.md"))
                .containsExactly("unreadable " + file + "/b.md: " + file + " is a file, so nothing can be in it.");
        Path loop = folder.resolve("loop.md");
        Files.createSymbolicLink(loop, loop);
        assertThat(read(loop.toString()))
                .containsExactly("unreadable " + loop + ": this file can not be read: Too many levels of symbolic "
                        + "links or unable to access attributes of symbolic link.");
    }

    @Test
    void aFileThatFailsUnderReadingSaysSo() {
        Entry first = new Entry.Refused(new Origin("a.csv", null, 1, 0, false), "a", Problem.of(400, "", ""));
        Iterator<Entry> entries = List.of(first).iterator();
        NoteInput input = new NoteInput(
                "a.csv",
                () -> {
                    if (entries.hasNext()) {
                        return Optional.of(entries.next());
                    }
                    throw new UncheckedIOException(new IOException("Input/output error"));
                },
                () -> {});
        assertThat(input.next()).isEqualTo(first);
        assertThatThrownBy(input::hasNext)
                .isInstanceOf(UnreadableInputException.class)
                .hasMessage(
                        "a.csv: this file can not be read: Input/output error. It was judged up to line 1; what follows"
                                + " was not.");
    }

    @Test
    void whatIsPipedInNeedsAKind() {
        InputOptions piped = InputOptions.of(
                warning -> {}, new ByteArrayInputStream("{\"text\":\"A\"}\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(Shown.all("-", piped))
                .containsExactly("unreadable <stdin>: what is piped in has no extension; name its kind with "
                        + "--input-format: .md, .txt, .json, .ndjson, .jsonl, .csv, .tsv, .xlsx");
        assertThat(Shown.all("-", piped.withKind(InputKind.NDJSON)))
                .containsExactly("note <stdin>:1 (line 1):  id=\"line 1\" text=\"A\"");
    }

    @Test
    void aNamedKindServesFilesWithoutAKnownExtension() throws IOException {
        Path file = write("export.dat", "text\nA\n");
        assertThat(Shown.all(file.toString(), Shown.options().withKind(InputKind.CSV)))
                .containsExactly("note " + file + ":2 (row 2):  id=\"row 2\" text=\"A\"");
    }

    @Test
    void aNamedCharsetIsReadAndHeldTo() throws IOException {
        Path file = folder.resolve("a.csv");
        Files.write(file, "text\nGrüße\n\u0081\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Shown.all(file.toString(), Shown.options().withCharset(Charset.forName("windows-1252"))))
                .containsExactly(
                        "note " + file + ":2 (row 2):  id=\"row 2\" text=\"Grüße\"",
                        "refused " + file + ":3 (row 3): row 3 400 Not windows-1252",
                        "  Row 3 is not windows-1252 text (byte 0x81): save the file as CSV UTF-8, or name its charset "
                                + "with --charset.");
    }

    @Test
    void aTextOverTheLimitIsRefusedByEachKind() throws IOException {
        InputOptions tight = Shown.options().withLimits(new RecordLimits(8, 1000));
        String sentence = "text is longer than 8 bytes of UTF-8, the limit; shorten it or split the note.";
        Path csv = write("a.csv", "text\näöüß\näöüßx\nok\n");
        assertThat(Shown.all(csv.toString(), tight))
                .containsExactly(
                        "note " + csv + ":2 (row 2):  id=\"row 2\" text=\"äöüß\"",
                        "refused " + csv + ":3 (row 3): row 3 413 Text too long",
                        "  " + sentence,
                        "  /text " + sentence,
                        "note " + csv + ":4 (row 4):  id=\"row 4\" text=\"ok\"");
        Path md = write("a.md", "123456789");
        assertThat(Shown.all(md.toString(), tight))
                .containsExactly(
                        "refused " + md + ":1: a.md 413 Text too long", "  " + sentence, "  /text " + sentence);
        Path huge = write("huge.md", "x".repeat(20_000));
        assertThat(Shown.all(huge.toString(), tight))
                .containsExactly("refused " + huge + ":1: huge.md 413 Text too long", "  " + sentence);
        Path json = write("a.json", "{\"text\": \"日本語\"}");
        assertThat(Shown.all(json.toString(), tight))
                .containsExactly(
                        "refused " + json + ":1: a.json 413 Text too long", "  " + sentence, "  /text " + sentence);
    }

    @Test
    void aRecordOverTheLimitIsRefusedAndTheRestGoesOn() throws IOException {
        InputOptions tight = Shown.options().withLimits(new RecordLimits(100, 200));
        Path lines =
                write("a.ndjson", "{\"text\":\"A\"}\n{\"text\":\"" + "x".repeat(50_000) + "\"}\n{\"text\":\"B\"}\n");
        assertThat(Shown.all(lines.toString(), tight))
                .containsExactly(
                        "note " + lines + ":1 (line 1):  id=\"line 1\" text=\"A\"",
                        "refused " + lines + ":2 (line 2): line 2 413 Line too long",
                        "  Line 2 is longer than 200 characters, the most that a record may have.",
                        "note " + lines + ":3 (line 3):  id=\"line 3\" text=\"B\"");
        Path whole = write("a.json", "{\"text\":\"A\", \"id\": \"" + "x".repeat(300) + "\"}");
        assertThat(Shown.all(whole.toString(), tight))
                .containsExactly(
                        "refused " + whole + ":1: a.json 413 Record too long",
                        "  This record is longer than 200 characters; give its notes as an array, or as NDJSON, one a "
                                + "line.");
        Path array = write("b.json", "[{\"text\":\"A\"}, {\"text\":\"" + "x".repeat(300) + "\"}, {\"text\":\"B\"}]");
        assertThat(Shown.all(array.toString(), tight))
                .startsWith(
                        "note " + array + ":1 ([0]):  id=\"[0]\" text=\"A\"",
                        "refused " + array + ":1 ([1]): [1] 413 Text too long")
                .last()
                .asString()
                .endsWith("a text of more than 200 characters, the most that a record may have. "
                        + "Nothing after it could be read.");
    }

    @Test
    void aHugeRowIsRefusedAndTheRestGoesOn() throws IOException {
        InputOptions tight = Shown.options().withLimits(new RecordLimits(100, 200_000));
        Path wide = write("wide.csv", "id,text\n1,A\n" + ",".repeat(300_000) + "\n2,B\n");
        assertThat(Shown.all(wide.toString(), tight))
                .containsExactly(
                        "note " + wide + ":2 (row 2):  id=\"1\" text=\"A\"",
                        "refused " + wide + ":3 (row 3): row 3 413 Row too long",
                        "  Row 3 is longer than 200000 characters, the most that a record may have.",
                        "note " + wide + ":4 (row 4):  id=\"2\" text=\"B\"");
        InputOptions roomy = Shown.options().withLimits(new RecordLimits(100, 9_000_000));
        Path cell = write("cell.csv", "id,text\n1,A\n2," + "x".repeat(2_000_000) + "\n3,\"" + "y\n".repeat(2) + "\"\n");
        assertThat(Shown.all(cell.toString(), roomy))
                .containsExactly(
                        "note " + cell + ":2 (row 2):  id=\"1\" text=\"A\"",
                        "refused " + cell + ":3 (row 3): row 3 413 Row too long",
                        "  Row 3 has a cell of more than 1048576 characters.",
                        "note " + cell + ":4 (row 4):  id=\"3\" text=\"y\\ny\\n\"");
    }

    private List<String> read(String input) {
        return Shown.all(input, Shown.options());
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }
}
