package org.noteworthy.drafts.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.noteworthy.drafts.text.RowOperation.Add;
import org.noteworthy.drafts.text.RowOperation.Change;
import org.noteworthy.drafts.text.RowOperation.Delete;
import org.noteworthy.drafts.text.RowOperation.Move;

/** Rows of a table change, and no other byte does. */
class TableEditTest {
    private static final String TABLE = "code,name\nA,Alpha\nB,\"Beta, the second\"\n\nC,\"Gamma\"\n";

    @Test
    void tellsColumnsAndRows() {
        TableRows table = TableRows.read(
                "\uFEFF code ;\"na;me\"\r\n\r\nA; x \r\n;\r\n\"B\r\n\"\"2\"\"\";;more\r\nC".getBytes(UTF_8));

        assertThat(table.columns()).containsExactly("code", "na;me");
        assertThat(table.rows())
                .extracting(TableRows.Row::number, TableRows.Row::line, TableRows.Row::cells)
                .containsExactly(
                        tuple(1, 3, List.of("A", " x ")),
                        tuple(2, 5, List.of("B\n\"2\"", "", "more")),
                        tuple(3, 7, List.of("C")));
        assertThat(table.rows().get(0).hash()).matches("[0-9a-f]{16}").isEqualTo(TableRows.hash(List.of("A", " x ")));
        assertThat(TableRows.hash(List.of("A", "B"))).isNotEqualTo(TableRows.hash(List.of("AB", "")));
    }

    @Test
    void addsRowsWhereTheyAreToStand() {
        assertThat(edit(
                        TABLE,
                        new Add(2, cells("name", "Middle", "code", "M")),
                        new Add(null, cells("code", "Z")),
                        new Add(2, cells("code", "N"))))
                .isEqualTo("code,name\nA,Alpha\nM,Middle\nN,\nB,\"Beta, the second\"\n\nC,\"Gamma\"\nZ,\"\"\n");
        assertThat(edit("code,name", new Add(null, cells("code", "A")))).isEqualTo("code,name\nA,");
        assertThat(edit("code\r\n\r\n", new Add(1, cells("code", "A")))).isEqualTo("code\r\nA\r\n\r\n");
    }

    @Test
    void changesOnlyTheCellsThatAreNamed() {
        assertThat(edit(TABLE, change(TABLE, 2, "code", "b"))).isEqualTo(TABLE.replace("\nB,", "\nb,"));
        assertThat(edit(TABLE, change(TABLE, 3, "name", "G"))).isEqualTo(TABLE.replace("Gamma", "G"));
        assertThat(edit(TABLE, change(TABLE, 1, "name", "Al\"pha\", 1\nst")))
                .isEqualTo(TABLE.replace("Alpha", "\"Al\"\"pha\"\", 1\nst\""));
        assertThat(edit("a;b\n1;2\n", change("a;b\n1;2\n", 1, "a", "1,5"))).isEqualTo("a;b\n1,5;2\n");
        assertThat(edit("a;b\n1;2\n", change("a;b\n1;2\n", 1, "a", "1;5"))).isEqualTo("a;b\n\"1;5\";2\n");
    }

    @Test
    void fillsUpARowThatIsTooShortAndLeavesOneThatIsTooLong() {
        String table = "a,b,c\n1\n1,2,3,4\n";

        assertThat(edit(table, change(table, 1, "c", "3"), change(table, 2, "c", "x")))
                .isEqualTo("a,b,c\n1,,3\n1,2,x,4\n");
        assertThat(edit(table, change(table, 1, "c", ""))).isEqualTo(table);
        assertThat(edit(table, change(table, 1, "b", "\t2"))).isEqualTo("a,b,c\n1,\t2\n1,2,3,4\n");
    }

    @Test
    void deletesAndMovesRows() {
        assertThat(edit(TABLE, new Delete(1, hash(TABLE, 1)), new Delete(3, hash(TABLE, 3))))
                .isEqualTo("code,name\nB,\"Beta, the second\"\n\n");
        assertThat(edit(TABLE, new Move(3, hash(TABLE, 3), 1)))
                .isEqualTo("code,name\nC,\"Gamma\"\nA,Alpha\nB,\"Beta, the second\"\n\n");
        assertThat(edit(TABLE, new Move(1, hash(TABLE, 1), null)))
                .isEqualTo("code,name\nB,\"Beta, the second\"\n\nC,\"Gamma\"\nA,Alpha\n");
    }

    /** Whatever the order of the operations, their numbers mean the rows that were there before. */
    @Test
    void numbersRowsAsTheyStoodBefore() {
        List<RowOperation> operations = List.of(
                new Delete(1, hash(TABLE, 1)),
                change(TABLE, 2, "name", "Beta"),
                new Move(3, hash(TABLE, 3), 2),
                change(TABLE, 3, "code", "c"),
                new Add(3, cells("code", "X")));
        String expected = "code,name\nc,\"Gamma\"\nB,\"Beta\"\n\nX,\n";

        assertThat(edit(TABLE, operations.toArray(RowOperation[]::new))).isEqualTo(expected);
        assertThat(edit(
                        TABLE,
                        operations.get(4),
                        operations.get(3),
                        operations.get(2),
                        operations.get(1),
                        operations.get(0)))
                .isEqualTo(expected);
    }

    @Test
    void keepsByteOrderMarkLineEndsAndTheMissingLastOne() {
        String table = "\uFEFFa,b\r\n1,2\n3,4\r\n5,\"x\r\ny\"";

        assertThat(edit(table, new Delete(3, hash(table, 3)))).isEqualTo("\uFEFFa,b\r\n1,2\n3,4");
        assertThat(edit(table, new Add(null, cells("a", "7")))).isEqualTo(table + "\r\n7,");
        assertThat(edit(table, new Add(2, cells("a", "7")))).isEqualTo("\uFEFFa,b\r\n1,2\n7,\n3,4\r\n5,\"x\r\ny\"");
        assertThat(edit(table, new Move(3, hash(table, 3), 1))).isEqualTo("\uFEFFa,b\r\n5,\"x\r\ny\"\r\n1,2\n3,4");
        assertThat(edit(table, change(table, 3, "b", "x\ny"))).isEqualTo(table);
        assertThat(edit(table, change(table, 3, "b", "x\r\ny\nz"))).isEqualTo(table.replace("y\"", "y\r\nz\""));
        assertThat(edit("a\r1\r2\r", new Add(2, cells("a", "x")))).isEqualTo("a\r1\rx\r2\r");
    }

    @Test
    void quotesANewRowAsTheRowAboveIt() {
        String table = "\"a\",\"b\"\n\"1\",2\n";

        assertThat(edit(table, new Add(null, cells("a", "3", "b", "4")), new Add(1, cells("b", "0"))))
                .isEqualTo("\"a\",\"b\"\n\"\",0\n\"1\",2\n\"3\",4\n");
    }

    private static String edit(String table, RowOperation... operations) {
        return new String(TableEdit.apply(table.getBytes(UTF_8), List.of(operations)), UTF_8);
    }

    private static Change change(String table, int row, String column, String text) {
        return new Change(row, hash(table, row), Map.of(column, text));
    }

    private static String hash(String table, int row) {
        return TableRows.read(table.getBytes(UTF_8)).rows().get(row - 1).hash();
    }

    private static Map<String, String> cells(String... namesAndTexts) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            cells.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return cells;
    }
}
