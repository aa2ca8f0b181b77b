package org.noteworthy.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.input.file.NoteInputs;
import org.noteworthy.input.text.ReplayReader;

/** Long tables, and tables in random pieces. */
class CsvStreamTest {
    private static final String PIECES = "\"\"\",,\n\r\tab ";
    private static final int CHUNK = 32 * 1024;

    @TempDir
    private Path folder;

    @Test
    void twoHundredThousandRowsComeInOrder() throws IOException {
        int count = 200_000;
        Path file = folder.resolve("many.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,text\n");
            for (int row = 1; row <= count; row++) {
                out.write(row + ",\"Text of note " + row + "\n\"\n");
            }
        }
        int row = 0;
        try (NoteInput input = new NoteInputs(Shown.options()).open(file.toString())) {
            while (input.hasNext()) {
                row++;
                Entry.Note note = (Entry.Note) input.next();
                assertThat(note.note().id()).isEqualTo(Integer.toString(row));
                assertThat(note.note().text()).isEqualTo("Text of note " + row + "\n");
                assertThat(note.origin().line()).isEqualTo(2 * row);
            }
        }
        assertThat(row).isEqualTo(count);
    }

    /**
     * The bound on memory: of an endless table no more is taken than a buffer beyond the row that was asked for,
     * and what is past is forgotten: else it would soon be over the limit of a record.
     */
    @ParameterizedTest
    @ValueSource(strings = {"CSV", "NDJSON", "JSON"})
    void nothingIsReadAheadOfAnEndlessInput(InputKind kind) {
        EndlessInput endless = new EndlessInput(kind);
        InputOptions options =
                InputOptions.of(warning -> {}, endless).withKind(kind).withLimits(new RecordLimits(1_000, 70_000));
        try (NoteInput input = new NoteInputs(options).open("-")) {
            for (int row = 1; row <= 10_000; row++) {
                assertThat(((Entry.Note) input.next()).note().text()).isEqualTo("A note that never ends");
                assertThat(endless.taken).isLessThan((long) row * endless.rowLength() + 3 * CHUNK);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aTableReadsTheSameInAnyPieces(long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder csv = new StringBuilder("id,text");
        List<String> texts = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        for (int row = 0; row < 300; row++) {
            csv.append(lineEnd(random));
            lines.add(lineCount(csv.toString()) + 1);
            String text = text(random);
            texts.add(text);
            csv.append(row).append(",\"").append(text.replace("\"", "\"\"")).append('"');
        }
        InputOptions options = InputOptions.of(
                        warning -> {}, new Pieces(csv.toString().getBytes(StandardCharsets.UTF_8), random))
                .withKind(InputKind.CSV);
        List<String> read = new ArrayList<>();
        List<Integer> readLines = new ArrayList<>();
        try (NoteInput input = new NoteInputs(options).open("-")) {
            while (input.hasNext()) {
                Entry.Note note = (Entry.Note) input.next();
                read.add(note.note().text());
                readLines.add(note.origin().line());
            }
        }
        assertThat(read).isEqualTo(texts);
        assertThat(readLines).isEqualTo(lines);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aReplayStartsAtTheLineThatWasAskedFor(long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < 5_000; line++) {
            text.append("x".repeat(random.nextInt(40))).append(lineEnd(random));
        }
        List<String> lines = text.toString().lines().toList();
        ReplayReader replay = new ReplayReader(new StringReader(text.toString()), 1 << 20);
        char[] some = new char[5_000];
        long line = 1;
        while (line + 300 < lines.size()) {
            replay.read(some, 0, random.nextInt(some.length) + 1);
            line += random.nextInt(300);
            replay.forgetBefore(line);
            replay.goTo(line);
            String kept = replay.keptFrom(line);
            if (!kept.isEmpty() && kept.lines().count() > 1) {
                assertThat(kept.lines().findFirst()).contains(lines.get((int) line - 1));
            }
        }
    }

    @Test
    void aBrokenTableNeverThrows() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            StringBuilder csv = new StringBuilder("id,text\n");
            for (int each = 0; each < 200; each++) {
                csv.append(PIECES.charAt(random.nextInt(PIECES.length())));
            }
            InputOptions options = InputOptions.of(
                            warning -> {}, new Pieces(csv.toString().getBytes(StandardCharsets.UTF_8), random))
                    .withKind(InputKind.CSV)
                    .withLimits(RecordLimits.DEFAULT);
            assertThat(Shown.all("-", options))
                    .as("seed %s", seed)
                    .isNotEmpty()
                    .noneMatch(line -> line.startsWith("unreadable"));
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(20) == 0 ? random.nextInt(9_000) : random.nextInt(30);
        for (int each = 0; each < length; each++) {
            text.appendCodePoint("ab \",;\n\r\tßé語😀".codePoints().toArray()[random.nextInt(13)]);
        }
        return text.toString();
    }

    private static String lineEnd(Random random) {
        return List.of("\n", "\r\n").get(random.nextInt(2));
    }

    private static int lineCount(String text) {
        return (int) text.replace("\r\n", "\n")
                .chars()
                .filter(character -> character == '\n' || character == '\r')
                .count();
    }

    /** Bytes that arrive a few at a time. */
    private static final class Pieces extends InputStream {
        private final ByteBuffer bytes;
        private final Random random;

        Pieces(byte[] bytes, Random random) {
            this.bytes = ByteBuffer.wrap(bytes);
            this.random = random;
        }

        @Override
        public int read() {
            return bytes.hasRemaining() ? bytes.get() & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (!bytes.hasRemaining()) {
                return -1;
            }
            int count = Math.min(Math.min(length, bytes.remaining()), 1 + random.nextInt(700));
            bytes.get(target, offset, count);
            return count;
        }
    }

    /** The same note again and again, and a count of what was taken. */
    private static final class EndlessInput extends InputStream {
        private final byte[] row;
        private final byte[] head;
        private long taken;

        EndlessInput(InputKind kind) {
            String note = kind == InputKind.CSV ? "A note that never ends\n" : "{\"text\":\"A note that never ends\"}";
            String head = kind == InputKind.CSV ? "text\n" : kind == InputKind.JSON ? "[" : "";
            String end = kind == InputKind.CSV ? "" : kind == InputKind.JSON ? "," : "\n";
            this.row = (note + end).getBytes(StandardCharsets.UTF_8);
            this.head = head.getBytes(StandardCharsets.UTF_8);
        }

        int rowLength() {
            return row.length;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            for (int at = 0; at < length; at++) {
                target[offset + at] = (byte) read();
            }
            return length;
        }

        @Override
        public int read() {
            long at = taken++;
            return at < head.length ? head[(int) at] : row[(int) ((at - head.length) % row.length)];
        }
    }
}
