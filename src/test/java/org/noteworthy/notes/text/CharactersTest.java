package org.noteworthy.notes.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a cell of a table holds is neither a command to a terminal nor a formula. */
class CharactersTest {

    @Test
    void aCellHasNoEffect() {
        assertThat(Characters.cell("a\u001b[31m\u0000\u009b\u202e\u200f b"))
                .isEqualTo("a\u241b[31m\u2400\uFFFD\uFFFD\uFFFD b");
        assertThat(Characters.cell("one\r\ntwo\n\tthree\rfour")).isEqualTo("one\r\ntwo\n\tthree\u240dfour");
        assertThat(Characters.cell("\uD83D\uDE42 \uD83D")).isEqualTo("\uD83D\uDE42 \uFFFD");
    }

    @Test
    void aCellIsNoFormula() {
        for (String sign : "= + - @ \t \n \uFF1D \uFF0B \uFF0D \uFF20".split(" ", -1)) {
            assertThat(Characters.cell(sign + "1+1")).isEqualTo("'" + sign + "1+1");
        }
        assertThat(Characters.cell("1=1")).isEqualTo("1=1");
        assertThat(Characters.cell("")).isEmpty();
    }
}
