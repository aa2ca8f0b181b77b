package org.noteworthy.cli.input;

import java.util.List;
import org.noteworthy.checking.Problem;

/** One row of a table as it stands in its file. */
sealed interface TableRow {

    /** Its number as a spreadsheet shows it: the first row is 1, blank rows count. */
    int number();

    /** The line at which it starts; 0 in workbooks, which have none. */
    int line();

    /** A row that was read, {@code width} cells wide; those that are empty and not quoted are left out of the list. */
    record Read(int number, int line, int width, List<Cell> cells) implements TableRow {}

    /** A row that could not be. */
    record Broken(int number, int line, Problem problem) implements TableRow {}

    /** The content of a cell, its column counted from 0; {@code error} where it is a spreadsheet's error value. */
    record Cell(int column, String content, boolean error) {}
}
