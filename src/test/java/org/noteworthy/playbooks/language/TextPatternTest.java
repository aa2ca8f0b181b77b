package org.noteworthy.playbooks.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pattern in a rule matches, which patterns are refused and how, and that none can make a rule run away. */
class TextPatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "On track ~ On track ~ true",
                "On track ~ On ~ false",
                "On track ~ On.* ~ true",
                "ON TRACK ~ (?i)on track ~ true",
                "'' ~ .* ~ true",
                "Insight 2925 ~ Insight \\d+ ~ true",
                "grün ~ gr\\p{L}n ~ true",
                "🙂 ~ . ~ true",
            })
    void theWholeTextIsHeldAgainstThePattern(String text, String pattern, boolean matches) {
        assertThat(TextPattern.matches(text, pattern)).isEqualTo(matches);
    }

    @Test
    void aTextThatIsUnknownMatchesNothing() {
        assertThat(TextPattern.matches(null, ".*")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+b", "(a|a)*b", "(a|aa)+b", "(.*a){20}b", "(|||){30}b", "(a*)*(a*)*b"})
    void whatKeepsOtherEnginesBusyForeverEnds(String pattern) {
        assertThat(TextPattern.refusal(pattern)).isEmpty();
        assertThat(TextPattern.matches("a".repeat(20_000), pattern)).isFalse();
    }

    @Test
    void aMatchEndsWhenItsTimeIsOver() {
        String text = "a".repeat(10_000);
        try (Deadline none = Deadline.within(Duration.ZERO)) {
            assertThat(none.left()).isZero();
            assertThatThrownBy(() -> TextPattern.matches(text, "(a|b)*")).isInstanceOf(DeadlinePassedException.class);
        }
        assertThat(TextPattern.matches(text, "(a|b)*")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]a]+",
                "[^]&]*",
                "[[:alpha:]]{2,3}",
                "\\Q(((\\E{3}",
                "\\p{Lu}{1000}",
                "x{",
                "a{,5}",
                "(?i)(?:On track|Paused).*",
                "([0-9]{10}){100}",
                ".{0,900}",
            })
    void takes(String pattern) {
        assertThat(TextPattern.refusal(pattern)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a(?=b) ~ looks ahead or back with (?=, which",
                "(?!b).* ~ looks ahead or back with (?!, which",
                "(?<=b)a ~ looks ahead or back with (?<=, which",
                "(?<!b)a ~ looks ahead or back with (?<!, which",
                "(a)\\1 ~ refers back to what a group matched, with \\1",
                "(?<n>a)\\k<n> ~ refers back to what a group matched, with \\k",
                "(?P<n>a)(?P=n) ~ refers back to what a group matched, with (?P",
                "(?>a) ~ no groups that begin with (?>",
                "(?x)a ~ Patterns have no (?x",
                "a\\Z ~ Patterns have no \\Z",
                "a++ ~ follow each other in ++",
                "(a ~ Add its )",
                "a) ~ closes no group",
                "[a ~ Add its ]",
                "*a ~ * has nothing before it to repeat",
                "a\\ ~ ends with a backslash",
                "[z-a] ~ The range z-a runs backwards",
                "\\p{Foo} ~ \\p{Foo} is no class of characters",
                "[[:foo:]] ~ [:foo:] is no class of characters",
                "a{3,2} ~ The count {3,2} is none",
                "(?P<n>a)(?P<n>b) ~ gives a group a name",
                "[a-z&&[^b]] ~ holds a [ of its own",
                "[a-z&&b] ~ holds &&",
                "a{1001} ~ more than 1,000 times",
                "((a{10}){11}){10} ~ more than 1,000 times",
                "(a{600,}){2,} ~ more than 1,000 times",
                "(abc){900} ~ more than 2,000 steps",
            })
    void refusesWithAWayOut(String pattern, String part) {
        assertThat(TextPattern.refusal(pattern))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains(part)
                        .endsWith(".")
                        .doesNotContain("syntax", "Exception", "internal"));
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(TextPattern.refusal("a".repeat(500))).isEmpty();
        assertThat(TextPattern.refusal("a".repeat(501)))
                .contains("The pattern has 501 characters; 500 are the most. Divide it among several conditions.");
    }

    @Test
    void doesNotEvenTryToWriteOutWhatIsHopelesslyLarge() {
        assertThat(TextPattern.refusal("(" + "ab?".repeat(160) + "){1000}"))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("more than 2,000 steps"));
    }

    @Test
    void doesNotMatchByWhatItRefuses() {
        assertThatThrownBy(() -> TextPattern.matches("aa", "(a)\\1")).hasMessageContaining("refers back");
    }
}
