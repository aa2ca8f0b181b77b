package org.noteworthy.playbooks.language.pattern;

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
                "🙂 ~ \\p{So} ~ true",
                "🫠 ~ \\p{So} ~ true",
                "🙂 ~ \\P{So} ~ false",
                "🙂🙂 ~ [\\p{L}\\p{So}]{2} ~ true",
                "x ~ [^\\p{So}\\d] ~ true",
                "進行中 ~ \\p{Han}+ ~ true",
                "進行中 ~ \\p{IsHan}+ ~ true",
                "進行中 ~ \\p{Han}{3} ~ true",
                "進行 ~ \\p{Han}{3} ~ false",
                "すすむ ~ \\p{IsHIRAGANA}+ ~ true",
                "é ~ \\pL ~ true",
                "é ~ \\p{^L} ~ false",
                "é ~ \\p{Any} ~ true",
                "a-z ~ [\\p{Lu}a-]*z ~ true",
                "] ~ []a] ~ true",
                "- ~ [\\d--] ~ true",
                "PREOCUPACIÓN ~ (?i)preocupación ~ true",
                "PREOCUPACIÓN ~ (?i)[a-zó]+ ~ true",
                "PREOCUPACIÓN ~ preocupación ~ false",
                "É ~ (?i)\\p{Ll} ~ true",
                "É ~ (?i)\\P{Ll} ~ false",
                "É ~ (?i)[^é] ~ false",
                "ẞ ~ (?i)ß ~ true",
                "ß ~ (?i)ẞ ~ true",
                "ς ~ (?i)Σ ~ true",
                "𞤀 ~ (?i)𞤢 ~ true",
                "Ꟑ ~ (?i)ꟑ ~ true",
                "aB ~ (?i:A)b ~ false",
                "aB ~ (?i:A)B ~ true",
                "aB ~ (?i:A(?-i)b) ~ false",
                "aB ~ (?i:A(?-i))B ~ true",
                "AB ~ a(?i)b ~ false",
                "aB ~ a(?i)b ~ true",
                "AB ~ (?i)\\Qab\\E ~ true",
                "A.b ~ (?i)a\\.B ~ true",
                "Ab ~ (?i)\\x61\\x{42} ~ true",
                "n-1 ~ (?i)[[:upper:]]-\\d ~ true",
                "é ~ \\w ~ false",
                "４ ~ \\d ~ false",
                "a\u000Bb ~ a\\sb ~ true",
                "ab ~ (?P<one>a)(?<two>b) ~ true",
                "( ~ [^\\w\\s] ~ true",
                "a ~ [^\\d\\D] ~ false",
                "{2} ~ \\{2\\} ~ true",
                "{2} ~ [{]2} ~ true",
            })
    void theWholeTextIsHeldAgainstThePattern(String text, String pattern, boolean matches) {
        assertThat(TextPattern.matches(text, pattern)).isEqualTo(matches);
    }

    /** A note that was written on Windows, a classic Macintosh or anywhere else: its lines are lines. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void aLineEndsAlikeHoweverItIsWritten(String end) {
        String note = String.join(end, "[EXO]", "STATUS: On track", "SUMMARY: Going on.", "");
        assertThat(TextPattern.matches(note, "(?ms).*^STATUS: On track$.*")).isTrue();
        assertThat(TextPattern.matches(note, "(?ms).*^STATUS: On$.*")).isFalse();
        assertThat(TextPattern.matches(note, "(?s).*STATUS: On track\n.*")).isTrue();
        assertThat(TextPattern.matches(note, "(?:[^\n]*\n){3}")).isTrue();
        assertThat(TextPattern.matches(note, "(?:.*\n){3}")).isTrue();
        assertThat(TextPattern.matches(note, ".*STATUS.*")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {".*#covid.*", "[EXO].+", "(?i).*#covid.*", "(?m)^STATUS.*$", "(?s)(?-s)a."})
    void aDotThatStopsAtALineEndIsSeen(String pattern) {
        assertThat(TextPattern.stopsAtLineEnds(pattern)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?s).*#covid.*",
                "(?is)a.b",
                "(?s:.*)STATUS: .*\\n(?s:.*)",
                "[\\s\\S]*STATUS: .*",
                "#covid\\.",
                "[.]",
                "(?:.*\\n)*",
                "N-[0-9]+"
            })
    void aDotThatDoesNotOrIsMeantToIsNot(String pattern) {
        assertThat(TextPattern.stopsAtLineEnds(pattern)).isFalse();
    }

    @Test
    void aTextThatIsUnknownMatchesNothing() {
        assertThat(TextPattern.matches(null, ".*")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a{1,2}){1,2}b", "(a|b){2}c", "(|a){2}b", ".*a.*b"})
    void repeatsOfRepeatsWalkALongTextOnce(String pattern) {
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
                "x\\{",
                "x}",
                "a{0,5}?",
                "\\bOn track\\b",
                "\\p{Lu}ü",
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
                "\\p{Foo} ~ \\p{Foo} is not a class of characters",
                "[[:foo:]] ~ [:foo:] is not a class of characters",
                "a{3,2} ~ The count {3,2} is none",
                "(?P<n>a)(?P<n>b) ~ gives a group a name",
                "[a-z&&[^b]] ~ holds &&",
                "[a-z[^b]] ~ holds a [ of its own",
                "[a-z&&b] ~ holds &&",
                "a{1001} ~ more than 1,000 times",
                "((a{10}){11}){10} ~ more than 1,000 times",
                "(a{600,}){2,} ~ more than 1,000 times",
                "a{,4} ~ {,4} is not a count. Write {0,4}, or",
                "a{02} ~ {02} is not a count. Write {2}, or",
                "a{2, 04} ~ {2, 04} is not a count. Write {2,4}, or",
                "a{2,04} ~ Write {2,4}, or",
                "a{ 00 , } ~ Write {0,}, or",
                "x{ ~ A { of the pattern begins no count",
                "{x} ~ A { of the pattern begins no count",
                "a{,} ~ A { of the pattern begins no count",
                "(?U)\\w+ ~ the flag U, which means one thing here",
                "(?iU:a) ~ the flag U",
                "a\\r\\n ~ Write \\n, which stands for a line end",
                "[\\r\\n]+ ~ Write \\n, which stands for a line end",
                "\\x0D ~ Write \\n, which stands for a line end",
                "a\\v ~ \\v does not mean the same everywhere",
                "\\012 ~ \\0 does not mean the same everywhere",
                "\\12 ~ \\1 does not mean the same everywhere",
                "[\\12] ~ \\1 does not mean the same everywhere",
                "\\bübergabe ~ no edge of a word at \"ü\"",
                "café\\b ~ no edge of a word at \"é\"",
                "\\p{IsAlphabetic} ~ \\p{IsAlphabetic} is not a class of characters",
                "[\\p{Punct}] ~ \\p{Punct} is not a class of characters",
                "\\p{L ~ is not a class of characters",
                "\\x{110000} ~ Patterns have no \\x{110000",
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
