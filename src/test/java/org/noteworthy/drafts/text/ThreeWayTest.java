package org.noteworthy.drafts.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.drafts.text.MergePiece.Conflict;

/** Two changes of one text become one, or a conflict that names the lines. */
class ThreeWayTest {

    /** One letter a line. */
    @ParameterizedTest
    @CsvSource({
        "abcde, aBcde, abcDe, aBcDe, changes apart from each other",
        "abcde, abcde, ace,   ace,   only theirs",
        "abcde, xabcde, abcdey, xabcdey, one at either end",
        "abcde, acde, abce,   ace,   both delete",
        "abcde, aXcde, aXcde, aXcde, the same change",
        "abcde, aXcdE, aXcde, aXcdE, the same change and one more",
        "abcde, abcde, '',    '',    all deleted by one",
        "'',    ab,   ab,     ab,    added alike",
    })
    void merges(String base, String mine, String theirs, String merged, String kind) {
        assertThat(ThreeWay.merge(lines(base), lines(mine), lines(theirs)).merged())
                .as(kind)
                .contains(lines(merged));
        assertThat(ThreeWay.merge(lines(base), lines(theirs), lines(mine)).merged())
                .as(kind)
                .contains(lines(merged));
    }

    @ParameterizedTest
    @CsvSource({
        "abcde, aXcde, aYcde, 2-3, 2-3, 2-3, one line changed in two ways",
        "abcde, aXcde, abYde, 2-4, 2-4, 2-4, changes that touch each other",
        "abcde, aXbcde, aYbcde, 2-2, 2-3, 2-3, different lines at one place",
        "abcde, aXbcde, aYcde, 2-3, 2-4, 2-3, a new line before one that is changed",
        "abcde, ade,  abXde,  2-4, 2-2, 2-4, a change of lines that are deleted",
        "abcde, '',   abXde,  1-6, 1-1, 1-6, a change of a file that is deleted",
        "'',    ab,   ac,     1-1, 1-3, 1-3, added in two ways",
    })
    void tellsConflicts(
            String base, String mine, String theirs, String inBase, String inMine, String inTheirs, String kind) {
        ThreeWay merge = ThreeWay.merge(lines(base), lines(mine), lines(theirs));

        assertThat(merge.merged()).as(kind).isEmpty();
        assertThat(merge.conflicts()).as(kind).singleElement().satisfies(conflict -> {
            assertThat(range(conflict.base())).isEqualTo(inBase);
            assertThat(range(conflict.mine())).isEqualTo(inMine);
            assertThat(range(conflict.theirs())).isEqualTo(inTheirs);
            standsThere(conflict.base(), lines(base));
            standsThere(conflict.mine(), lines(mine));
            standsThere(conflict.theirs(), lines(theirs));
        });
    }

    @Test
    void marksConflictsForShowing() {
        ThreeWay merge = ThreeWay.merge("a\nb\nc\nd\ne", "A\nb\nc\nd\nx", "a\nb\nc\nd\ny\n");

        assertThat(merge.marked("yours\n", "saved by Ann")).isEqualTo("""
                        A
                        b
                        c
                        d
                        <<<<<<< yours␊
                        x
                        ||||||| base
                        e
                        =======
                        y
                        >>>>>>> saved by Ann
                        """);
        assertThat(merge.conflicts().get(0).base().lines()).containsExactly("e");
    }

    @Test
    void keepsLineEndsAndTheMissingLast() {
        assertThat(ThreeWay.merge("a\r\nb\nc", "a\r\nB\r\nc", "x\r\na\r\nb\nc").merged())
                .contains("x\r\na\r\nB\r\nc");
        assertThat(ThreeWay.merge("a\nb\nc\n", "A\nb\nc\n", "a\nb\nc").merged()).contains("A\nb\nc");
    }

    @Test
    void settlesWhatIsAroundAConflict() {
        ThreeWay merge = ThreeWay.merge(lines("abcdefg"), lines("XbcMefg"), lines("abcTefY"));

        assertThat(merge.marked("m", "t")).startsWith("X\nb\nc\n<<<<<<< m\nM\n").endsWith(">>>>>>> t\ne\nf\nY\n");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void holdsWhatAnyMergeHolds(long seed) {
        RandomTexts texts = new RandomTexts(seed);
        for (int i = 0; i < 600; i++) {
            String base = texts.text(30);
            String mine = texts.changed(base);
            String theirs = texts.changed(base);
            assertThat(ThreeWay.merge(base, base, theirs).merged()).contains(theirs);
            assertThat(ThreeWay.merge(base, mine, base).merged()).contains(mine);
            assertThat(ThreeWay.merge(base, mine, mine).merged()).contains(mine);

            ThreeWay merge = ThreeWay.merge(base, mine, theirs);
            ThreeWay other = ThreeWay.merge(base, theirs, mine);
            assertThat(other.merged()).isEqualTo(merge.merged());
            assertThat(other.conflicts())
                    .isEqualTo(merge.conflicts().stream()
                            .map(each -> new Conflict(each.base(), each.theirs(), each.mine()))
                            .toList());
            assertThat(merge.conflicts().isEmpty()).isEqualTo(merge.merged().isPresent());
            for (Conflict conflict : merge.conflicts()) {
                standsThere(conflict.base(), base);
                standsThere(conflict.mine(), mine);
                standsThere(conflict.theirs(), theirs);
                assertThat(conflict.mine().lines())
                        .isNotEqualTo(conflict.theirs().lines());
            }
            List<String> known = Lines.of(base);
            assertThat(news(known, chosen(merge))).containsAll(news(known, Lines.of(mine)));
        }
    }

    /** The lines that the base does not have. */
    private static List<String> news(List<String> known, List<String> lines) {
        return lines.stream().filter(line -> !known.contains(line)).toList();
    }

    /** The text with my lines in each conflict. */
    private static List<String> chosen(ThreeWay merge) {
        StringBuilder text = new StringBuilder();
        for (MergePiece piece : merge.pieces()) {
            if (piece instanceof Conflict conflict) {
                conflict.mine().lines().forEach(text::append);
            } else if (piece instanceof MergePiece.Settled settled) {
                text.append(settled.text());
            }
        }
        return Lines.of(text.toString());
    }

    private static void standsThere(LineRange range, String text) {
        assertThat(range.lines()).isEqualTo(Lines.of(text).subList(range.from() - 1, range.to() - 1));
    }

    private static String range(LineRange range) {
        return range.from() + "-" + range.to();
    }

    private static String lines(String letters) {
        return letters.replaceAll("(.)", "$1\n");
    }
}
