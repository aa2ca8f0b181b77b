package org.noteworthy.checking;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work done on several threads whose results are handed on in the order in which it was given out, each as soon as it is
 * there, with a bounded amount of it under way. The work is given out by one thread.
 *
 * @param <R> what comes of one piece of work
 */
public final class InOrder<R> implements AutoCloseable {
    private static final int UNDER_WAY = 4 * Runtime.getRuntime().availableProcessors() + 8;

    private final ExecutorService workers;
    private final Consumer<R> results;
    private final Semaphore room = new Semaphore(UNDER_WAY);
    private final BlockingQueue<Optional<Future<R>>> given = new LinkedBlockingQueue<>();
    private @Nullable Thread handing;
    private volatile @Nullable RuntimeException failure;

    /** {@code results} runs on a thread of its own, for one result at a time. */
    public InOrder(ExecutorService workers, Consumer<R> results) {
        this.workers = workers;
        this.results = results;
    }

    /** Gives out a piece of work, and waits where there is enough under way; fails as an earlier piece has failed. */
    public void give(Supplier<R> work) {
        try {
            room.acquire();
        } catch (InterruptedException e) {
            throw interrupted();
        }
        throwFailure();
        given.add(Optional.of(workers.submit(work::get)));
        if (handing == null) {
            handing = new Thread(this::handOn, "results");
            handing.setDaemon(true);
            handing.start();
        }
    }

    /** Whether nothing is under way; fails as a piece of work has failed. */
    boolean isIdle() {
        throwFailure();
        return room.availablePermits() == UNDER_WAY;
    }

    /** Returns when everything that was under way has been handed on; fails as a piece of it has failed. */
    public void finish() {
        given.add(Optional.empty());
        end();
        throwFailure();
    }

    /** Prunes what is under way. */
    @Override
    public void close() {
        if (handing != null) {
            handing.interrupt();
        }
        end();
    }

    private void end() {
        try {
            if (handing != null) {
                handing.join();
                handing = null;
            }
            given.clear();
        } catch (InterruptedException e) {
            handing.interrupt();
            throw interrupted();
        }
    }

    private void handOn() {
        try {
            for (Optional<Future<R>> next = given.take(); next.isPresent(); next = given.take()) {
                results.accept(next.get().get());
                room.release();
            }
        } catch (ExecutionException e) {
            fail(e.getCause());
        } catch (InterruptedException | RuntimeException | Error e) {
            fail(e);
        }
    }

    private void fail(@Nullable Throwable cause) {
        failure = cause instanceof RuntimeException known ? known : new IllegalStateException("Checking failed", cause);
        room.release(UNDER_WAY); // nobody waits for what is not handed on any more
    }

    private void throwFailure() {
        RuntimeException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }

    private static IllegalStateException interrupted() {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Checking was interrupted");
    }
}
