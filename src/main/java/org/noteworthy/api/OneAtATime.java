package org.noteworthy.api;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Costly work, done one after the other on one thread, however many callers ask for it: whoever asks for what is under way
 * or waits its turn shares it. Nobody's thread is kept waiting.
 */
final class OneAtATime<T> implements AutoCloseable {
    private final ExecutorService runner;
    private final Map<String, CompletableFuture<T>> asked = new HashMap<>();

    /** Work on a thread of that name. */
    OneAtATime(String name) {
        runner = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What comes of that work; the same key is the same work. */
    CompletableFuture<T> ask(String key, Supplier<T> work) {
        synchronized (asked) {
            CompletableFuture<T> underWay = asked.get(key);
            if (underWay != null) {
                return underWay;
            }
            CompletableFuture<T> fresh = CompletableFuture.supplyAsync(() -> done(key, work), runner);
            asked.put(key, fresh);
            return fresh;
        }
    }

    /** Whoever asks after it is done asks anew. */
    private T done(String key, Supplier<T> work) {
        try {
            return work.get();
        } finally {
            synchronized (asked) {
                asked.remove(key);
            }
        }
    }

    /** Begins nothing more. */
    @Override
    public void close() {
        runner.shutdownNow();
    }
}
