package org.noteworthy.api.file;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.BatchBody;
import org.noteworthy.checking.outcome.Problem;

/** How long a call with a file goes on: to its end, unless its caller leaves, its time is over or the service stops. */
final class Lasting {
    private final Duration time;
    private final long begun = System.nanoTime();
    private volatile boolean gone;
    private volatile boolean stopping;
    private @Nullable BatchBody body;

    Lasting(Duration time) {
        this.time = time;
    }

    /** The body that is being read, which ends when this does; null once it was. */
    synchronized void reads(@Nullable BatchBody reading) {
        body = reading;
        if (reading != null && isOver()) {
            reading.cut();
        }
    }

    /** Nobody is there to take the answer. */
    void callerIsGone() {
        gone = true;
        cut();
    }

    /** The service has to end. */
    void stop() {
        stopping = true;
        cut();
    }

    /** Ends the body, where that is still being read. */
    synchronized void cut() {
        if (body != null) {
            body.cut();
        }
    }

    /** Whether it is not to go on. */
    boolean isOver() {
        return gone || reason().isPresent();
    }

    /** Whether nobody is there to take the answer. */
    boolean isGone() {
        return gone;
    }

    /** Why it is not to go on, for whoever is there to read it. */
    Optional<Problem> reason() {
        if (stopping) {
            return Optional.of(Problem.of(
                    503,
                    "Stopping",
                    "The service is stopping and reads this file no further. Send what is not answered again in a"
                            + " moment."));
        }
        return System.nanoTime() - begun > time.toNanos()
                ? Optional.of(Problem.of(
                        503,
                        "Out of time",
                        "A file has " + time.toSeconds()
                                + " seconds to come and to be checked, and they are over. What is not answered was not"
                                + " judged; send it in parts."))
                : Optional.empty();
    }
}
