package org.noteworthy.playbooks.language.pattern;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Until when a thread may go on with what it judges. Nothing interrupts a rule from outside: whatever may take long looks
 * at the deadline of its thread now and then, and breaks off by itself.
 *
 * <p>A deadline belongs to the thread that sets it, from {@link #within} until it is closed; one inside another never
 * lasts longer than the outer one.
 */
public final class Deadline implements AutoCloseable {
    private static final ThreadLocal<@Nullable Deadline> OF_THREAD = new ThreadLocal<>();

    private final @Nullable Deadline outer;
    private final long end;
    private final boolean late;

    private Deadline(@Nullable Deadline outer, long now, long end) {
        this.outer = outer;
        this.end = outer != null && outer.end - end < 0 ? outer.end : end;
        late = this.end - now <= 0;
    }

    /** Gives the running thread that much time, unless it has less anyway. */
    public static Deadline within(Duration time) {
        long now = System.nanoTime();
        Deadline deadline = new Deadline(OF_THREAD.get(), now, now + time.toNanos());
        OF_THREAD.set(deadline);
        return deadline;
    }

    /** Whether the time of the running thread is over; a thread without a deadline has all the time. */
    public static boolean isOver() {
        Deadline deadline = OF_THREAD.get();
        return deadline != null && deadline.end - System.nanoTime() <= 0;
    }

    /** Breaks off where the time of the running thread is over. */
    public static void look() {
        if (isOver()) {
            throw new DeadlinePassedException();
        }
    }

    /** Breaks off likewise; else true of any fact, so that a rule can have it for a condition. */
    public static boolean allows(Object fact) {
        look();
        return fact != null;
    }

    /** Whether there was no time left when it was set. */
    public boolean isLate() {
        return late;
    }

    /** The time that is left of it, or none. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    @Override
    public void close() {
        OF_THREAD.set(outer);
    }
}
