package org.noteworthy.audit.log;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
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
    private static final Logger LOG = Logger.getLogger("noteworthy.audit");

    private static final int GROUP_BYTES = 4 << 20;

    /** So much is worth a write, whatever else may come. */
    private static final long ENOUGH_BYTES = 1 << 20;

    /** How long it gathers where nobody waits for the disk. */
    private static final Duration AT_LEISURE = Duration.ofMillis(50);

    /** How long it gathers at most where somebody does. */
    private static final Duration IN_HASTE = Duration.ofMillis(5);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(5);

    private final DatabaseAddress address;
    private final AuditSettings settings;
    private final LineWriter lines;
    private final ChainWriter chain;
    private final Thread scribe;
    private final ScheduledExecutorService watcher;
    private @Nullable String misplaced;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Deque<PendingBatch> waiting = new ArrayDeque<>();
    private List<PendingBatch> underWay = List.of();
    private long underWaySince;
    private long waitingBytes;
    private int wanted = 1;
    private boolean closed;
    private long closedAt;

    private final AtomicLong recorded = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong failedWrites = new AtomicLong();
    private volatile @Nullable String trouble;

    // What only the scribe knows.
    private long lastWrite;
    private int together;

    private DecisionLog(DatabaseAddress address, AuditSettings settings, Clock clock) {
        AuditDatabase.check(address);
        this.address = address;
        this.settings = settings;
        lines = new LineWriter(settings.keepNotes(), settings.masking(), settings.product());
        chain = new ChainWriter(address, settings, clock);
        scribe = new Thread(this::write, "audit");
        scribe.setDaemon(true); // a disk that never answers keeps no process alive
        watcher = Executors.newSingleThreadScheduledExecutor(look -> {
            Thread thread = new Thread(look, "audit-patience");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Begins to record. A database that cannot be reached yet is tried again and again; {@link #status} tells of it.
     *
     * @throws AuditException if the address can be none of a database
     */
    public static DecisionLog open(DatabaseAddress address, AuditSettings settings, Clock clock) {
        DecisionLog log = new DecisionLog(address, settings, clock);
        log.scribe.start();
        log.watch();
        return log;
    }

    /**
     * Begins to record into a database that can be written now.
     *
     * @throws AuditException if it cannot
     */
    public static DecisionLog openNow(DatabaseAddress address, AuditSettings settings, Clock clock) {
        DecisionLog log = new DecisionLog(address, settings, clock);
        try {
            log.chain.connect();
        } catch (SQLException e) {
            AuditException told = new AuditException(log.sentence(e), e);
            AuditDatabase open = log.chain.database();
            if (open != null) {
                open.close();
            }
            throw told;
        }
        log.scribe.start();
        log.watch();
        return log;
    }

    /**
     * Records the decisions among these results; {@code reports} are those that were written for the answer, if any. Keeps the
     * thread for no longer than it takes to write them down.
     */
    public Receipt record(CallContext context, List<Result> results, @Nullable AnsweredReports reports) {
        PendingBatch batch = lines.write(context, results, reports);
        if (batch.count() == 0) {
            return Receipt.of(batch.ids(), Receipt.Fate.RECORDED);
        }
        lock.lock();
        try {
            return hasRoom(batch) ? handIn(batch) : refuse(batch);
        } finally {
            lock.unlock();
        }
    }

    /** The same for results whose reports were not written yet. */
    public Receipt record(CallContext context, List<Result> results) {
        return record(context, results, null);
    }

    /** The same, and waits for room where decisions are never lost: for whoever may be kept waiting. */
    public Receipt recordInTime(CallContext context, List<Result> results, @Nullable AnsweredReports reports) {
        PendingBatch batch = lines.write(context, results, reports);
        if (batch.count() == 0) {
            return Receipt.of(batch.ids(), Receipt.Fate.RECORDED);
        }
        lock.lock();
        try {
            long left = settings.whenFull() == WhenFull.NEVER_LOSE
                    ? settings.patience().toNanos()
                    : 0;
            while (!hasRoom(batch) && left > 0) {
                left = room.awaitNanos(left);
            }
            return hasRoom(batch) ? handIn(batch) : refuse(batch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refuse(batch);
        } finally {
            lock.unlock();
        }
    }

    /** The same for results whose reports were not written yet. */
    public Receipt recordInTime(CallContext context, List<Result> results) {
        return recordInTime(context, results, null);
    }

    private boolean hasRoom(PendingBatch batch) {
        return !closed && (waitingBytes == 0 || waitingBytes + batch.size() <= settings.roomBytes());
    }

    private Receipt handIn(PendingBatch batch) {
        waitingBytes += batch.size();
        waiting.addLast(batch);
        if (isEnough()) {
            work.signal();
        }
        return settings.whenFull() == WhenFull.NEVER_BLOCK
                ? Receipt.of(batch.ids(), Receipt.Fate.UNDER_WAY)
                : new Receipt(
                        batch.ids(),
                        batch.durable().thenApply(done -> done ? Receipt.Fate.RECORDED : Receipt.Fate.NOT_IN_TIME));
    }

    private Receipt refuse(PendingBatch batch) {
        if (settings.whenFull() == WhenFull.NEVER_LOSE) {
            return Receipt.of(batch.ids(), Receipt.Fate.NOT_IN_TIME);
        }
        dropped.addAndGet(batch.count());
        return Receipt.of(batch.ids(), Receipt.Fate.DROPPED);
    }

    /** How recording stands. */
    public LogStatus status() {
        lock.lock();
        try {
            return new LogStatus(
                    chain.database() != null,
                    recorded.get(),
                    dropped.get(),
                    failedWrites.get(),
                    waitingBytes,
                    chain.name(),
                    trouble);
        } finally {
            lock.unlock();
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
        AuditDatabase open = chain.database();
        if (open == null) {
            String reason = trouble;
            throw new AuditException(reason == null ? "The audit log is being opened. Ask again in a moment." : reason);
        }
        return open;
    }

    /** Whether its database has been opened, and can be written as far as is known. */
    public boolean isOpen() {
        return chain.database() != null && trouble == null;
    }

    /** Writes what waits, and a checkpoint; gives up where that cannot be done in a few seconds. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            closedAt = System.nanoTime();
            work.signalAll();
            room.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            scribe.join(LAST_PATIENCE.multipliedBy(2).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        watcher.shutdownNow();
        AuditDatabase open = chain.database();
        if (scribe.isAlive()) {
            giveUp(List.of()); // what is under way may never end, and closing would wait for it
        } else if (open != null) {
            open.close();
        }
    }

    private void write() {
        Duration pause = FIRST_PAUSE;
        boolean more = true;
        List<PendingBatch> group = List.of();
        while (more) {
            if (group.isEmpty()) {
                group = take();
            }
            try {
                begin(group);
                chain.connect();
                boolean last = group.isEmpty() && isClosed();
                long began = System.nanoTime();
                chain.write(group, last);
                lastWrite = System.nanoTime() - began;
                done(group);
                well();
                more = !last;
                group = List.of();
                pause = FIRST_PAUSE;
            } catch (SQLException
                    | RuntimeException
                    | Error e) { // were the scribe gone, whoever waits would wait for ever
                if (!(e instanceof SQLException) && !(e instanceof AuditException)) {
                    LOG.log(Level.SEVERE, "Recording failed for a reason that is no fault of the database", e);
                }
                failed(e);
                chain.disconnect();
                idle();
                more = waitABit(group, pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
        giveUp(group);
        chain.disconnect();
    }

    /** Waits for decisions, and takes what is there up to the size of a group; nothing at the end, or when something else is due. */
    private List<PendingBatch> take() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                AuditDatabase open = chain.database();
                long nanos = open == null ? 0 : settings.checkpointAfter().toNanos();
                if (open != null && chain.isUnsigned()) {
                    nanos = Math.min(nanos, ChainWriter.QUIET.toNanos());
                }
                if (open != null && open.isEndPending()) {
                    nanos = Math.min(nanos, TimeUnit.SECONDS.toNanos(1));
                }
                if (nanos <= 0 || work.awaitNanos(nanos) <= 0) {
                    return List.of();
                }
            }
            gather();
            List<PendingBatch> group = new ArrayList<>();
            long bytes = 0;
            while (!waiting.isEmpty()
                    && (group.isEmpty() || bytes + waiting.getFirst().size() <= GROUP_BYTES)) {
                PendingBatch batch = waiting.removeFirst();
                bytes += batch.size();
                group.add(batch);
            }
            return group;
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the scribe", e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits a little for more, since one write for many costs little more than one for each: where callers wait for their
     * decisions, until as many have come as came together lately, and no longer than a write takes.
     */
    private void gather() throws InterruptedException {
        boolean leisure = settings.whenFull() == WhenFull.NEVER_BLOCK;
        wanted = leisure ? Integer.MAX_VALUE : together;
        long left = leisure ? AT_LEISURE.toNanos() : Math.min(lastWrite, IN_HASTE.toNanos());
        while (!closed && !isEnough() && left > 0) {
            left = work.awaitNanos(left);
        }
        wanted = 1;
        together = Math.max(waiting.size(), together * 7 / 8);
    }

    private boolean isEnough() {
        return waiting.size() >= wanted || waitingBytes >= Math.min(ENOUGH_BYTES, settings.roomBytes() / 4);
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private void begin(List<PendingBatch> group) {
        lock.lock();
        try {
            underWay = group;
            underWaySince = System.nanoTime();
        } finally {
            lock.unlock();
        }
    }

    private void idle() {
        lock.lock();
        try {
            underWaySince = 0;
        } finally {
            lock.unlock();
        }
    }

    private void done(List<PendingBatch> group) {
        lock.lock();
        try {
            underWay = List.of();
            underWaySince = 0;
            for (PendingBatch batch : group) {
                waitingBytes -= batch.size();
                recorded.addAndGet(batch.claim() ? batch.count() : 0);
            }
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void watch() {
        long tick = Math.max(10, Math.min(250, settings.patience().toMillis() / 4));
        Future<?> unused = watcher.scheduleWithFixedDelay(this::look, tick, tick, TimeUnit.MILLISECONDS);
    }

    /** Lets go whoever has waited long enough, whatever the database does, and looks whether it still writes where it should. */
    private void look() {
        try {
            letGo();
            String now = chain.misplaced();
            if (now != null) {
                troubled(now);
            } else if (misplaced != null && misplaced.equals(trouble)) {
                well();
            }
            misplaced = now;
        } catch (RuntimeException | OutOfMemoryError e) { // callers wait for the next look
            LOG.log(Level.SEVERE, "Could not check whether the audit log answers", e);
        }
    }

    private void letGo() {
        long patience = settings.patience().toNanos();
        List<PendingBatch> late = new ArrayList<>();
        boolean stuck;
        lock.lock();
        try {
            stuck = chain.database() != null && underWaySince != 0 && System.nanoTime() - underWaySince > patience;
            if (settings.whenFull() == WhenFull.NEVER_LOSE) {
                underWay.stream().filter(batch -> batch.waited() > patience).forEach(late::add);
                while (!waiting.isEmpty() && waiting.getFirst().waited() > patience) {
                    PendingBatch batch = waiting.removeFirst();
                    waitingBytes -= batch.size();
                    late.add(batch);
                }
                room.signalAll();
            }
        } finally {
            lock.unlock();
        }
        if (stuck) {
            troubled("The audit log at " + address
                    + " does not answer: what is being written is not done after "
                    + settings.patience().toMillis() + " ms. Look at the load and the locks of the database, and at the"
                    + " disk.");
        }
        late.forEach(PendingBatch::refuse);
    }

    private void failed(Throwable e) {
        failedWrites.incrementAndGet();
        troubled(sentence(e));
    }

    private synchronized void troubled(String sentence) {
        if (!sentence.equals(trouble)) {
            trouble = sentence;
            LOG.severe(sentence
                    + (settings.whenFull() == WhenFull.NEVER_LOSE
                            ? " Checks are refused until it can."
                            : " Checks go on; decisions are dropped when there is no more room for them."));
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

    private synchronized void well() {
        if (trouble != null) {
            trouble = null;
            LOG.info("The audit log at " + address + " can be written again.");
        }
    }

    /** Pauses before the next attempt, and lets those go who have waited long enough; false when it is time to give up. */
    private boolean waitABit(List<PendingBatch> group, Duration pause) {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (left > 0) {
                if (closed && System.nanoTime() - closedAt > LAST_PATIENCE.toNanos()) {
                    return false;
                }
                long step = Math.min(left, TimeUnit.MILLISECONDS.toNanos(50));
                long over = work.awaitNanos(step);
                left -= step - Math.max(0, over);
                if (waiting.isEmpty() && group.isEmpty() && closed) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the scribe", e);
        } finally {
            lock.unlock();
        }
    }

    private void giveUp(List<PendingBatch> group) {
        List<PendingBatch> lost = new ArrayList<>(group);
        lock.lock();
        try {
            lost.addAll(group.isEmpty() ? underWay : List.of());
            lost.addAll(waiting);
            waiting.clear();
        } finally {
            lock.unlock();
        }
        lost.removeIf(batch -> !batch.isOpen());
        long decisions = lost.stream().mapToLong(PendingBatch::count).sum();
        if (decisions > 0) {
            dropped.addAndGet(decisions);
            LOG.severe(decisions + " decisions could not be recorded before the end. "
                    + (settings.whenFull() == WhenFull.NEVER_LOSE ? "None of their checks was answered." : ""));
            lost.forEach(PendingBatch::refuse);
        }
    }
}
