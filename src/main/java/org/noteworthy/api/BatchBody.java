package org.noteworthy.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/** The body of a batch, or of a call with a file; it ends early where the service has to stop, also while it waits for its sender. */
public final class BatchBody extends FilterInputStream {
    private @Nullable Thread reading;
    private boolean cut;

    public BatchBody(InputStream body) {
        super(body);
    }

    /** Ends it, from any thread. */
    public synchronized void cut() {
        cut = true;
        if (reading != null) {
            reading.interrupt();
        }
    }

    /** Whether it was ended before its sender did. */
    public synchronized boolean isCut() {
        return cut;
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
