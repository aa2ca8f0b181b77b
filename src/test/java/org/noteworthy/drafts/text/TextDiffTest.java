package org.noteworthy.drafts.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What changed in a file, as diff -u prints it. */
class TextDiffTest {
    private static final String TWENTY =
            IntStream.rangeClosed(1, 20).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());

    @Test
    void showsThreeLinesAroundAChangeAndJoinsChangesThatAreNear() {
        String after = TWENTY.replace("line 4\n", "four\n")
                .replace("line 11\n", "line 11\nmore\n")
                .replace("line 20\n", "");

        assertThat(TextDiff.unified("rules/a.drl", TWENTY, after)).isEqualTo("""
                        --- a/rules/a.drl
                        +++ b/rules/a.drl
                        @@ -1,7 +1,7 @@
                         line 1
                         line 2
                         line 3
                        -line 4
                        +four
                         line 5
                         line 6
                         line 7
                        @@ -9,6 +9,7 @@
                         line 9
                         line 10
                         line 11
                        +more
                         line 12
                         line 13
                         line 14
                        @@ -17,4 +18,3 @@
                         line 17
                         line 18
                         line 19
                        -line 20
                        """);
        assertThat(TextDiff.unified("t", TWENTY, TWENTY.replace("line 4\n", "").replace("line 11\n", "")))
                .as("six lines between two changes")
                .containsOnlyOnce("@@ -")
                .contains("@@ -1,14 +1,12 @@\n");
    }

    @Test
    void saysWhereTheLastLineHasNoEnd() {
        assertThat(TextDiff.unified("t", "a\nb", "a\nb\n"))
                .isEqualTo("--- a/t\n+++ b/t\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n");
        assertThat(TextDiff.unified("t", "a\nb", "c\nb"))
                .isEqualTo("--- a/t\n+++ b/t\n@@ -1,2 +1,2 @@\n-a\n+c\n b\n\\ No newline at end of file\n");
    }

    @Test
    void showsFilesThatAreAddedDeletedAndEmptied() {
        assertThat(TextDiff.unified("t", null, "a\n")).isEqualTo("--- /dev/null\n+++ b/t\n@@ -0,0 +1 @@\n+a\n");
        assertThat(TextDiff.unified("t", "a\nb\n", null))
                .isEqualTo("--- a/t\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-a\n-b\n");
        assertThat(TextDiff.unified("t", "a\n", "")).isEqualTo("--- a/t\n+++ b/t\n@@ -1 +0,0 @@\n-a\n");
        assertThat(TextDiff.unified("t", null, "")).isEqualTo("--- /dev/null\n+++ b/t\n");
        assertThat(TextDiff.unified("t", "same", "same")).isEmpty();
    }

    @Test
    void keepsCarriageReturns() {
        assertThat(TextDiff.unified("t", "a\r\nb\r\n", "a\r\nb\n"))
                .isEqualTo("--- a/t\n+++ b/t\n@@ -1,2 +1,2 @@\n a\r\n-b\r\n+b\n");
    }

    @Test
    void keepsANameOnItsLine() {
        assertThat(TextDiff.unified("my table.csv", "a\n", "b\n"))
                .startsWith("--- a/my table.csv\t\n+++ b/my table.csv\t\n");
        assertThat(TextDiff.unified("t\n--- a/other", "a\n", "b\n")).startsWith("--- a/t␊--- a/other\t\n");
    }

    @Test
    void comparesBytesThatAreNoTextAsAWhole() {
        byte[] noText = {(byte) 0xFF, 0};
        byte[] text = "é\n".getBytes(UTF_8);

        assertThat(TextDiff.unified("t", noText, text)).isEqualTo("Binary files a/t and b/t differ\n");
        assertThat(TextDiff.unified("t", null, new byte[] {'a', 0}))
                .isEqualTo("Binary files /dev/null and b/t differ\n");
        assertThat(TextDiff.unified("t", noText, noText.clone())).isEmpty();
        assertThat(TextDiff.unified("t", text, "e\n".getBytes(UTF_8))).endsWith("@@ -1 +1 @@\n-é\n+e\n");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isReadBack(long seed) {
        RandomTexts texts = new RandomTexts(seed);
        for (int i = 0; i < 1_000; i++) {
            String before = texts.text(40);
            String after = i % 3 == 0 ? texts.text(40) : texts.changed(before);
            String diff = TextDiff.unified("t", before, after);
            assertThat(UnifiedReader.apply(diff, before)).as("text %d", i).isEqualTo(after);
            assertThat(diff.isEmpty()).isEqualTo(before.equals(after));
        }
    }

    /** Without a bound each of these would take hours or all memory. */
    @ParameterizedTest
    @ValueSource(strings = {"shuffled", "of two lines", "a few lines of many", "reversed"})
    void isBoundedForHostileFiles(String kind) {
        int lines = 500_000;
        Random random = new Random(7);
        List<String> before = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            before.add((kind.equals("of two lines") ? random.nextInt(2) : i) + "\n");
        }
        List<String> after = new ArrayList<>(before);
        switch (kind) {
            case "reversed" -> Collections.reverse(after);
            case "a few lines of many" -> after = new ArrayList<>(List.of("9\n", "7\n", "1\n", "5\n"));
            default -> Collections.shuffle(after, random);
        }
        String one = String.join("", before);
        String other = String.join("", after);
        assertThat(UnifiedReader.apply(TextDiff.unified("t", one, other), one).equals(other))
                .isTrue();
    }

    @Test
    void findsAFewChangesInAFileWhoseEveryLineEndChanged() {
        String before = IntStream.range(0, 20_000).mapToObj(i -> i + "\n").collect(Collectors.joining());
        String after = before.replace("\n", "\r\n").replace("777\r\n", "777\n");

        String diff = TextDiff.unified("t", before, after);

        assertThat(Lines.of(diff)).contains(" 777\n", " 1777\n", "-776\n", "+776\r\n");
        assertThat(UnifiedReader.apply(diff, before)).isEqualTo(after);
    }
}
