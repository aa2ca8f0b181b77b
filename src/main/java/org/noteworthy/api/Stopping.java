package org.noteworthy.api;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.noteworthy.checking.outcome.Problem;

/** When the process is asked to end: no call is begun any more, and what is under way has a while and is then ended. */
@Startup
@ApplicationScoped
public class Stopping {
    /** Half of the time that the platform gives calls under way when it ends. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration STEP = Duration.ofMillis(20);

    private final Set<Runnable> endings = ConcurrentHashMap.newKeySet();
    private volatile boolean begun;
    private volatile boolean over;

    Stopping() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "last-calls"));
    }

    /** Whether the process was asked to end. */
    boolean begun() {
        return begun;
    }

    /** Has something ended that would go on, unless it is {@link #over} by then. */
    public void lastly(Runnable ending) {
        endings.add(ending);
        if (over) {
            ending.run();
        }
    }

    /** What was to be ended has come to its end by itself. */
    public void over(Runnable ending) {
        endings.remove(ending);
    }

    /** What a caller is told whose call is ended, or not begun. */
    static Problem problem(String what) {
        return Problem.of(Answers.BUSY, "Stopping", "The service is stopping and " + what + " again in a moment.");
    }

    private void stop() {
        begun = true;
        long deadline = System.nanoTime() + GRACE.toNanos();
        while (!endings.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(STEP.toNanos());
        }
        over = true;
        endings.forEach(Runnable::run);
    }
}
