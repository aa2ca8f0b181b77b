package org.noteworthy.notes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time tracking task under which a note is recorded.
 *
 * @param given as the caller names it; empty if unknown or recorded outside Time
 * @param outside whether the note is recorded outside the Time section
 * @param name name of the task's row in the playbook; null if it has none
 * @param core whether it is the task of the workload that stands for all others
 * @param ofPrefix whether it fits the note's prefix; true where the prefix cannot tell
 * @param choice the tasks that fit the prefix
 */
public record TimeTaskGiven(
        String given, boolean outside, @Nullable String name, boolean core, boolean ofPrefix, Place choice)
        implements Place {

    /** Whether the playbook knows the task. */
    public boolean known() {
        return name != null;
    }

    @Override
    public List<Spot> spots() {
        return choice.spots();
    }
}
