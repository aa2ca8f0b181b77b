package org.noteworthy.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever fails again and again waits, and nobody else. */
class FailedSignInsTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final FailedSignIns failures = new FailedSignIns(3, Duration.ofSeconds(6), 100);

    @ParameterizedTest
    @ValueSource(longs = {0, 77, Long.MAX_VALUE - 5, Long.MIN_VALUE})
    void anAddressMayFailSomeTimesAndThenWaits(long now) {
        for (int i = 0; i < 3; i++) {
            assertThat(failures.wait("a", now)).isZero();
            failures.failed("a", now);
        }
        assertThat(failures.wait("a", now)).isEqualTo(Duration.ofSeconds(6));
        assertThat(failures.wait("b", now)).isZero();
        assertThat(failures.wait("a", now + 4 * SECOND)).isEqualTo(Duration.ofSeconds(2));
        assertThat(failures.wait("a", now + 6 * SECOND)).isZero();
        failures.failed("a", now + 6 * SECOND);
        assertThat(failures.wait("a", now + 6 * SECOND)).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void allIsForgottenAfterAWhile() {
        for (int i = 0; i < 3; i++) {
            failures.failed("a", 0);
        }
        assertThat(failures.wait("a", 18 * SECOND)).isZero();
        assertThat(failures.remembered()).isZero();
    }

    @Test
    void aBoundedNumberIsRemembered() {
        for (int i = 0; i < 10_000; i++) {
            failures.failed("a" + i, i);
        }
        assertThat(failures.remembered()).isEqualTo(100);
    }
}
