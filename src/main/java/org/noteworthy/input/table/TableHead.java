package org.noteworthy.input.table;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noteworthy.input.InputOptions;
import org.noteworthy.input.RecordField;
import org.noteworthy.input.UnreadableInputException;
import org.noteworthy.notes.text.Nearest;

/**
 * The beginning of a table, for whoever has to say which column holds what.
 *
 * @param sheets the sheets of a workbook, hidden ones too; none in a text
 * @param sheet the one that was looked at; null in a text
 * @param row number of the header row
 * @param width how many columns the header has, of which the first {@value #MOST_COLUMNS} are told
 * @param missing names of the fields that no column holds
 * @param rows the first rows under the header
 * @param problem why the table cannot be checked so; null where it can
 * @param warnings what of it would be passed over
 */
public record TableHead(
        List<Sheet> sheets,
        @Nullable String sheet,
        int row,
        int width,
        List<Column> columns,
        List<String> missing,
        List<Row> rows,
        @Nullable String problem,
        List<String> warnings) {
    /** Rows that are told. */
    public static final int MOST_ROWS = 5;

    /** Columns that are told. */
    public static final int MOST_COLUMNS = 200;

    private static final int LONGEST = 500;

    public TableHead {
        sheets = List.copyOf(sheets);
        columns = List.copyOf(columns);
        missing = List.copyOf(missing);
        rows = List.copyOf(rows);
        warnings = List.copyOf(warnings);
    }

    /** A sheet of a workbook. */
    public record Sheet(String name, boolean hidden) {}

    /**
     * A column.
     *
     * @param name what its header says
     * @param field name of the field that it holds; null where it holds none
     * @param maybe name of a field that is written much like it; null where there is none, or it has a column
     */
    public record Column(
            String name, @Nullable String field, @Nullable String maybe) {}

    /** A row; of long texts, the beginning. */
    public record Row(int number, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** What is told of a table with that header, whose row has that number, and those rows under it. */
    public static TableHead of(
            TablePlace place,
            List<Sheet> sheets,
            @Nullable String sheet,
            int number,
            List<String> header,
            List<TableRow> under,
            InputOptions options) {
        List<String> warnings = new ArrayList<>();
        Set<RecordField> left = EnumSet.allOf(RecordField.class);
        header.forEach(name -> options.columns().field(name).ifPresent(left::remove));
        List<String> missing = left.stream().map(RecordField::column).toList();
        List<Column> columns = new ArrayList<>();
        for (String name : header.subList(0, Math.min(header.size(), MOST_COLUMNS))) {
            String field =
                    options.columns().field(name).map(RecordField::column).orElse(null);
            String maybe = field == null && !name.isBlank()
                    ? Nearest.among(name, missing).orElse(null)
                    : null;
            columns.add(new Column(shown(name), field, maybe));
        }
        return new TableHead(
                sheets,
                sheet,
                number,
                header.size(),
                columns,
                missing,
                under.stream().map(row -> row(row, columns.size())).toList(),
                problem(place, header, options.withWarnings(warnings::add)),
                warnings);
    }

    private static @Nullable String problem(TablePlace place, List<String> header, InputOptions options) {
        try {
            Columns.of(place, header, options);
            return null;
        } catch (UnreadableInputException e) {
            return e.problem().detail();
        }
    }

    private static Row row(TableRow row, int width) {
        List<String> cells = new ArrayList<>();
        if (row instanceof TableRow.Read read) {
            for (TableRow.Cell cell : read.cells()) {
                if (cell.column() < width) {
                    while (cells.size() < cell.column()) {
                        cells.add("");
                    }
                    cells.add(shown(cell.content()));
                }
            }
        }
        return new Row(row.number(), cells);
    }

    private static String shown(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
