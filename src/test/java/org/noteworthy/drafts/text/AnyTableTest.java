package org.noteworthy.drafts.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.drafts.text.RowOperation.Change;
import org.noteworthy.notes.text.Composition;
import org.noteworthy.playbooks.edition.Diagnostics;
import org.noteworthy.playbooks.edition.EditionFiles;
import org.noteworthy.playbooks.edition.Table;

/** Whatever a table looks like, its rows are those that others read, and edits leave alone what they do not name. */
class AnyTableTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void isEditedAsAListOfRowsWouldBe(long seed) {
        RandomTables random = new RandomTables(seed);
        for (int i = 0; i < 1_000; i++) {
            String table = random.table();
            ReadTable read = ReadTable.of(table);
            assertThat(cells(table.getBytes(UTF_8))).as(table).isEqualTo(read.cells());

            List<RowOperation> operations = random.operations(read.columns.size(), read.cells());
            String edited = new String(TableEdit.apply(table.getBytes(UTF_8), operations), UTF_8);

            ReadTable after = ReadTable.of(edited);
            String told = "table " + i + " <" + table + "> by " + operations + " is <" + edited + ">";
            List<ReadTable.Row> expected = read.after(operations);
            assertThat(after.columns).as(told).isEqualTo(read.columns);
            assertThat(after.cells())
                    .as(told)
                    .isEqualTo(expected.stream().map(ReadTable.Row::cells).toList());
            for (int row = 0; row < expected.size(); row++) {
                if (expected.get(row).written() != null) {
                    assertThat(after.rows.get(row).written())
                            .as(told)
                            .isEqualTo(expected.get(row).written());
                }
            }
            assertThat(edited.startsWith("\uFEFF")).as(told).isEqualTo(table.startsWith("\uFEFF"));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33})
    void staysByteForByteWhereCellsAreSetToWhatTheyAre(long seed) {
        RandomTables random = new RandomTables(seed);
        for (int i = 0; i < 1_000; i++) {
            staysByteForByte(random.table().getBytes(UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void isReadAsEditionsReadIt(Path path) throws IOException {
        byte[] table = Files.readAllBytes(path);
        TableRows read = TableRows.read(table);
        String name = path.getFileName().toString();
        Diagnostics diagnostics = new Diagnostics("edition");
        List<Table.Row> rows = Table.readMaybeEmpty(
                        EditionFiles.of("edition", Map.of(EditionFiles.TABLES + name, table)),
                        name,
                        read.columns(),
                        diagnostics)
                .rows();

        assertThat(read.rows())
                .extracting(TableRows.Row::line)
                .isEqualTo(rows.stream().map(Table.Row::line).toList());
        for (TableRows.Row row : read.rows()) {
            List<String> said = new ArrayList<>();
            for (int i = 0; i < row.cells().size(); i++) {
                String text = Composition.of(row.cells().get(i).strip());
                if (!text.isEmpty() && !read.columns().get(i).equals("source")) {
                    said.add(text);
                }
            }
            assertThat(rows.get(row.number() - 1).first(100)).isEqualTo(said);
        }
        staysByteForByte(table);
    }

    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("rules"))) {
            List<Path> tables = files.filter(each -> each.toString().matches(".*/tables/[^/]+\\.csv"))
                    .sorted()
                    .toList();
            assertThat(tables).hasSizeGreaterThan(40);
            return tables.stream();
        }
    }

    private static void staysByteForByte(byte[] table) {
        TableRows read = TableRows.read(table);
        List<RowOperation> operations = new ArrayList<>();
        for (TableRows.Row row : read.rows()) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(row.cells().size(), read.columns().size()); i++) {
                cells.put(read.columns().get(i), row.cells().get(i));
            }
            operations.add(new Change(row.number(), row.hash(), cells));
        }
        assertThat(new String(TableEdit.apply(table, operations), UTF_8)).isEqualTo(new String(table, UTF_8));
    }

    private static List<List<String>> cells(byte[] table) {
        return TableRows.read(table).rows().stream().map(TableRows.Row::cells).toList();
    }
}
