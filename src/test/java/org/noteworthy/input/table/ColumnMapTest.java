package org.noteworthy.input.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.failure.UsageException;
import org.noteworthy.input.ColumnMap;
import org.noteworthy.input.InputOptions;
import org.noteworthy.input.NoteInput;
import org.noteworthy.input.UnreadableInputException;
import org.noteworthy.input.file.NoteInputs;
import org.noteworthy.notes.NoteRecord;

/** Columns of tables that are not called as the fields of notes are. */
class ColumnMapTest {
    private static final String TABLE = "No,Description,Text,Who,Day\n7,A,B,FE,2020-04-01\n";

    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void aFieldIsReadFromTheColumnThatWasNamedForIt() throws IOException {
        NoteRecord note = only("a.csv", TABLE, "text=Description", "role=who", "writtenOn= Day ", "id=No");
        assertThat(note.text()).isEqualTo("A");
        assertThat(note.role()).isEqualTo("FE");
        assertThat(note.id()).isEqualTo("7");
        assertThat(note.writtenOn()).hasToString("2020-04-01");
        assertThat(warnings)
                .containsExactly("a.csv: ignored what is not a field of a note: \"Text\" (maybe you mean text).");
    }

    @Test
    void aFieldMayBeReadFromNoColumn() throws IOException {
        assertThat(only("a.csv", "text,role\nA,boss\n", "role=").role()).isNull();
        assertThatThrownBy(() -> only("a.csv", "text,role\nA,boss\n", "text="))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageEndingWith("no column is the text, as --map has it, and notes need one.");
    }

    @Test
    void rowsPastedFromASpreadsheetArePartedByTabs() throws IOException {
        assertThat(only("pasted.tsv", "Note\tRole\n\"[EXO]\nSTATUS: a, b; c\"\tFE\n", "text=Note")
                        .text())
                .isEqualTo("[EXO]\nSTATUS: a, b; c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text=Descripton | there is no column \"Descripton\", which --map names; maybe you mean \"Description\".",
                "text=Title | there is no column \"Title\", which --map names; the columns are \"No\", \"Description\","
                        + " \"Text\", \"Who\", \"Day\".",
                "role=Rolle | there is no column \"Rolle\", which --map names; the columns are \"No\", \"Description\","
                        + " \"Text\", \"Who\", \"Day\".",
            })
    void aColumnThatIsNotThereIsRefused(String pair, String sentence) {
        assertThatThrownBy(() -> only("a.csv", TABLE, pair))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessage("a.csv: " + sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Description | --map takes a field and the column that holds it, such as text=Description, not"
                        + " \"Description\".",
                "txt=Description | There is no field \"txt\", which --map names; maybe you mean text.",
                "text=A;text=B | --map names a column for text twice; keep one of them.",
                "text=A;role=a | --map takes text and role both from the column \"a\"; keep one of them.",
            })
    void aPairThatSaysNothingIsRefused(String pairs, String sentence) {
        assertThatThrownBy(() -> ColumnMap.of(List.of(pairs.split(";")), "--map"))
                .isInstanceOf(UsageException.class)
                .hasMessage(sentence);
    }

    @Test
    void theHeadOfATableTellsWhatEachColumnHolds() throws IOException {
        Path file = Files.writeString(folder.resolve("x"), "\nNo,Txet,Role,Role\n1,\"A\nB\",FE\n" + "2,b\n".repeat(9));
        TableHead head = inputs("id=No").head("a.csv", file).orElseThrow();
        assertThat(head.row()).isEqualTo(2);
        assertThat(head.columns())
                .containsExactly(
                        new TableHead.Column("No", "id", null),
                        new TableHead.Column("Txet", null, "text"),
                        new TableHead.Column("Role", "role", null),
                        new TableHead.Column("Role", "role", null));
        assertThat(head.missing()).contains("text", "noteType").doesNotContain("id", "role");
        assertThat(head.rows()).hasSize(5).first().isEqualTo(new TableHead.Row(3, List.of("1", "A\nB", "FE")));
        assertThat(head.problem()).isEqualTo("Columns 3 and 4 are both called role; keep one of them.");
        assertThat(inputs().head("a.md", file)).isEmpty();
    }

    @Test
    void aMillionColumnsAreRefusedAndBeyondAnyTableNothingIsKept() throws IOException {
        assertThatThrownBy(() -> only("a.csv", "a,".repeat(1_000_000) + "text\n"))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessage("a.csv: its header has 1000001 columns, and a table can have 16384. Save the sheet without"
                        + " what is not a note.");
        Path file = Files.writeString(folder.resolve("x"), "text\n\"A\"" + ",b".repeat(1_000_000) + "\nB\n");
        try (NoteInput input = inputs().open("a.csv", file)) {
            assertThat(input.next()).isInstanceOf(Entry.Refused.class);
            assertThat(((Entry.Note) input.next()).note().text()).isEqualTo("B");
        }
    }

    private NoteRecord only(String name, String table, String... pairs) throws IOException {
        Path file = Files.writeString(folder.resolve("x"), table);
        try (NoteInput input = inputs(pairs).open(name, file)) {
            return ((Entry.Note) input.next()).note();
        }
    }

    private NoteInputs inputs(String... pairs) {
        return new NoteInputs(InputOptions.of(warnings::add, InputStream.nullInputStream())
                .withColumns(ColumnMap.of(List.of(pairs), "--map")));
    }
}
