package org.noteworthy.audit.log;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.AuditSettings;
import org.noteworthy.audit.WhenFull;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;

/** The thread that writes what the queue holds, group by group; a write that fails is tried again until it succeeds. */
final class LogWriter {
    private static final Logger LOG = Logger.getLogger("noteworthy.audit");

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final DatabaseAddress address;
    private final AuditSettings settings;
    private final WriteQueue queue;
    private final LogHealth health;
    private final ChainWriter chain;
    private final Thread thread = new Thread(this::write, "audit");
    private final AtomicLong failedWrites = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();

    LogWriter(DatabaseAddress address, AuditSettings settings, Clock clock, WriteQueue queue, LogHealth health) {
        this.address = address;
        this.settings = settings;
        this.queue = queue;
        this.health = health;
        chain = new ChainWriter(address, settings, clock);
        thread.setDaemon(true); // a disk that never answers keeps no process alive
    }

    /** Opens the database before anything is written. */
    void connect() {
        try {
            chain.connect();
        } catch (SQLException e) {
            AuditException told = new AuditException(sentence(e), e);
            closeDatabase();
            throw told;
        }
    }

    void start() {
        thread.start();
    }

    /** The chain that it writes. */
    ChainWriter chain() {
        return chain;
    }

    /** Attempts to write that failed. */
    long failedWrites() {
        return failedWrites.get();
    }

    /** Decisions that could not be written before the end. */
    long lost() {
        return lost.get();
    }

    /** Returns when the closed queue is written, or cannot be in a few seconds. */
    void join() {
        try {
            thread.join(WriteQueue.LAST_PATIENCE.multipliedBy(2).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes the database; what is not written by now is lost. */
    void close() {
        if (thread.isAlive()) {
            giveUp(); // what is under way may never end, and closing would wait for it
        } else {
            closeDatabase();
        }
    }

    private void closeDatabase() {
        AuditDatabase open = chain.database();
        if (open != null) {
            open.close();
        }
    }

    private void write() {
        Duration pause = FIRST_PAUSE;
        boolean more = true;
        List<PendingBatch> group = List.of();
        while (more) {
            if (group.isEmpty()) {
                group = queue.take(this::nanosUntilDue);
            }
            try {
                queue.started();
                chain.connect();
                boolean last = group.isEmpty() && queue.isFinished();
                long began = System.nanoTime();
                chain.write(group, last);
                queue.done(System.nanoTime() - began);
                health.recovered();
                more = !last;
                group = List.of();
                pause = FIRST_PAUSE;
            } catch (SQLException
                    | RuntimeException
                    | Error e) { // were this thread gone, whoever waits would wait for ever
                if (!(e instanceof SQLException) && !(e instanceof AuditException)) {
                    LOG.log(Level.SEVERE, "Recording failed, and not because of the database", e);
                }
                failedWrites.incrementAndGet();
                health.failing(sentence(e));
                chain.disconnect();
                queue.failed();
                more = queue.pause(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
        giveUp();
        chain.disconnect();
    }

    /** In how long something is to be written even if no decision comes. */
    private long nanosUntilDue() {
        AuditDatabase open = chain.database();
        if (open == null) {
            return 0;
        }
        long nanos = settings.checkpointAfter().toNanos();
        if (chain.isUnsigned()) {
            nanos = Math.min(nanos, ChainWriter.QUIET.toNanos());
        }
        return open.isEndPending() ? Math.min(nanos, TimeUnit.SECONDS.toNanos(1)) : nanos;
    }

    private void giveUp() {
        List<PendingBatch> open =
                queue.abandon().stream().filter(PendingBatch::isOpen).toList();
        long decisions = open.stream().mapToLong(PendingBatch::count).sum();
        if (decisions > 0) {
            lost.addAndGet(decisions);
            LOG.severe(decisions + " decisions could not be recorded before the end. "
                    + (settings.whenFull() == WhenFull.NEVER_LOSE ? "None of their checks was answered." : ""));
            open.forEach(PendingBatch::refuse);
        }
    }

    private String sentence(Throwable e) {
        AuditDatabase open = chain.database();
        if (e instanceof SQLException sql && open != null) {
            return open.sentence(sql);
        }
        return e instanceof AuditException known
                ? String.valueOf(known.getMessage())
                : "The audit log at " + address + " cannot be written: " + e + ".";
    }
}
