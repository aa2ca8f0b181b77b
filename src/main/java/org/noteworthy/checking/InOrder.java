package org.noteworthy.checking;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Work done on several threads whose results are handed on in the order in which it was given out, with a bounded amount
 * of it under way. For use by one thread.
 *
 * @param <R> what comes of one piece of work
 */
public final class InOrder<R> {
    private static final int UNDER_WAY = 2 * Runtime.getRuntime().availableProcessors() + 2;

    private final ExecutorService workers;
    private final Consumer<R> results;
    private final Deque<Future<R>> pending = new ArrayDeque<>();

    /** {@code results} runs on the thread that gives out the work. */
    public InOrder(ExecutorService workers, Consumer<R> results) {
        this.workers = workers;
        this.results = results;
    }

    /** Gives out a piece of work, and waits where there is enough under way. */
    public void give(Supplier<R> work) {
        while (pending.size() >= UNDER_WAY) {
            handOn();
        }
        pending.addLast(workers.submit(work::get));
    }

    /** Whether nothing is under way. */
    boolean isIdle() {
        return pending.isEmpty();
    }

    /** Hands on everything that is under way. */
    public void finish() {
        while (!pending.isEmpty()) {
            handOn();
        }
    }

    private void handOn() {
        try {
            results.accept(pending.removeFirst().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Checking was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("Checking failed", e.getCause());
        }
    }
}
