package org.noteworthy.cli.draft;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.noteworthy.cli.draft.view.TableView;
import org.noteworthy.notes.text.Characters;
import org.noteworthy.report.Words;

/** Rows of tables for people. */
final class RowsText {
    private static final int WIDEST = 40;

    private RowsText() {}

    /** A line for each row, under the names of the columns; long cells are cut. */
    static List<String> lines(TableView table) {
        int count = Math.max(
                table.columns().size(),
                table.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0));
        int[] widths = IntStream.range(0, count)
                .map(column -> Math.max(
                        cell(table.columns(), column).length(),
                        table.rows().stream()
                                .mapToInt(row -> cell(row.cells(), column).length())
                                .max()
                                .orElse(0)))
                .toArray();
        int number = String.valueOf(table.rows().size()).length();
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(line(" ".repeat(number), table.columns(), widths)),
                        table.rows().stream()
                                .map(row -> line(
                                        " "
                                                        .repeat(number
                                                                - String.valueOf(row.row())
                                                                        .length())
                                                + row.row(),
                                        row.cells(),
                                        widths)))
                .toList();
    }

    private static String line(String number, List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> {
                    String cell = cell(cells, column);
                    return cell + " ".repeat(Math.max(0, widths[column] - cell.length()));
                })
                .collect(Collectors.joining("  ", number + "  ", ""))
                .stripTrailing();
    }

    private static String cell(List<String> cells, int column) {
        return column < cells.size() ? Words.cut(Characters.harmless(cells.get(column)), WIDEST) : "";
    }

    /** One row as it would be typed. */
    static String told(TableView table, TableView.Row row) {
        return IntStream.range(0, row.cells().size())
                .filter(column -> !row.cells().get(column).isEmpty())
                .mapToObj(column ->
                        (column < table.columns().size() ? table.columns().get(column) : "?") + "="
                                + row.cells().get(column))
                .collect(Collectors.joining(", "));
    }
}
