package org.noteworthy.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Marks stand beneath what they mark. */
final class SnippetTest {

    private static Snippet of(String text, String found) {
        int start = text.indexOf(found);
        return Snippet.of(text, start, start + found.length());
    }

    @Test
    void marksTheFoundWords() {
        assertThat(of("one\ntwo three\nfour", "three")).isEqualTo(new Snippet("two three", "    ^~~~~"));
    }

    @Test
    void staysOnTheFirstLineOfTheFoundWords() {
        assertThat(of("one\r\ntwo\r\nthree", "wo\r\nthree")).isEqualTo(new Snippet("two", " ^~"));
        assertThat(of("one\rtwo", "ne\rtwo")).isEqualTo(new Snippet("one", " ^~"));
    }

    @Test
    void aTabReachesTheNextFourthCell() {
        assertThat(of("\tab\tcd", "cd")).isEqualTo(new Snippet("    ab  cd", "        ^~"));
    }

    @Test
    void wideCharactersTakeTwoCells() {
        assertThat(of("気分: 憂鬱", "憂鬱")).isEqualTo(new Snippet("気分: 憂鬱", "      ^~~~"));
        assertThat(of("🙂 x", "x")).isEqualTo(new Snippet("🙂 x", "   ^"));
        assertThat(of("한ｱx", "x")).isEqualTo(new Snippet("한ｱx", "   ^"));
    }

    @Test
    void combiningCharactersTakeNone() {
        assertThat(of("e\u0301\u0302 x", "x")).isEqualTo(new Snippet("e\u0301\u0302 x", "  ^"));
    }

    @Test
    void controlsAreShownAsPictures() {
        assertThat(of("\u001B[0m x", "x")).isEqualTo(new Snippet("␛[0m x", "     ^"));
    }

    @Test
    void anEmptyPlaceGetsAPointer() {
        assertThat(Snippet.of("", 0, 0)).isEqualTo(new Snippet("", "^"));
        assertThat(Snippet.of("ab", 2, 2)).isEqualTo(new Snippet("ab", "  ^"));
        assertThat(Snippet.of("ab", 9, 12)).isEqualTo(new Snippet("ab", "  ^"));
    }

    @Test
    void aLongLineIsCutAroundThePlace() {
        Snippet snippet = of("a".repeat(500) + "HERE" + "b".repeat(500), "HERE");
        assertThat(snippet.line()).startsWith("…a").endsWith("b…").hasSize(101);
        assertThat(snippet.line().indexOf("HERE")).isEqualTo(snippet.marks().indexOf("^~~~"));
    }

    @Test
    void aLineOfHundredCellsIsNotCut() {
        String line = "a".repeat(99) + "X";
        assertThat(of(line, "X").line()).isEqualTo(line);
        assertThat(of(line + "b", "X").line()).startsWith("…").endsWith("Xb");
    }

    @Test
    void charactersWithoutCellsAreCutToo() {
        Snippet snippet = of("x" + "\u0301".repeat(60_000) + "HERE", "HERE");
        assertThat(snippet.line()).hasSizeLessThan(500).contains("HERE");
    }
}
