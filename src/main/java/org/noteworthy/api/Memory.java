package org.noteworthy.api;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.noteworthy.checking.outcome.Problem;

/** The memory that all calls together may hold, in bytes; a call gives back what it holds when it was answered. */
@ApplicationScoped
class Memory {
    /** A body is held as bytes, as text and as what was read from it, beside the answer; so an eighth of the heap. */
    private static final int SHARE = 8;

    private final AtomicLong held = new AtomicLong();
    private final long most;

    Memory(Settings settings) {
        most = settings.limits()
                .memory()
                .map(size -> size.asLongValue())
                .orElse(Runtime.getRuntime().maxMemory() / SHARE);
    }

    /** Holds so many bytes more for a call until it was answered, if there is room; a call alone always has it. */
    boolean hold(RoutingContext call, long bytes) {
        long before = held.getAndAdd(bytes);
        if (before > 0 && before + bytes > most) {
            held.addAndGet(-bytes);
            return false;
        }
        Held.by(call).untilTheEnd(() -> held.addAndGet(-bytes));
        return true;
    }

    static Problem full() {
        return Problem.of(
                503,
                "Too much at once",
                "The calls under way hold all the memory that there is for them. Try again in a moment.");
    }
}
