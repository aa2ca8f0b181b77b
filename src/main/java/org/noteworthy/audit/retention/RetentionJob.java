package org.noteworthy.audit.retention;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.Retention;
import org.noteworthy.audit.log.DecisionLog;
import org.noteworthy.audit.store.AuditDatabase;

/**
 * Lets decisions go again and again, beside recording: of an embedded audit log all that need not be kept, of a shared one
 * the chains that this instance writes.
 */
public final class RetentionJob implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("noteworthy.audit");

    private final DecisionLog log;
    private final Retention retention;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread fresh = new Thread(task, "audit-upkeep");
        fresh.setDaemon(true);
        return fresh;
    });
    private @Nullable ScheduledFuture<?> looking;
    private String told = "";

    private RetentionJob(DecisionLog log, Retention retention, Clock clock) {
        this.log = log;
        this.retention = retention;
        this.clock = clock;
    }

    /** Begins at once, and looks again after each such time. */
    public static RetentionJob begin(DecisionLog log, Retention retention, Duration every, Clock clock) {
        if (every.isNegative() || every.isZero()) {
            throw new AuditException("Decisions are pruned every so often, not every " + every + ".");
        }
        RetentionJob retentionJob = new RetentionJob(log, retention, clock);
        if (retention.limits()) {
            // Soon for the first time: the database may just be being opened.
            long millis = every.toMillis();
            retentionJob.looking = retentionJob.thread.scheduleWithFixedDelay(
                    retentionJob::look, Math.min(1_000, millis), millis, TimeUnit.MILLISECONDS);
        }
        return retentionJob;
    }

    private void look() {
        if (!log.isOpen()) { // which the log tells
            return;
        }
        try {
            AuditDatabase database = log.database();
            Pruning pruning = new Pruning(database, log.settings().key(), clock);
            for (String chain : chains(database, pruning)) {
                Pruning.Outcome outcome = pruning.prune(chain, retention, false);
                if (outcome.gone() > 0) {
                    LOG.info(outcome.gone() + " decisions of " + chain + " were pruned (" + retention.reason() + "); "
                            + outcome.held() + " are held.");
                }
            }
            told = "";
        } catch (AuditException e) {
            String sentence = String.valueOf(e.getMessage());
            if (!sentence.equals(told) && log.status().trouble() == null) {
                told = sentence;
                LOG.warning(sentence);
            }
        } catch (RuntimeException e) { // an executor would never run again, and say nothing
            LOG.log(Level.SEVERE, "Decisions could not be pruned", e);
        }
    }

    private List<String> chains(AuditDatabase database, Pruning pruning) {
        String ours = log.settings().chain();
        return pruning.chains().stream()
                .filter(chain -> !database.address().shared() || chain.equals(ours) || chain.startsWith(ours + "~"))
                .toList();
    }

    /** Ends it, when the pages that are just being pruned are gone. */
    @Override
    public void close() {
        if (looking != null) {
            looking.cancel(false);
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
