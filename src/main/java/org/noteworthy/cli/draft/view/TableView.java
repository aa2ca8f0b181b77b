package org.noteworthy.cli.draft.view;

import java.util.List;

/** A table of a draft, row by row. */
public record TableView(String path, String digest, List<String> columns, List<Row> rows) {
    public TableView {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** One row by its number, from 1, and the hash by which an operation says which row it means. */
    public record Row(int row, List<String> cells, String hash) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
