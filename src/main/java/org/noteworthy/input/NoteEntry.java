package org.noteworthy.input;

import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.notes.NoteRecord;

/** What was read of a note, as an entry of its input. */
public final class NoteEntry {
    private NoteEntry() {}

    /** The note, or its refusal, at its place; {@code id} is for one that could not say its own. */
    public static Entry of(Origin origin, String id, Intake<NoteRecord> intake) {
        if (intake instanceof Intake.Refused<NoteRecord> refused) {
            return new Entry.Refused(origin, refused.id() == null ? id : refused.id(), refused.problem());
        }
        return new Entry.Note(origin, ((Intake.Accepted<NoteRecord>) intake).record());
    }

    /** A record of a stream, which is called {@code input}. */
    public static Entry of(String input, RecordStream.Item item) {
        return of(new Origin(input, item.place(), item.line(), 0, false), item.place(), item.note());
    }
}
