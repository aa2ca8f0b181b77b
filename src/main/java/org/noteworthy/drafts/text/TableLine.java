package org.noteworthy.drafts.text;

import java.util.List;

/**
 * A row of a table as it is written: the header, a row, or one that says nothing.
 *
 * @param line of the file at which it begins, from 1; 0 for a new one
 * @param end its line end; empty for the last one of a file that ends without, and for a new one
 */
record TableLine(int line, List<WrittenCell> cells, String end) {
    TableLine {
        cells = List.copyOf(cells);
    }

    List<String> texts() {
        return cells.stream().map(WrittenCell::text).toList();
    }

    /** Whether it says nothing, so that the product steps over it. */
    boolean blank() {
        return cells.stream().allMatch(cell -> cell.text().isBlank());
    }

    TableLine withCells(List<WrittenCell> others) {
        return new TableLine(line, others, end);
    }

    /** Its cells as they stand in the file. */
    void write(char separator, StringBuilder out) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.append(separator);
            }
            out.append(cells.get(i).written());
        }
    }
}
