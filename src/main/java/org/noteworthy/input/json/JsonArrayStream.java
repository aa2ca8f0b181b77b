package org.noteworthy.input.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.input.Intake;
import org.noteworthy.input.NoteDraft;
import org.noteworthy.input.RecordStream;
import org.noteworthy.notes.NoteRecord;

/**
 * The notes of a JSON array. A note with wrong fields is refused in its place and the next one is read; after JSON that
 * is broken nothing can be, so that refusal is the last.
 */
public final class JsonArrayStream implements RecordStream {
    private final JsonRecords records;
    private final JsonParser parser;
    private int index;
    private boolean ended;
    private boolean begun;

    /** A stream over an array; the reader is the caller's to close. */
    public JsonArrayStream(JsonRecords records, Reader reader) {
        this.records = records;
        try {
            this.parser = records.parser(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Item> next() {
        if (ended) {
            return Optional.empty();
        }
        try {
            return element();
        } catch (JsonProcessingException e) {
            ended = true;
            Problem problem = Malformed.of(e, 1, records.limits());
            int line = parser.currentLocation().getLineNr();
            return item(line, Malformed.last(problem));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Always: an array is one thing that its sender sends as a whole. */
    @Override
    public boolean isReady() {
        return true;
    }

    private Optional<Item> element() throws IOException {
        if (!begun) {
            begun = true;
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new IllegalStateException("A JsonArrayStream reads arrays only.");
            }
        }
        JsonToken token = parser.nextToken();
        int line = parser.currentTokenLocation().getLineNr();
        if (token == JsonToken.END_ARRAY) {
            ended = true;
            return parser.nextToken() == null
                    ? Optional.empty()
                    : item(
                            parser.currentTokenLocation().getLineNr(),
                            Malformed.trailing(parser.currentTokenLocation(), 1));
        }
        if (token != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return item(line, JsonRecords.notAnObject(token, "note"));
        }
        NoteDraft draft = new NoteDraft(records.limits());
        NoteJson.read(parser, draft);
        Intake<NoteRecord> note = draft.finish(place());
        return Optional.of(new Item(takePlace(), line, note));
    }

    private Optional<Item> item(int line, Problem problem) {
        return Optional.of(new Item(takePlace(), line, new Intake.Refused<>(null, problem)));
    }

    private String place() {
        return "[" + index + "]";
    }

    private String takePlace() {
        String place = place();
        index++;
        return place;
    }
}
