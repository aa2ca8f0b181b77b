package org.noteworthy.audit.log;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.AuditSettings;
import org.noteworthy.audit.WhenFull;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.checking.outcome.Result;

/**
 * Records decisions: takes them from any thread without keeping it, links them into one chain and writes them in groups,
 * each group as soon as the one before is on the disk.
 *
 * <p>A write that fails is told in the log and in {@link #status}, and tried again until it succeeds; what waits
 * meanwhile has a bound.
 */
public final class DecisionLog implements AutoCloseable {
    private final DatabaseAddress address;
    private final AuditSettings settings;
    private final LineWriter lines;
    private final WriteQueue queue;
    private final LogHealth health;
    private final LogWriter writer;
    private final LogWatch watch;
    private final AtomicLong dropped = new AtomicLong();

    private DecisionLog(DatabaseAddress address, AuditSettings settings, Clock clock) {
        AuditDatabase.check(address);
        this.address = address;
        this.settings = settings;
        lines = new LineWriter(settings.keepNotes(), settings.masking(), settings.product());
        queue = new WriteQueue(settings);
        health = new LogHealth(address, settings.whenFull());
        writer = new LogWriter(address, settings, clock, queue, health);
        watch = new LogWatch(address, settings, queue, health, writer.chain());
    }

    /**
     * Begins to record. A database that cannot be reached yet is tried again and again; {@link #status} tells of it.
     *
     * @throws AuditException if the address can be none of a database
     */
    public static DecisionLog open(DatabaseAddress address, AuditSettings settings, Clock clock) {
        DecisionLog log = new DecisionLog(address, settings, clock);
        log.start();
        return log;
    }

    /**
     * Begins to record into a database that can be written now.
     *
     * @throws AuditException if it cannot
     */
    public static DecisionLog openNow(DatabaseAddress address, AuditSettings settings, Clock clock) {
        DecisionLog log = new DecisionLog(address, settings, clock);
        log.writer.connect();
        log.start();
        return log;
    }

    private void start() {
        writer.start();
        watch.start();
    }

    /**
     * Records the decisions among these results; {@code reports} are those that were written for the answer, if any. Keeps the
     * thread for no longer than it takes to write them down.
     */
    public WriteResult record(CallContext context, List<Result> results, @Nullable AnsweredReports reports) {
        return add(lines.write(context, results, reports), 0);
    }

    /** The same for results whose reports were not written yet. */
    public WriteResult record(CallContext context, List<Result> results) {
        return record(context, results, null);
    }

    /** The same, and waits for room where decisions are never lost: for whoever may be kept waiting. */
    public WriteResult recordInTime(CallContext context, List<Result> results, @Nullable AnsweredReports reports) {
        long patience =
                settings.whenFull() == WhenFull.NEVER_LOSE ? settings.patience().toNanos() : 0;
        return add(lines.write(context, results, reports), patience);
    }

    /** The same for results whose reports were not written yet. */
    public WriteResult recordInTime(CallContext context, List<Result> results) {
        return recordInTime(context, results, null);
    }

    private WriteResult add(PendingBatch batch, long patienceNanos) {
        if (batch.count() == 0) {
            return WriteResult.of(batch.ids(), WriteResult.Outcome.RECORDED);
        }
        boolean added = queue.add(batch, patienceNanos);
        if (settings.whenFull() == WhenFull.NEVER_BLOCK) {
            dropped.addAndGet(added ? 0 : batch.count());
            return WriteResult.of(batch.ids(), added ? WriteResult.Outcome.QUEUED : WriteResult.Outcome.DROPPED);
        }
        return added
                ? new WriteResult(
                        batch.ids(),
                        batch.durable()
                                .thenApply(done -> done ? WriteResult.Outcome.RECORDED : WriteResult.Outcome.TIMED_OUT))
                : WriteResult.of(batch.ids(), WriteResult.Outcome.TIMED_OUT);
    }

    /** How recording stands. */
    public LogStatus status() {
        long waitingBytes = queue.bytes();
        return new LogStatus(
                writer.chain().database() != null,
                queue.recorded(),
                dropped.get() + writer.lost(),
                writer.failedWrites(),
                waitingBytes,
                writer.chain().lastWrite(),
                writer.chain().name(),
                health.trouble());
    }

    /** Where it writes. */
    public DatabaseAddress address() {
        return address;
    }

    /** Bytes of the file that an embedded database lies in; empty where a server keeps it, or there is no such file. */
    public OptionalLong fileBytes() {
        if (address.shared()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Files.size(address.file()));
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** How it was asked to record. */
    public AuditSettings settings() {
        return settings;
    }

    /**
     * The database that it writes, for questions.
     *
     * @throws AuditException while it cannot be reached
     */
    public AuditDatabase database() {
        AuditDatabase open = writer.chain().database();
        if (open == null) {
            String reason = health.trouble();
            throw new AuditException(reason == null ? "The audit log is being opened. Ask again in a moment." : reason);
        }
        return open;
    }

    /** Whether its database has been opened, and can be written as far as is known. */
    public boolean isOpen() {
        return writer.chain().database() != null && health.trouble() == null;
    }

    /** Writes what waits, and a checkpoint; gives up where that cannot be done in a few seconds. */
    @Override
    public void close() {
        queue.close();
        writer.join();
        watch.close();
        writer.close();
    }
}
