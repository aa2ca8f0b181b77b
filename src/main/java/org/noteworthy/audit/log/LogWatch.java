package org.noteworthy.audit.log;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.AuditSettings;
import org.noteworthy.audit.WhenFull;
import org.noteworthy.audit.store.DatabaseAddress;

/**
 * Looks several times a second, whatever the database does, whether a write hangs, whether the file is still there, and
 * who has waited long enough.
 */
final class LogWatch {
    private static final Logger LOG = Logger.getLogger("noteworthy.audit");

    private final DatabaseAddress address;
    private final AuditSettings settings;
    private final WriteQueue queue;
    private final LogHealth health;
    private final ChainWriter chain;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread fresh = new Thread(task, "audit-watch");
        fresh.setDaemon(true);
        return fresh;
    });
    private @Nullable String misplaced;

    LogWatch(DatabaseAddress address, AuditSettings settings, WriteQueue queue, LogHealth health, ChainWriter chain) {
        this.address = address;
        this.settings = settings;
        this.queue = queue;
        this.health = health;
        this.chain = chain;
    }

    void start() {
        long tick = Math.max(10, Math.min(250, settings.patience().toMillis() / 4));
        Future<?> unused = thread.scheduleWithFixedDelay(this::look, tick, tick, TimeUnit.MILLISECONDS);
    }

    void close() {
        thread.shutdownNow();
    }

    private void look() {
        try {
            long patience = settings.patience().toNanos();
            if (chain.database() != null && queue.isStuck(patience)) {
                health.failing("The audit log at " + address
                        + " does not answer: what is being written is not done after "
                        + settings.patience().toMillis()
                        + " ms. Check the load and the locks of the database, and the disk.");
            }
            if (settings.whenFull() == WhenFull.NEVER_LOSE) {
                queue.overdue(patience).forEach(PendingBatch::refuse);
            }
            lookAtFile();
        } catch (RuntimeException | OutOfMemoryError e) { // callers wait for the next look
            LOG.log(Level.SEVERE, "Could not check whether the audit log answers", e);
        }
    }

    private void lookAtFile() {
        String now = chain.misplaced();
        if (now != null) {
            health.failing(now);
        } else if (misplaced != null) {
            health.recoveredFrom(misplaced);
        }
        misplaced = now;
    }
}
