package org.noteworthy.drafts.text;

import java.util.HashMap;
import java.util.Map;
import org.noteworthy.drafts.text.RowOperation.Change;
import org.noteworthy.drafts.text.RowOperation.Delete;
import org.noteworthy.drafts.text.RowOperation.Named;

/** What becomes of one row of a table, and by which operations. */
final class RowFate {
    private final TableLine before;
    private final Map<Integer, Integer> changedBy = new HashMap<>();
    private TableLine line;
    private int deletedBy;
    private int movedBy;

    RowFate(TableLine line) {
        before = line;
        this.line = line;
    }

    /** The row before any operation. */
    TableLine before() {
        return before;
    }

    /** Of the cells before any operation. */
    String hash() {
        return TableRows.hash(before.texts());
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
        return operation instanceof Delete && !changedBy.isEmpty() ? lastChange() : movedBy;
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

    /** The last operation that changes a cell; 0 if none does. */
    int lastChange() {
        return changedBy.values().stream().mapToInt(each -> each).max().orElse(0);
    }

    /** Notes that an operation changes a column; tells the one that does so already, else 0. */
    int changes(int column, int operation) {
        Integer other = changedBy.putIfAbsent(column, operation);
        return other == null ? 0 : other;
    }
}
