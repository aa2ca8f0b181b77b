package org.noteworthy.input.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.input.Intake;
import org.noteworthy.input.RecordStream;
import org.noteworthy.input.text.BoundedLines;
import org.noteworthy.input.text.DecodedReader;
import org.noteworthy.notes.NoteRecord;

/** Notes in NDJSON, one a line. A line that is none is refused in its place; blank lines are passed over. */
public final class NdjsonStream implements RecordStream {
    private final JsonRecords records;
    private final DecodedReader reader;
    private final BoundedLines lines;

    /** A stream over lines; the reader is the caller's to close. */
    public NdjsonStream(JsonRecords records, DecodedReader reader) {
        this.records = records;
        this.reader = reader;
        this.lines = new BoundedLines(reader, records.limits().recordChars());
    }

    @Override
    public Optional<Item> next() {
        try {
            while (lines.advance()) {
                String line = lines.line();
                if (lines.tooLong() || !line.isBlank()) {
                    String place = "line " + lines.number();
                    return Optional.of(new Item(place, lines.number(), note(line, place)));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isReady() {
        try {
            return lines.isReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Intake<NoteRecord> note(String line, String place) {
        if (lines.tooLong()) {
            return refused(
                    413,
                    "Line too long",
                    "Line " + lines.number() + " is longer than "
                            + records.limits().recordChars() + " characters, the most that a record may have.");
        }
        Optional<String> badByte = reader.badBytes() == 0 ? Optional.empty() : DecodedReader.firstBadByte(line);
        if (badByte.isPresent()) {
            return refused(
                    400,
                    "Not " + reader.charset(),
                    "Line " + lines.number() + " is not " + reader.charset() + " text (" + badByte.get()
                            + "): save the file as UTF-8.");
        }
        return records.note(line, lines.number(), place);
    }

    private static Intake<NoteRecord> refused(int status, String title, String detail) {
        return new Intake.Refused<>(null, Problem.of(status, title, detail));
    }
}
