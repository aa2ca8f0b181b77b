package org.noteworthy.notes;

import java.util.List;

/** All notes and interactions of one customer engagement, to be judged together. */
public record EngagementRecord(String engagement, List<NoteRecord> notes, List<InteractionRecord> interactions) {
    public EngagementRecord {
        notes = List.copyOf(notes);
        interactions = List.copyOf(interactions);
    }
}
