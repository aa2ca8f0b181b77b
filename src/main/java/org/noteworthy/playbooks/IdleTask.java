package org.noteworthy.playbooks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A task that is worth doing once, and not worth keeping anybody waiting: it runs when this process has little to do. */
final class IdleTask {
    /** Up to this share of one processor a process counts as idle. */
    private static final double IDLE = 0.1;

    private final Duration window;
    private @Nullable Thread thread;
    private long began = System.nanoTime();
    private Duration used = processorTime();

    /** Waits until the process has been idle for that long; zero waits for nothing. */
    IdleTask(Runnable task, String name, Duration window) {
        this.window = window;
        thread = new Thread(task, name);
        thread.setDaemon(true);
    }

    /** Starts the task where the time for it has come; to be called every now and then, by one thread. */
    void look() {
        long elapsed = System.nanoTime() - began;
        if (thread == null || elapsed < window.toNanos()) {
            return;
        }
        Duration now = processorTime();
        if (window.isZero() || now.minus(used).toNanos() <= IDLE * elapsed) {
            thread.start();
            thread = null;
        }
        used = now;
        began = System.nanoTime();
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
