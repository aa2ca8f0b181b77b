package org.noteworthy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another thread does. */
public final class Await {
    private Await() {}

    /** Returns when that is so; fails if it is not after half a minute. */
    public static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("what is waited for").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
