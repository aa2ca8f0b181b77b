package org.noteworthy.drafts.text;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Changes rows of a table and no other byte: what no operation names keeps its quotes, blanks and line ends, and the file
 * its byte-order mark, its blank lines and the line end that its last line has or has not.
 */
public final class TableEdit {
    private static final int MOST_OPERATIONS = 10_000;

    private final TableText table;
    private final RowPlan plan;
    private final StringBuilder text = new StringBuilder();
    private String lastEnd;
    private boolean ended = true;

    private TableEdit(TableText table, RowPlan plan) {
        this.table = table;
        this.plan = plan;
        lastEnd = table.lines().get(0).end().isEmpty()
                ? "\n"
                : table.lines().get(0).end();
    }

    /** The table after all operations, or a {@link TableException} for the first that cannot be done. */
    public static byte[] apply(byte[] csv, List<RowOperation> operations) {
        if (operations.size() > MOST_OPERATIONS) {
            throw TableException.whole("There are " + operations.size() + " operations; at most " + MOST_OPERATIONS
                    + " can be done at once. Send them in parts.");
        }
        TableText table = TableText.of(csv);
        byte[] edited =
                new TableEdit(table, RowPlan.of(table, operations)).edited().getBytes(StandardCharsets.UTF_8);
        if (edited.length > TableText.MOST_BYTES) {
            throw TableException.whole("The table would have " + edited.length
                    + " bytes; at most 1 MiB can be an edition's. Add fewer or shorter rows.");
        }
        return edited;
    }

    private String edited() {
        text.append(table.mark());
        int row = 0;
        int i = 0;
        for (TableLine line : table.lines()) {
            boolean isRow = i > table.header() && !line.blank();
            if (isRow) {
                row++;
                plan.placedBefore(row).forEach(this::write);
            }
            if (!isRow) {
                write(line);
            } else if (plan.stays(row)) {
                write(plan.line(row));
            }
            if (row == plan.rows() && (isRow || i == table.header())) {
                plan.placedBefore(row + 1).forEach(this::write);
            }
            i++;
        }
        if (ended && !table.ended()) {
            text.setLength(text.length() - lastEnd.length());
        } else if (!ended && table.ended()) {
            text.append(lastEnd);
        }
        return text.toString();
    }

    /** A line that had no end, since it is new or was the last one, gets that of the line before it when one follows. */
    private void write(TableLine line) {
        if (!ended) {
            text.append(lastEnd);
        }
        line.write(table.separator(), text);
        text.append(line.end());
        ended = !line.end().isEmpty();
        lastEnd = ended ? line.end() : lastEnd;
    }
}
