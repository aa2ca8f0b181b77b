package org.noteworthy.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.noteworthy.checking.outcome.Entries;
import org.noteworthy.checking.outcome.Entry;

/**
 * Works through a stream of entries on all cores and hands the results on in their order, with a bounded number of them
 * under way: however long the input is, the memory is the same.
 *
 * @param <R> what comes of one batch of entries
 */
public final class Pipeline<R> {
    private static final int BATCH = 200;

    /** So few entries are done before another thread has awoken. */
    private static final int FEW = 8;

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final Function<List<Entry>, R> work;
    private final Consumer<R> results;
    private final InOrder<R> underWay;

    /** {@code work} runs on the workers, {@code results} on a thread of its own, for one result at a time. */
    public Pipeline(ExecutorService workers, Function<List<Entry>, R> work, Consumer<R> results) {
        this.work = work;
        this.results = results;
        underWay = new InOrder<>(workers, results);
    }

    /** As many threads as there are cores, for pipelines to share. */
    public static ExecutorService workers() {
        return Executors.newFixedThreadPool(CORES, task -> {
            Thread thread = new Thread(task, "checking");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Works through all entries; when it returns, or throws because the input breaks off, every result was handed on.
     * Whoever sends one entry at a time and waits for its result gets it: nothing is held back while the input pauses.
     */
    public void run(Entries entries) {
        try {
            while (entries.hasNext()) {
                List<Entry> batch = new ArrayList<>(BATCH);
                try {
                    do {
                        batch.add(entries.next());
                    } while (batch.size() < BATCH && entries.isReady() && entries.hasNext());
                } finally {
                    submit(batch);
                }
            }
        } finally {
            underWay.finish();
        }
    }

    private void submit(List<Entry> batch) {
        if (batch.isEmpty()) {
            return;
        }
        if (batch.size() <= FEW && underWay.isIdle()) {
            results.accept(work.apply(batch));
        } else {
            underWay.give(() -> work.apply(batch));
        }
    }
}
