package org.noteworthy.drafts.text;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.noteworthy.drafts.text.RowOperation.Add;
import org.noteworthy.drafts.text.RowOperation.Change;
import org.noteworthy.drafts.text.RowOperation.Delete;
import org.noteworthy.drafts.text.RowOperation.Move;

/** A table as FastCSV reads it, and what operations do to a list of its rows. */
final class ReadTable {
    final List<String> columns;
    final List<Row> rows = new ArrayList<>();

    /** Cells, and the lines of the file as they are written; null once the row is new or changed. */
    record Row(List<String> cells, @Nullable String written) {}

    private ReadTable(List<String> columns) {
        this.columns = columns;
    }

    static ReadTable of(String table) {
        String bare = table.startsWith("\uFEFF") ? table.substring(1) : table;
        String text = bare.replace("\r\n", "\n").replace('\r', '\n');
        List<String> lines = text.lines().toList();
        ReadTable read = null;
        for (CsvRecord record : CsvReader.builder()
                .fieldSeparator(lines.get(0).indexOf(';') >= 0 ? ';' : ',')
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            List<String> cells = record.getFields();
            if (read == null) {
                read = new ReadTable(cells);
            } else if (!cells.stream().allMatch(String::isBlank)) {
                int from = (int) record.getStartingLineNumber() - 1;
                int breaks = (int) String.join("", cells)
                        .chars()
                        .filter(unit -> unit == '\n')
                        .count();
                read.rows.add(new Row(cells, String.join("\n", lines.subList(from, from + breaks + 1))));
            }
        }
        return Objects.requireNonNull(read);
    }

    List<List<String>> cells() {
        return rows.stream().map(Row::cells).toList();
    }

    /** The rows after the operations. */
    List<Row> after(List<RowOperation> operations) {
        List<Object> places = new ArrayList<>();
        List<Row> now = new ArrayList<>(rows);
        for (int row = 1; row <= rows.size(); row++) {
            places.add("in front of " + row);
            places.add(row);
        }
        places.add("in front of " + (rows.size() + 1));
        List<Row> added = new ArrayList<>();
        for (RowOperation operation : operations) {
            if (operation instanceof Add add) {
                added.add(changed(new Row(columns.stream().map(each -> "").toList(), null), add.cells()));
                places.add(place(places, add.before()), -added.size());
            } else if (operation instanceof Change change) {
                now.set(change.row() - 1, changed(now.get(change.row() - 1), change.cells()));
            } else if (operation instanceof Delete delete) {
                places.remove((Object) delete.row());
            } else if (operation instanceof Move move) {
                places.remove((Object) move.row());
                places.add(place(places, move.before()), move.row());
            }
        }
        return places.stream()
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .map(row -> row > 0 ? now.get(row - 1) : added.get(-row - 1))
                .toList();
    }

    private int place(List<Object> places, @Nullable Integer before) {
        return places.indexOf("in front of " + (before == null ? rows.size() + 1 : before));
    }

    private Row changed(Row row, Map<String, String> texts) {
        List<String> cells = new ArrayList<>(row.cells());
        texts.forEach((name, text) -> {
            int column = columns.indexOf(name);
            if (column >= cells.size() && text.isEmpty()) {
                return;
            }
            while (cells.size() <= column) {
                cells.add("");
            }
            cells.set(column, text);
        });
        return new Row(cells, cells.equals(row.cells()) ? row.written() : null);
    }
}
