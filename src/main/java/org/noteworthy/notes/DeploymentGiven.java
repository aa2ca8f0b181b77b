package org.noteworthy.notes;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the customer asked for, as far as it is known. */
public record DeploymentGiven(@Nullable Deployment wish) {

    /** Whether it is known at all. */
    public boolean known() {
        return wish != null;
    }

    /** Whether the customer asked to pause or to stop. */
    public boolean halted() {
        return wish == Deployment.PAUSED || wish == Deployment.STOPPED;
    }

    /** The word for it: {@code active}, {@code paused} or {@code stopped}; empty if unknown. */
    public String given() {
        return wish == null ? "" : wish.name().toLowerCase(Locale.ROOT);
    }
}
