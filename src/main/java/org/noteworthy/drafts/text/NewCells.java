package org.noteworthy.drafts.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.text.Characters;
import org.noteworthy.notes.text.Nearest;

/** Cells that operations put into a table: checked, and written as the table writes its own. */
final class NewCells {
    private static final int LONGEST = 10_000;
    private static final int SEVERAL = -1;

    private final char separator;
    private final List<String> columns;
    private final Map<String, Integer> places = new HashMap<>();

    NewCells(TableText table) {
        separator = table.separator();
        columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            places.merge(columns.get(i), i, (one, other) -> SEVERAL);
        }
    }

    /** Which column has that name, from 0. */
    int column(int operation, int row, String name) {
        Integer column = places.get(name);
        if (column == null) {
            List<String> names = List.copyOf(new LinkedHashSet<>(columns));
            throw TableException.ofColumn(
                    operation,
                    row,
                    name,
                    Nearest.among(name, names).orElse(null),
                    at(operation, row) + ": there is no column " + Quote.of(name) + "."
                            + Nearest.insteadOf(name, names));
        }
        if (column == SEVERAL) {
            throw TableException.ofColumn(
                    operation,
                    row,
                    name,
                    null,
                    at(operation, row) + ": " + Collections.frequency(columns, name) + " columns have the name "
                            + Quote.of(name) + ". Rename all but one in the file.");
        }
        return column;
    }

    /** A new row; where the row beside it has quotes that it could do without, it has them too. */
    TableLine added(int operation, Map<String, String> texts, @Nullable TableLine neighbour) {
        List<WrittenCell> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(WrittenCell.of("", separator, quoted(neighbour, i)));
        }
        texts.forEach((name, text) -> {
            int column = column(operation, 0, name);
            cells.set(column, WrittenCell.of(checked(operation, 0, name, text), separator, quoted(neighbour, column)));
        });
        return new TableLine(0, cells, "");
    }

    private boolean quoted(@Nullable TableLine neighbour, int column) {
        return neighbour != null
                && column < neighbour.cells().size()
                && neighbour.cells().get(column).quotedByHabit(separator);
    }

    /** The row with these texts; a cell that says the same already stays as it is written. */
    TableLine changed(int operation, int row, TableLine line, Map<String, String> texts) {
        List<WrittenCell> cells = new ArrayList<>(line.cells());
        texts.forEach((name, text) -> {
            int column = column(operation, row, name);
            WrittenCell old = column < cells.size() ? cells.get(column) : WrittenCell.EMPTY;
            if (!old.text().equals(lines(text))) {
                while (cells.size() <= column) {
                    cells.add(WrittenCell.EMPTY);
                }
                cells.set(column, old.saying(checked(operation, row, name, text), separator));
            }
        });
        return line.withCells(cells);
    }

    /** A row without a word would not be read as one. */
    static void requireWords(int operation, int row, TableLine line) {
        if (line.blank()) {
            throw TableException.of(
                    operation,
                    row,
                    at(operation, row) + ": all cells would be empty. "
                            + (row == 0 ? "Fill one in." : "Delete the row instead."));
        }
    }

    private static String checked(int operation, int row, String column, String text) {
        String lines = lines(text);
        if (lines.length() > LONGEST) {
            throw TableException.ofColumn(
                    operation,
                    row,
                    column,
                    null,
                    at(operation, row) + ": the cell " + Quote.of(column) + " has " + lines.length()
                            + " characters; at most " + LONGEST + " are allowed. Shorten it.");
        }
        for (int i = 0; i < lines.length(); ) {
            int character = lines.codePointAt(i);
            if (forbidden(character)) {
                throw TableException.ofColumn(
                        operation,
                        row,
                        column,
                        null,
                        at(operation, row) + ": the cell " + Quote.of(column)
                                + String.format(
                                        Locale.ROOT,
                                        " has the character U+%04X, which is not seen and changes how the text around it"
                                                + " looks. Leave it out.",
                                        character));
            }
            i += Character.charCount(character);
        }
        return lines;
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }

    private static boolean forbidden(int character) {
        boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return half || Characters.misleads(character) && character != '\t' && character != '\n';
    }

    private static String at(int operation, int row) {
        return "Operation " + operation + (row == 0 ? "" : ", row " + row);
    }
}
