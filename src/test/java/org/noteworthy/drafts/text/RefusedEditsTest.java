package org.noteworthy.drafts.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.drafts.text.RowOperation.Add;
import org.noteworthy.drafts.text.RowOperation.Change;
import org.noteworthy.drafts.text.RowOperation.Delete;
import org.noteworthy.drafts.text.RowOperation.Move;

/** An operation that cannot be done is refused with its number, its row, its column and the way out. */
class RefusedEditsTest {
    private static final String TABLE = "code,insteadOf\nA,one\nB,two\nC,three\n";
    private static final String A = TableRows.hash(List.of("A", "one"));
    private static final String B = TableRows.hash(List.of("B", "two"));

    @Test
    void refusesAStaleOperation() {
        TableException stale = refused(TABLE, new Delete(1, A), new Delete(3, B));

        assertThat(stale)
                .hasMessage("Operation 2 deletes row 3 as \"" + B + "\", but that row is \""
                        + TableRows.hash(List.of("C", "three"))
                        + "\" now: \"C\", \"three\". The row that is meant stands in"
                        + " row 2 now. Read the table again.");
        assertThat(stale.stale()).isTrue();
        assertThat(stale.operation()).hasValue(2);
        assertThat(stale.row()).hasValue(3);
        assertThat(refused(TABLE, new Move(1, "x", 2)))
                .hasMessage("Operation 1 moves row 1 as \"x\", but that row is \"" + A
                        + "\" now: \"A\", \"one\". Read the table again.");
    }

    @Test
    void namesTheNearestColumn() {
        TableException unknown = refused(TABLE, new Change(2, B, Map.of("insteadof", "x")));

        assertThat(unknown)
                .hasMessage("Operation 1, row 2: there is no column \"insteadof\". Maybe you mean insteadOf.");
        assertThat(unknown.column()).hasValue("insteadof");
        assertThat(unknown.nearest()).hasValue("insteadOf");
        assertThat(unknown.stale()).isFalse();
        assertThat(refused(TABLE, new Add(null, Map.of("zzz\u001B[31m", "x"))))
                .hasMessage("Operation 1: there is no column \"zzz␛[31m\". There is code, insteadOf.");
        assertThat(refused("a,b,a\n1,2,3\n", new Add(1, Map.of("a", "x"))))
                .hasMessage("Operation 1: 2 columns have the name \"a\". Rename all but one in the file.");
    }

    @Test
    void refusesRowsThatAreNotThere() {
        assertThat(refused(TABLE, new Delete(4, A)))
                .hasMessage(
                        "Operation 1 deletes row 4, but the table has rows 1 to 3. They are numbered without the header.");
        assertThat(refused(TABLE, new Delete(0, A)).row()).isEmpty();
        assertThat(refused(TABLE, new Delete(Integer.MIN_VALUE, A))).hasMessageContaining("rows 1 to 3");
        assertThat(refused("a\n", new Delete(1, A))).hasMessageContaining("but the table has no rows.");
        assertThat(refused(TABLE, new Add(5, Map.of("code", "x"))))
                .hasMessage("Operation 1 puts a row in front of row 5, but the table has rows 1 to 3."
                        + " Leave the place out to put it at the end.");
        assertThat(refused(TABLE, new Move(1, A, 0))).hasMessageContaining("in front of row 0");
    }

    @Test
    void refusesOperationsThatDoNotGoTogether() {
        Change change = new Change(1, A, Map.of("code", "x"));
        Delete delete = new Delete(1, A);
        Move move = new Move(1, A, 3);

        for (List<RowOperation> pair : List.<List<RowOperation>>of(
                List.of(change, delete),
                List.of(delete, change),
                List.of(delete, delete),
                List.of(move, delete),
                List.of(delete, move),
                List.of(move, move))) {
            assertThat(refused(TABLE, pair.get(0), pair.get(1)))
                    .hasMessageEndingWith(
                            "row 1, which operation 1 changes, moves or deletes already. Keep one of the two.");
        }
        assertThat(refused(TABLE, change, new Change(1, A, Map.of("code", "y"))))
                .hasMessage("Operation 2 changes row 1, but the column \"code\" is changed by operation 1 already."
                        + " Keep one of the two.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\rb", "\u001B[2J", "\u202Eabc", "\u0085", "\uD800", "x\uDC00"})
    void refusesCharactersThatMislead(String text) {
        assertThat(refused(TABLE, new Add(null, Map.of("code", text))))
                .hasMessageMatching(
                        "Operation 1: the cell \"code\" has the character U\\+[0-9A-F]{4}, which is not seen.*");
    }

    @Test
    void refusesWhatIsTooLarge() {
        String most = "x".repeat(10_000);
        assertThat(TableEdit.apply(bytes(TABLE), List.of(new Add(null, Map.of("code", most)))))
                .hasSize(TABLE.length() + 10_002);
        assertThat(refused(TABLE, new Change(2, B, Map.of("code", most + "x"))))
                .hasMessage("Operation 1, row 2: the cell \"code\" has 10001 characters; at most 10000 are allowed."
                        + " Shorten it.");
        List<RowOperation> many = Collections.nCopies(10_001, new Add(null, Map.of("code", "x")));
        assertThat(refused(TABLE, many)).hasMessageStartingWith("There are 10001 operations; at most 10000");
        assertThat(refused(TABLE, Collections.nCopies(200, new Add(null, Map.of("code", most)))))
                .hasMessageStartingWith("The table would have 2000");
        assertThat(refused("a\n" + "x".repeat(1024 * 1024), List.of())).hasMessageContaining("at most 1 MiB");
        assertThat(catchThrowableOfType(TableException.class, () -> TableRows.read(bytes("a\n".repeat(600_000)))))
                .hasMessage("The table has 1200000 bytes; at most 1 MiB can be edited. Shorten it.");
        assertThat(refused("a,".repeat(100), List.of())).hasMessageStartingWith("The table has 101 columns");
    }

    @Test
    void refusesARowThatSaysNothing() {
        assertThat(refused(TABLE, new Add(null, Map.of("code", " "))))
                .hasMessage("Operation 1: all cells would be empty. Fill one in.");
        assertThat(refused(TABLE, new Change(1, A, Map.of("code", "")), new Change(1, A, Map.of("insteadOf", "\n"))))
                .hasMessage("Operation 2, row 1: all cells would be empty. Delete the row instead.");
        String one = "a,b\n1,\n";
        String hash = TableRows.hash(List.of("1", ""));
        assertThat(TableEdit.apply(
                        bytes(one),
                        List.of(new Change(1, hash, Map.of("a", "")), new Change(1, hash, Map.of("b", "2")))))
                .isEqualTo(bytes("a,b\n,2\n"));
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThat(refused("a,b\n1,\"2\n3\n", List.of()))
                .hasMessage("The quote that opens a cell in line 2 is not closed. Close it.");
        assertThat(refused("a,b\n\"x\n\" y,z\n", List.of()))
                .hasMessage("Line 3 goes on behind a quote that closes a cell."
                        + " Write two quotes for one that belongs to the cell.");
        assertThat(refused("\uFEFF \n,,\n", List.of()))
                .hasMessage("The table is empty. Write a first row that names the columns.");
        assertThat(catchThrowableOfType(TableException.class, () -> TableRows.read(new byte[] {'a', (byte) 0xFF})))
                .hasMessageStartingWith("The table is not UTF-8 text.");
    }

    private static TableException refused(String table, RowOperation... operations) {
        return refused(table, List.of(operations));
    }

    private static TableException refused(String table, List<RowOperation> operations) {
        return catchThrowableOfType(TableException.class, () -> TableEdit.apply(bytes(table), operations));
    }

    private static byte[] bytes(String table) {
        return table.getBytes(UTF_8);
    }
}
