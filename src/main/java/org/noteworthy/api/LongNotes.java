package org.noteworthy.api;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.smallrye.mutiny.unchecked.UncheckedSupplier;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Problem;

/**
 * Where notes are judged that would hold up the thread by which they came: as many at once as there are processors, so that
 * each has the time that rules may take; a bounded number waits, and no further one is taken.
 */
@ApplicationScoped
class LongNotes {
    private static final Problem STOPPING = Stopping.problem("judges no further long note. Send this one");
    private static final Problem GONE = Problem.of(Answers.BUSY, "Gone", "Whoever sent this note is gone.");

    private final ThreadPoolExecutor threads;
    private final Stopping stopping;
    private final int most;

    LongNotes(Stopping stopping, Settings settings) {
        this.stopping = stopping;
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
    <T> CompletionStage<T> inTurn(RoutingContext call, UncheckedSupplier<CompletionStage<T>> judging) {
        Turn turn = new Turn();
        CompletableFuture<T> judged = Uni.createFrom()
                .completionStage(Unchecked.supplier(judging))
                .runSubscriptionOn(turn)
                .onFailure(RejectedExecutionException.class)
                .transform(full -> ProblemException.of(
                        Answers.BUSY,
                        "Too many long notes",
                        most
                                + " notes of more than 10 KiB are under way, the most at once. Try again in a moment, or send many"
                                + " notes to /v1/check/batch."))
                .subscribeAsCompletionStage();
        turn.judged = judged;
        Held.by(call).untilTheEnd(() -> turn.giveUp(GONE));
        return judged;
    }

    /** The place of one note among those that wait; given up when its caller is gone or the service ends. */
    private final class Turn implements Executor, Runnable {
        private volatile @Nullable Runnable waiting;
        private volatile @Nullable CompletableFuture<?> judged;

        @Override
        public void execute(Runnable task) {
            Runnable turn = () -> {
                stopping.over(this);
                task.run();
            };
            waiting = turn;
            stopping.lastly(this);
            try {
                threads.execute(turn);
            } catch (RejectedExecutionException full) {
                stopping.over(this);
                throw full;
            }
        }

        /** When the service ends. */
        @Override
        public void run() {
            giveUp(STOPPING);
        }

        private void giveUp(Problem problem) {
            Runnable turn = waiting;
            CompletableFuture<?> answer = judged;
            if (turn != null && answer != null && threads.remove(turn)) {
                stopping.over(this);
                answer.completeExceptionally(new ProblemException(problem));
            }
        }
    }
}
