package org.noteworthy.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.noteworthy.checking.Entry;
import org.noteworthy.checking.Result;
import org.noteworthy.checking.Reviewer;

/**
 * Judges a stream of entries on all cores and hands the results on in their order, with a bounded number of them under
 * way: however long the input is, the memory is the same.
 */
final class Pipeline implements AutoCloseable {
    private static final int BATCH = 200;

    private final Reviewer reviewer;
    private final Consumer<Result> results;
    private final int underWay;
    private final ExecutorService workers;
    private final Deque<Future<List<Result>>> pending = new ArrayDeque<>();

    Pipeline(Reviewer reviewer, Consumer<Result> results) {
        this.reviewer = reviewer;
        this.results = results;
        int cores = Runtime.getRuntime().availableProcessors();
        underWay = 2 * cores + 2;
        workers = Executors.newFixedThreadPool(cores, task -> {
            Thread thread = new Thread(task, "checking");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Judges all entries; when it returns, or throws because the input breaks off, every result was handed on. */
    void run(Iterator<Entry> entries) {
        try {
            while (entries.hasNext()) {
                List<Entry> batch = new ArrayList<>(BATCH);
                try {
                    while (batch.size() < BATCH && entries.hasNext()) {
                        batch.add(entries.next());
                    }
                } finally {
                    submit(batch);
                }
            }
        } finally {
            while (!pending.isEmpty()) {
                handOn();
            }
        }
    }

    private void submit(List<Entry> batch) {
        if (batch.size() < BATCH && pending.isEmpty()) {
            reviewer.review(batch).forEach(results);
            return;
        }
        while (pending.size() >= underWay) {
            handOn();
        }
        pending.addLast(workers.submit(() -> reviewer.review(batch)));
    }

    private void handOn() {
        try {
            pending.removeFirst().get().forEach(results);
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

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
