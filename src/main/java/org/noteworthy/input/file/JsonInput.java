package org.noteworthy.input.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.input.InputOptions;
import org.noteworthy.input.NoteEntry;
import org.noteworthy.input.NoteInput;
import org.noteworthy.input.RecordLimits;
import org.noteworthy.input.RecordStream;
import org.noteworthy.input.SideKeys;
import org.noteworthy.input.Unreadable;
import org.noteworthy.input.json.JsonArrayStream;
import org.noteworthy.input.json.JsonRecords;
import org.noteworthy.input.json.NdjsonStream;
import org.noteworthy.input.text.DecodedReader;

/** JSON in its three forms: an array of notes, which streams; one note, or one engagement, as a whole; and NDJSON. */
public final class JsonInput {
    private static final int BLANKS_LOOKED_OVER = 8 * 1024;

    private JsonInput() {}

    static NoteInput openLines(String name, DecodedReader reader, InputOptions options) {
        NdjsonStream stream = new NdjsonStream(new JsonRecords(options.limits()), reader);
        NoteInput input = new NoteInput(name, () -> stream.next().map(item -> NoteEntry.of(name, item)), reader);
        if (!input.hasNext()) {
            throw Unreadable.empty(name, "it takes a note in JSON on each line.");
        }
        return input;
    }

    static NoteInput open(String name, String id, DecodedReader decoded, InputOptions options) throws IOException {
        BufferedReader reader = new BufferedReader(decoded, 2 * BLANKS_LOOKED_OVER);
        JsonRecords records = new JsonRecords(options.limits());
        if (firstCharacter(reader, name) == '[') {
            RecordStream stream = new JsonArrayStream(records, reader);
            return new NoteInput(name, () -> stream.next().map(item -> NoteEntry.of(name, item)), reader);
        }
        SideKeys sideKeys = SideKeys.ofFixture();
        Iterator<Entry> entries = whole(name, id, reader, records, sideKeys).iterator();
        return new NoteInput(name, () -> entries.hasNext() ? Optional.of(entries.next()) : Optional.empty(), reader);
    }

    private static char firstCharacter(BufferedReader reader, String name) throws IOException {
        reader.mark(BLANKS_LOOKED_OVER);
        int character = reader.read();
        for (int looked = 1; looked < BLANKS_LOOKED_OVER && Character.isWhitespace(character); looked++) {
            character = reader.read();
        }
        if (character < 0) {
            throw Unreadable.empty(name, "it takes a note, an array of notes or an engagement in JSON.");
        }
        reader.reset();
        return (char) character;
    }

    /** The note or engagement that is the whole input; the side keys take what stands beside an engagement's fields. */
    public static List<Entry> whole(
            String name, String id, BufferedReader reader, JsonRecords records, SideKeys sideKeys) throws IOException {
        Optional<String> json = content(reader, records.limits());
        if (json.isEmpty()) {
            Problem problem = Problem.of(
                    413,
                    "Record too long",
                    "This record is longer than " + records.limits().recordChars()
                            + " characters; give its notes as an array, or as NDJSON, one a line.");
            return List.of(new Entry.Refused(origin(name), id, problem));
        }
        if (records.isEngagement(json.get())) {
            return EngagementEntries.of(name, id, records.engagementInParts(json.get(), id, sideKeys));
        }
        return List.of(NoteEntry.of(origin(name), id, records.note(json.get(), id)));
    }

    private static Optional<String> content(BufferedReader reader, RecordLimits limits) throws IOException {
        StringBuilder content = new StringBuilder();
        char[] buffer = new char[16 * 1024];
        for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
            content.append(buffer, 0, count);
            if (content.length() > limits.recordChars()) {
                return Optional.empty();
            }
        }
        return Optional.of(content.toString());
    }

    private static Origin origin(String name) {
        return new Origin(name, null, 1, 0, false);
    }
}
