package org.noteworthy.notes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The note type under which a note is recorded.
 *
 * @param given as the caller names it; empty if unknown
 * @param name name of its row in the playbook; null if it has none
 * @param ofRole whether the role's rows list it
 * @param forCovid whether the role uses it for COVID updates too
 * @param choice the note types that the role uses
 * @param covidChoice those that it uses for COVID updates
 */
public record NoteTypeGiven(
        String given, @Nullable String name, boolean ofRole, boolean forCovid, Place choice, Place covidChoice)
        implements Place {

    /** Whether the playbook knows the note type. */
    public boolean known() {
        return name != null;
    }

    @Override
    public List<Spot> spots() {
        return choice.spots();
    }
}
