package org.noteworthy.drafts.text;

import java.util.HashMap;
import java.util.Map;
import org.noteworthy.drafts.text.RowOperation.Change;
import org.noteworthy.drafts.text.RowOperation.Delete;
import org.noteworthy.drafts.text.RowOperation.Named;

/** What becomes of one row of a table, and by which operations. */
final class RowFate {
    private final String hash;
    private final Map<Integer, Integer> changedBy = new HashMap<>();
    private TableLine line;
    private int deletedBy;
    private int movedBy;

    RowFate(TableLine line) {
        this.line = line;
        hash = TableRows.hash(line.texts());
    }

    /** Of the cells before any operation. */
    String hash() {
        return hash;
    }

    /** The row with all changes of its cells. */
    TableLine line() {
        return line;
    }

    /** Whether it is neither deleted nor moved. */
    boolean stays() {
        return deletedBy == 0 && movedBy == 0;
    }

    /** The operation that does not go together with one more of that kind; 0 if there is none. */
    int against(Named operation) {
        if (deletedBy != 0 || operation instanceof Change) {
            return deletedBy;
        }
        return operation instanceof Delete && !changedBy.isEmpty()
                ? changedBy.values().iterator().next()
                : movedBy;
    }

    void delete(int operation) {
        deletedBy = operation;
    }

    void move(int operation) {
        movedBy = operation;
    }

    /** Takes the row as an operation has changed it. */
    void change(TableLine changed) {
        line = changed;
    }

    /** Notes that an operation changes a column; tells the one that does so already, else 0. */
    int changes(int column, int operation) {
        Integer other = changedBy.putIfAbsent(column, operation);
        return other == null ? 0 : other;
    }
}
