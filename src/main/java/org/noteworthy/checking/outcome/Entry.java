package org.noteworthy.checking.outcome;

import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.NoteRecord;

/** What stands at one place of an input. */
public sealed interface Entry {

    /** Where it stands. */
    Origin origin();

    /** A note to be judged. */
    record Note(Origin origin, NoteRecord note) implements Entry {}

    /** An engagement whose notes are to be judged together. */
    record Engagement(Origin origin, EngagementRecord engagement) implements Entry {}

    /** Something that can not be judged; {@code id} is what it calls itself, else its place. */
    record Refused(Origin origin, RecordKind kind, String id, Problem problem) implements Entry {

        /** A note that can not be judged, or what stands where a note is taken. */
        public Refused(Origin origin, String id, Problem problem) {
            this(origin, RecordKind.NOTE, id, problem);
        }
    }
}
