package org.noteworthy.audit.retention;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.log.DecisionLog;
import org.noteworthy.audit.store.Outlining;

/** Outlines decisions again and again, beside recording, so that sums over many of them are quick. */
public final class OutlineJob implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("noteworthy.audit");

    private final DecisionLog log;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread fresh = new Thread(task, "audit-outlines");
        fresh.setDaemon(true);
        return fresh;
    });
    private @Nullable ScheduledFuture<?> looking;
    private volatile boolean ended;
    private String told = "";

    private OutlineJob(DecisionLog log) {
        this.log = log;
    }

    /** Looks after each such time whether there is enough to be outlined. */
    public static OutlineJob begin(DecisionLog log, Duration every) {
        OutlineJob job = new OutlineJob(log);
        job.looking =
                job.thread.scheduleWithFixedDelay(job::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return job;
    }

    private void look() {
        if (!log.isOpen()) { // which the log tells
            return;
        }
        try {
            new Outlining(log.database(), () -> ended).run();
            told = "";
        } catch (AuditException e) { // sums are slower without; nothing else is
            String sentence = String.valueOf(e.getMessage());
            if (!sentence.equals(told) && log.status().trouble() == null && !ended) {
                told = sentence;
                LOG.warning(sentence);
            }
        } catch (RuntimeException e) { // an executor would never run again, and say nothing
            LOG.log(Level.SEVERE, "Decisions could not be outlined", e);
        }
    }

    /** Ends it, when the block that is just being made is done. */
    @Override
    public void close() {
        ended = true;
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
