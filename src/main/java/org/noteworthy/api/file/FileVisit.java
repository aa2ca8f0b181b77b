package org.noteworthy.api.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jboss.logging.Logger;

/** One call with a file, from its first byte until it was answered: what it holds is given back once, however it ends. */
final class FileVisit implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("noteworthy.files");

    private final Lasting lasting;
    private final long most;
    private final Deque<Runnable> giveBack = new ArrayDeque<>();
    private boolean answering;
    private boolean over;

    FileVisit(Lasting lasting, long most) {
        this.lasting = lasting;
        this.most = most;
    }

    /** How long it goes on. */
    Lasting lasting() {
        return lasting;
    }

    /** Takes the body into a file, which is there until the end. */
    Path take(InputStream body) throws IOException {
        Path file = Upload.take(body, most, lasting);
        untilTheEnd(() -> delete(file));
        return file;
    }

    /** Does something at the end; at once where that is over. */
    void untilTheEnd(Runnable givingBack) {
        synchronized (this) {
            if (!over) {
                giveBack.push(givingBack);
                return;
            }
        }
        givingBack.run();
    }

    /** Begins to answer; from then on only whoever answers ends it. */
    synchronized void answers() throws IOException {
        if (over) {
            throw new IOException("whoever has sent the file is gone");
        }
        answering = true;
    }

    /** The call has ended, answered or not. */
    void callEnded() {
        lasting.callerIsGone();
        boolean nobodyElse;
        synchronized (this) {
            nobodyElse = !answering;
        }
        if (nobodyElse) {
            close();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        giveBack.forEach(Runnable::run);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf("A temporary file is left: %s", file);
        }
    }
}
