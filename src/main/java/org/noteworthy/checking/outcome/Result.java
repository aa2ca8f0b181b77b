package org.noteworthy.checking.outcome;

import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.NoteRecord;

/** What came of one entry of the input. */
public sealed interface Result {

    /** Where the entry stands in the input. */
    Origin origin();

    /** A note that was judged. */
    record Judged(Origin origin, NoteRecord note, Report report) implements Result {}

    /** An engagement whose notes were judged together. */
    record JudgedEngagement(Origin origin, EngagementRecord engagement, EngagementReport report) implements Result {}

    /** An entry that could not be judged; {@code id} is its own where that much could be read, else its place. */
    record Unjudged(Origin origin, RecordKind kind, String id, Problem problem) implements Result {

        /** A note that could not be judged, or what stands where a note is taken. */
        public Unjudged(Origin origin, String id, Problem problem) {
            this(origin, RecordKind.NOTE, id, problem);
        }

        /** An input that could not be read, or not to its end. */
        public static Unjudged ofInput(String input, Problem problem) {
            return new Unjudged(new Origin(input, null, 0, 0, false), RecordKind.INPUT, input, problem);
        }
    }
}
