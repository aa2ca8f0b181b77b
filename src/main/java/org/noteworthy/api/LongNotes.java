package org.noteworthy.api;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.smallrye.mutiny.unchecked.UncheckedSupplier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where notes are judged that would hold up the thread by which they came: as many at once as there are processors, so that
 * each has the time that rules may take; a bounded number waits, and no further one is taken.
 */
@ApplicationScoped
class LongNotes {
    private final ThreadPoolExecutor threads;
    private final int most;

    LongNotes(Settings settings) {
        most = settings.limits().longNotes();
        int atOnce = Math.max(1, Math.min(most, Runtime.getRuntime().availableProcessors()));
        threads = new ThreadPoolExecutor(
                atOnce, atOnce, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(Math.max(1, most - atOnce)), task -> {
                    Thread thread = new Thread(task, "long-notes");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    void close(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }

    /** What comes of a note, once it was its turn; refused where too many wait. */
    <T> CompletionStage<T> inTurn(UncheckedSupplier<CompletionStage<T>> judging) {
        return Uni.createFrom()
                .completionStage(Unchecked.supplier(judging))
                .runSubscriptionOn(threads)
                .onFailure(RejectedExecutionException.class)
                .transform(full -> ProblemException.of(
                        Answers.BUSY,
                        "Too many long notes",
                        most
                                + " notes of more than 10 KiB are under way, the most at once. Try again in a moment, or send many"
                                + " notes to /v1/check/batch."))
                .subscribeAsCompletionStage();
    }
}
