package org.noteworthy.notes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The role in which somebody wrote a note or had an interaction.
 *
 * @param given as the caller names it, or the code of the assumed role
 * @param code code of its row in the playbook; null if it has none
 * @param assumed whether the caller left it out
 * @param choice the roles that it may be
 */
public record RoleGiven(String given, @Nullable String code, boolean assumed, Place choice) implements Place {

    /** Whether the playbook knows the role. */
    public boolean known() {
        return code != null;
    }

    @Override
    public List<Spot> spots() {
        return choice.spots();
    }
}
