package org.noteworthy.playbooks;

import java.time.Duration;

/**
 * When a task is due that is worth doing once, and not worth keeping anybody waiting: as soon as this process has little to
 * do, and at the latest after a while.
 */
final class IdleTask {
    /** Up to this share of one processor a process counts as idle. */
    private static final double IDLE = 0.1;

    private final String name;
    private final Duration window;
    private final long latest;
    private boolean started;
    private long began = System.nanoTime();
    private Duration used = processorTime();

    /** For a thread of that name; due once the process has been idle for that long, or when the latest time has passed. */
    IdleTask(String name, Duration window, Duration latest) {
        this.name = name;
        this.window = window;
        this.latest = began + latest.toNanos();
    }

    /** Starts the task where it is due and was not started yet; to be called every now and then, by one thread. */
    void look(Runnable task) {
        long now = System.nanoTime();
        if (started || now - latest < 0 && now - began < window.toNanos()) {
            return;
        }
        Duration spent = processorTime();
        if (now - latest >= 0 || spent.minus(used).toNanos() <= IDLE * (now - began)) {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.start();
            started = true;
        }
        used = spent;
        began = now;
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
