package org.noteworthy.input.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Problem;

/** One row of a table as it stands in its file. */
public sealed interface TableRow {

    /** Its number as a spreadsheet shows it: the first row is 1, blank rows count. */
    int number();

    /** The line at which it starts; 0 in workbooks, which have none. */
    int line();

    /** A row that was read, {@code width} cells wide; those that are empty and not quoted are left out of the list. */
    record Read(int number, int line, int width, List<Cell> cells) implements TableRow {}

    /** A row that could not be. */
    record Broken(int number, int line, Problem problem) implements TableRow {}

    /**
     * What a cell says.
     *
     * @param column counted from 0
     * @param quoted whether it stands in quotes, in a text
     * @param wrong what the cell holds that is no content, e.g. a spreadsheet's error; null where it is as it should be
     */
    record Cell(
            int column,
            String content,
            boolean quoted,
            @Nullable String wrong) {

        /** A cell that says something, without quotes. */
        public static Cell of(int column, String content) {
            return new Cell(column, content, false, null);
        }

        /** A cell that holds something else. */
        public static Cell wrong(int column, String what) {
            return new Cell(column, what, false, what);
        }
    }
}
