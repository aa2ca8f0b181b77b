package org.noteworthy.notes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The status recorded for the customer's entitlement.
 *
 * @param fitsPause whether its first level fits a deployment that is paused or stopped
 * @param fitting the first levels that do
 */
public record Entitlement(@Nullable EntitlementStatus status, boolean fitsPause, List<String> fitting)
        implements Place {

    /** Whether all three levels are filled in. */
    public boolean complete() {
        return status != null && filled(status.l1()) && filled(status.l2()) && filled(status.l3());
    }

    /** The first level as recorded; empty if it is not. */
    public String l1() {
        return status == null || status.l1() == null ? "" : status.l1();
    }

    @Override
    public List<Spot> spots() {
        return List.of(Spot.ofField(fitting, null));
    }

    private static boolean filled(@Nullable String level) {
        return level != null && !level.isBlank();
    }
}
