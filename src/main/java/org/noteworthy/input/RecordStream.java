package org.noteworthy.input;

import java.util.Optional;
import org.noteworthy.notes.NoteRecord;

/** Notes of one JSON source, one after the other and never two at once in memory. */
public interface RecordStream {

    /** The next note, or why it is none; empty at the end. What can not be read at all flies as UncheckedIOException. */
    Optional<Item> next();

    /** Whether the next note can be asked for without waiting for whoever sends the source, as far as can be told. */
    boolean isReady();

    /**
     * One record of the stream.
     *
     * @param place {@code [3]} or {@code line 4}; also the id of a note that has none
     * @param line line of the source at which the record starts
     */
    record Item(String place, int line, Intake<NoteRecord> note) {}
}
