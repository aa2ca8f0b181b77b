package org.noteworthy.notes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One interaction with a customer, as rules about a whole engagement see it. */
public record Interaction(
        InteractionRecord record,
        String id,
        @Nullable String on,
        @Nullable String author,
        RoleGiven role,
        Activity activity)
        implements Place {
    @Override
    public List<Spot> spots() {
        return List.of(Spot.WHOLE_NOTE);
    }
}
