package org.noteworthy.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Problem;

/** The body of a batch, or of a call with a file; it ends early where the service has to stop, also while it waits for its sender. */
public final class BatchBody extends FilterInputStream {
    private static final long NOT_WAITING = Long.MIN_VALUE;

    private @Nullable Thread reading;
    private boolean cut;
    private @Nullable Problem reason;
    private volatile long waitingSince = System.nanoTime();

    public BatchBody(InputStream body) {
        super(body);
    }

    /** Ends it, from any thread. */
    public void cut() {
        cut(null);
    }

    /** Ends it, from any thread, and tells why. */
    synchronized void cut(@Nullable Problem why) {
        reason = cut ? reason : why;
        cut = true;
        if (reading != null) {
            reading.interrupt();
        }
    }

    /** Whether it was ended before its sender did. */
    public synchronized boolean isCut() {
        return cut;
    }

    /** Why it was ended before its sender did, where that is known. */
    synchronized Optional<Problem> reason() {
        return Optional.ofNullable(reason);
    }

    /** From now on the next part of it is waited for that can be answered by itself. */
    void waits() {
        waitingSince = System.nanoTime();
    }

    /** That part is there. */
    void goesOn() {
        waitingSince = NOT_WAITING;
    }

    /** Whether its next part is overdue. */
    boolean waitsLongerThan(Duration time) {
        long since = waitingSince;
        return since != NOT_WAITING && System.nanoTime() - since > time.toNanos();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (!begins()) {
            return -1;
        }
        try {
            return super.read(bytes, offset, length);
        } catch (InterruptedIOException e) {
            if (isCut()) {
                return -1;
            }
            throw e;
        } finally {
            ends();
        }
    }

    private synchronized boolean begins() {
        reading = cut ? null : Thread.currentThread();
        return !cut;
    }

    private synchronized void ends() {
        reading = null;
        if (cut) {
            // What was read is judged and written by this thread.
            Thread.interrupted();
        }
    }
}
