package org.noteworthy.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Characters at the edges of the ranges. */
final class CellsTest {

    @ParameterizedTest
    @CsvSource({
        "41, 1", "e9, 1", "300, 0", "200d, 0", "fe0f, 0", "10ff, 1", "1100, 2", "115f, 2", "1160, 0", "2705, 2",
        "2706, 1", "3000, 2", "3042, 2", "303f, 1", "ac00, 2", "d7a3, 2", "d7b0, 1", "ff21, 2", "ff71, 1", "1f642, 2",
        "1f1e9, 1", "20000, 2", "3fffd, 2", "40000, 1", "fffd, 1", "241b, 1"
    })
    void takesItsCells(String codePoint, int cells) {
        assertThat(Cells.of(Integer.parseInt(codePoint, 16))).isEqualTo(cells);
    }
}
