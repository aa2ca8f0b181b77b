package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work that many ask for is done once for all of them, and never two things at once. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OneAtATimeTest {
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void whatIsUnderWayIsSharedAndAnotherWaitsItsTurn() {
        CompletableFuture<Void> go = new CompletableFuture<>();
        try (OneAtATime<Integer> work = new OneAtATime<>("work")) {
            CompletableFuture<Integer> first = work.ask("a", () -> {
                go.join();
                return done.incrementAndGet();
            });
            CompletableFuture<Integer> other = work.ask("b", done::incrementAndGet);
            CompletableFuture<Integer> same = work.ask("a", done::incrementAndGet);
            CompletableFuture<Integer> sameOther = work.ask("b", done::incrementAndGet);
            assertThat(done).hasValue(0);
            go.complete(null);
            assertThat(first.join()).isEqualTo(1);
            assertThat(same.join()).isEqualTo(1);
            assertThat(other.join()).isEqualTo(2);
            assertThat(sameOther.join()).isEqualTo(2);
            assertThat(work.ask("a", done::incrementAndGet).join())
                    .as("asked anew")
                    .isEqualTo(3);
        }
    }

    @Test
    void whatFailedIsToldToAllAndDoneAnew() {
        try (OneAtATime<Integer> work = new OneAtATime<>("work")) {
            CompletableFuture<Integer> failing = work.ask("a", () -> {
                throw new IllegalStateException("no");
            });
            assertThat(failing).failsWithin(30, TimeUnit.SECONDS);
            assertThat(work.ask("a", done::incrementAndGet).join()).isEqualTo(1);
        }
    }
}
