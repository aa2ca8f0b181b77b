package org.noteworthy.audit.log;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.noteworthy.audit.AuditSettings;
import org.noteworthy.audit.WhenFull;

/**
 * The batches that wait to be written, up to a size in memory: added by any thread, taken in groups by the one that writes.
 * Knows nothing of a database.
 */
final class WriteQueue {
    private static final int GROUP_BYTES = 4 << 20;

    /** So much is worth a write, whatever else may come. */
    private static final long ENOUGH_BYTES = 1 << 20;

    /** How long a group is gathered where nobody waits for the disk. */
    private static final Duration LONGEST_GATHERING = Duration.ofMillis(50);

    /** How long at most where somebody does. */
    private static final Duration LONGEST_GATHERING_AWAITED = Duration.ofMillis(5);

    /** How long writing is tried after the queue was closed. */
    static final Duration LAST_PATIENCE = Duration.ofSeconds(5);

    private final AuditSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Deque<PendingBatch> waiting = new ArrayDeque<>();
    private List<PendingBatch> underWay = List.of();
    private long underWaySince;
    private long bytes;
    private long recorded;
    private int wanted = 1;
    private int lastTogether;
    private long lastWriteNanos;
    private boolean closed;
    private long closedAt;

    WriteQueue(AuditSettings settings) {
        this.settings = settings;
    }

    /** Adds a batch; false where there is no room, or the queue is closed. */
    boolean add(PendingBatch batch) {
        return add(batch, 0);
    }

    /** The same, and waits so long for room. */
    boolean add(PendingBatch batch, long patienceNanos) {
        lock.lock();
        try {
            long left = patienceNanos;
            while (!hasRoom(batch) && left > 0) {
                left = room.awaitNanos(left);
            }
            if (!hasRoom(batch)) {
                return false;
            }
            bytes += batch.size();
            waiting.addLast(batch);
            if (isEnough()) {
                work.signal();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRoom(PendingBatch batch) {
        return !closed && (bytes == 0 || bytes + batch.size() <= settings.roomBytes());
    }

    /**
     * Waits for batches, and takes what is there up to the size of a group; nothing at the end, or when that time is over.
     * What is taken is under way from now on.
     */
    List<PendingBatch> take(LongSupplier idleNanos) {
        lock.lock();
        try {
            List<PendingBatch> group = new ArrayList<>();
            if (awaitBatches(idleNanos)) {
                gather();
                long size = 0;
                while (!waiting.isEmpty()
                        && (group.isEmpty() || size + waiting.getFirst().size() <= GROUP_BYTES)) {
                    PendingBatch batch = waiting.removeFirst();
                    size += batch.size();
                    group.add(batch);
                }
            }
            underWay = group;
            return group;
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the thread that writes", e);
        } finally {
            lock.unlock();
        }
    }

    /** False when the time is over. */
    private boolean awaitBatches(LongSupplier idleNanos) throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            long nanos = idleNanos.getAsLong();
            if (nanos <= 0 || work.awaitNanos(nanos) <= 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Waits a little for more, since one write for many costs little more than one for each: where callers wait for their
     * decisions, until as many have come as came together lately, and no longer than a write takes.
     */
    private void gather() throws InterruptedException {
        boolean awaited = settings.whenFull() == WhenFull.NEVER_LOSE;
        wanted = awaited ? lastTogether : Integer.MAX_VALUE;
        long left =
                awaited ? Math.min(lastWriteNanos, LONGEST_GATHERING_AWAITED.toNanos()) : LONGEST_GATHERING.toNanos();
        while (!closed && !isEnough() && left > 0) {
            left = work.awaitNanos(left);
        }
        wanted = 1;
        lastTogether = Math.max(waiting.size(), lastTogether * 7 / 8);
    }

    private boolean isEnough() {
        return waiting.size() >= wanted || bytes >= Math.min(ENOUGH_BYTES, settings.roomBytes() / 4);
    }

    /** What was taken is being written. */
    void started() {
        lock.lock();
        try {
            underWaySince = System.nanoTime();
        } finally {
            lock.unlock();
        }
    }

    /** What was taken could not be written, and will be tried again. */
    void failed() {
        lock.lock();
        try {
            underWaySince = 0;
        } finally {
            lock.unlock();
        }
    }

    /** What was taken is on the disk, after so long. */
    void done(long writeNanos) {
        lock.lock();
        try {
            lastWriteNanos = writeNanos;
            for (PendingBatch batch : underWay) {
                bytes -= batch.size();
                recorded += batch.claim() ? batch.count() : 0;
            }
            underWay = List.of();
            underWaySince = 0;
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether something has been being written for longer than that. */
    boolean isStuck(long patienceNanos) {
        lock.lock();
        try {
            return underWaySince != 0 && System.nanoTime() - underWaySince > patienceNanos;
        } finally {
            lock.unlock();
        }
    }

    /** The batches that have waited longer than that; those not being written are removed. */
    List<PendingBatch> overdue(long patienceNanos) {
        List<PendingBatch> overdue = new ArrayList<>();
        lock.lock();
        try {
            underWay.stream().filter(batch -> batch.waited() > patienceNanos).forEach(overdue::add);
            while (!waiting.isEmpty() && waiting.getFirst().waited() > patienceNanos) {
                PendingBatch batch = waiting.removeFirst();
                bytes -= batch.size();
                overdue.add(batch);
            }
            room.signalAll();
            return overdue;
        } finally {
            lock.unlock();
        }
    }

    /** Pauses before the next attempt; false when it is time to give up. */
    boolean pause(Duration pause) {
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
                if (waiting.isEmpty() && underWay.isEmpty() && closed) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the thread that writes", e);
        } finally {
            lock.unlock();
        }
    }

    /** Removes all that is not written yet, and hands it back. */
    List<PendingBatch> abandon() {
        lock.lock();
        try {
            List<PendingBatch> abandoned = new ArrayList<>(underWay);
            abandoned.addAll(waiting);
            waiting.clear();
            return abandoned;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more batches. */
    void close() {
        lock.lock();
        try {
            closed = true;
            closedAt = System.nanoTime();
            work.signalAll();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether it is closed and nothing waits any more. */
    boolean isFinished() {
        lock.lock();
        try {
            return closed && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Memory that is taken by what is not written yet. */
    long bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }

    /** How many decisions were written. */
    long recorded() {
        lock.lock();
        try {
            return recorded;
        } finally {
            lock.unlock();
        }
    }
}
