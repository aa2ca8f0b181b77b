package org.noteworthy.playbooks.language.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Deadlines hold for their thread, inside one another, until they are closed. */
class DeadlineTest {
    private static final Duration AGES = Duration.ofDays(1);

    @Test
    void whoHasNoDeadlineHasAllTheTime() {
        assertThatCode(Deadline::look).doesNotThrowAnyException();
    }

    @Test
    void onePassesAndIsGoneWhenItIsClosed() {
        try (Deadline none = Deadline.within(Duration.ZERO)) {
            assertThat(none.left()).isZero();
            assertThatThrownBy(Deadline::look).isInstanceOf(DeadlinePassedException.class);
        }
        assertThatCode(Deadline::look).doesNotThrowAnyException();
    }

    @Test
    void oneInsideAnotherLastsNoLongerThanThat() {
        try (Deadline none = Deadline.within(Duration.ZERO);
                Deadline inside = Deadline.within(AGES)) {
            assertThat(inside.left()).isEqualTo(none.left());
            assertThatThrownBy(Deadline::look).isInstanceOf(DeadlinePassedException.class);
        }
    }

    @Test
    void theOuterOneHoldsAgainAfterTheInnerOne() {
        try (Deadline ages = Deadline.within(AGES)) {
            try (Deadline none = Deadline.within(Duration.ZERO)) {
                assertThat(none.left()).isZero();
                assertThatThrownBy(Deadline::look).isInstanceOf(DeadlinePassedException.class);
            }
            assertThat(ages.left()).isPositive();
            assertThatCode(Deadline::look).doesNotThrowAnyException();
        }
    }

    @Test
    void oneOfAnotherThreadDoesNotConcernThisOne() throws InterruptedException {
        try (Deadline none = Deadline.within(Duration.ZERO)) {
            assertThat(none.left()).isZero();
            Thread other = new Thread(Deadline::look);
            StringBuilder failures = new StringBuilder();
            other.setUncaughtExceptionHandler((thread, failure) -> failures.append(failure));
            other.start();
            other.join();
            assertThat(failures).isEmpty();
        }
    }

    @Test
    void itIsKnownBehindWhateverWrapsIt() {
        RuntimeException passed = new IllegalStateException(new IllegalStateException(new DeadlinePassedException()));
        assertThat(DeadlinePassedException.isBehind(passed)).isTrue();
        assertThat(DeadlinePassedException.isBehind(new IllegalStateException()))
                .isFalse();
    }
}
