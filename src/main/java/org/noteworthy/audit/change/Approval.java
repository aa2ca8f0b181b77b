package org.noteworthy.audit.change;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * That somebody approved a change, and what of.
 *
 * @param digest of the files that were approved
 * @param difference hash of the difference that was shown
 * @param effect what was shown of its effect; null where nothing was
 */
public record Approval(
        Identity by,
        Instant time,
        String digest,
        @Nullable String difference,
        @Nullable Effect effect) {
    public Approval {
        time = time.truncatedTo(ChronoUnit.MILLIS);
        Checked.digest(digest);
        if (difference != null) {
            Checked.digest(difference);
        }
    }
}
