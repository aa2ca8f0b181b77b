package org.noteworthy.input;

import java.util.List;
import java.util.Optional;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.InteractionRecord;
import org.noteworthy.notes.NoteRecord;

/**
 * What came of reading one engagement: as a whole for who takes all or nothing, and part by part for who goes on with
 * what could be read.
 *
 * @param whole the engagement or, where anything in it is wrong, all errors of all parts in one list
 * @param notes each note in its place, or what is wrong with it
 * @param interactions likewise
 * @param ownProblem what is wrong beside notes and interactions, such as an unknown field or JSON that breaks off
 */
public record EngagementIntake(
        Intake<EngagementRecord> whole,
        List<Part<NoteRecord>> notes,
        List<Part<InteractionRecord>> interactions,
        Optional<Problem> ownProblem) {
    public EngagementIntake {
        notes = List.copyOf(notes);
        interactions = List.copyOf(interactions);
    }

    /**
     * One note or interaction; pointers in its errors lead from the engagement, e.g. {@code /notes/3/role}.
     *
     * @param place {@code notes[3]}
     * @param line line of the JSON at which it starts
     */
    public record Part<T>(String place, int line, Intake<T> record) {}
}
