package org.noteworthy.playbooks.language.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text is found in another as the platform finds it, and within the time that there is. */
class TextSearchTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 20200325})
    void findsWhatThePlatformFinds(long seed) {
        Random random = new Random(seed);
        String text = some(random, 4_000);
        int found = 0;
        for (int i = 0; i < 3_000; i++) {
            String part = random.nextBoolean()
                    ? some(random, random.nextInt(60))
                    : text.substring(random.nextInt(1_000), 1_000 + random.nextInt(3_000))
                            + some(random, random.nextInt(2));
            assertThat(TextSearch.contains(text, part)).as("<%s> in it", part).isEqualTo(text.contains(part));
            found += text.contains(part) ? 1 : 0;
        }
        assertThat(found).isBetween(500, 2_500);
    }

    @Test
    void nothingStandsInNothing() {
        assertThat(TextSearch.contains(null, "a")).isFalse();
        assertThat(TextSearch.contains("a", null)).isFalse();
        assertThat(TextSearch.contains("a", "")).isTrue();
    }

    @Test
    void breaksOffWhenItsTimeIsOver() {
        String text = "a".repeat(1 << 26);
        String part = "a".repeat(1 << 25) + "b";
        assertThat(TextSearch.contains(text, "b")).isFalse(); // so that all is loaded before the time runs
        Deadline soon = Deadline.within(Duration.ofMillis(20));
        try {
            assertThatThrownBy(() -> TextSearch.contains(text, part)).isInstanceOf(DeadlinePassedException.class);
        } finally {
            soon.close();
        }
    }

    private static String some(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("aab".charAt(random.nextInt(3)));
        }
        return text.toString();
    }
}
