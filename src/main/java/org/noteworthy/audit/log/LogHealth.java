package org.noteworthy.audit.log;

import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.WhenFull;
import org.noteworthy.audit.store.DatabaseAddress;

/** Whether the audit log can be written as far as is known; each change is logged once. */
final class LogHealth {
    private static final Logger LOG = Logger.getLogger("noteworthy.audit");

    private final DatabaseAddress address;
    private final WhenFull whenFull;
    private volatile @Nullable String trouble;

    LogHealth(DatabaseAddress address, WhenFull whenFull) {
        this.address = address;
        this.whenFull = whenFull;
    }

    /** Why nothing can be written at the moment, in a sentence; null while all is well. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /** Nothing can be written, for that reason. */
    synchronized void failing(String reason) {
        if (!reason.equals(trouble)) {
            trouble = reason;
            LOG.severe(reason
                    + (whenFull == WhenFull.NEVER_LOSE
                            ? " Checks are refused until it can."
                            : " Checks go on; decisions are dropped when there is no more room for them."));
        }
    }

    /** Something was written. */
    synchronized void recovered() {
        if (trouble != null) {
            trouble = null;
            LOG.info("The audit log at " + address + " can be written again.");
        }
    }

    /** That reason is over; another one may not be. */
    synchronized void recoveredFrom(String reason) {
        if (reason.equals(trouble)) {
            recovered();
        }
    }
}
