package org.noteworthy.playbooks.engine;

import org.noteworthy.notes.Place;

/** What rules know as {@code report}: the one thing that a rule can do. */
public interface Verdict {

    /** Says that the note breaks the rule at {@code place}; {@code text} may hold {@code {placeholders}}. */
    void violation(Place place, String text);
}
