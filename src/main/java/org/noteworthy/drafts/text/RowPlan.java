package org.noteworthy.drafts.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noteworthy.drafts.text.RowOperation.Add;
import org.noteworthy.drafts.text.RowOperation.Change;
import org.noteworthy.drafts.text.RowOperation.Delete;
import org.noteworthy.drafts.text.RowOperation.Move;
import org.noteworthy.drafts.text.RowOperation.Named;

/** What is to become of each row of a table, by all operations together; each of them is checked. */
final class RowPlan {
    private static final int MOST_CELLS_TOLD = 5;

    private final NewCells cells;
    private final List<RowFate> fates;
    private final Map<Integer, List<Supplier<TableLine>>> placed = new HashMap<>();
    private int operation;

    private RowPlan(TableText table) {
        cells = new NewCells(table);
        fates = table.rows().stream().map(RowFate::new).toList();
    }

    static RowPlan of(TableText table, List<RowOperation> operations) {
        RowPlan plan = new RowPlan(table);
        for (RowOperation each : operations) {
            plan.operation++;
            plan.take(each);
        }
        plan.requireWords();
        return plan;
    }

    /** How many rows there are before any operation. */
    int rows() {
        return fates.size();
    }

    /** Whether the row is neither deleted nor moved. */
    boolean stays(int row) {
        return fate(row).stays();
    }

    /** The row as it is to be. */
    TableLine line(int row) {
        return fate(row).line();
    }

    /** What goes in front of that row; the number behind the last row stands for the end. */
    List<TableLine> placedBefore(int row) {
        return placed.getOrDefault(row, List.of()).stream().map(Supplier::get).toList();
    }

    /** Only after all operations it is known whether a row that several of them change says anything. */
    private void requireWords() {
        for (int row = 1; row <= rows(); row++) {
            int change = fate(row).lastChange();
            if (change != 0) {
                NewCells.requireWords(change, row, line(row));
            }
        }
    }

    private RowFate fate(int row) {
        return fates.get(row - 1);
    }

    private void take(RowOperation each) {
        if (each instanceof Add add) {
            int before = place(0, add.before());
            TableLine line = cells.added(operation, add.cells(), neighbour(before));
            NewCells.requireWords(operation, 0, line);
            put(before, () -> line);
        } else if (each instanceof Named named) {
            require(named);
            RowFate fate = fate(named.row());
            if (named instanceof Change change) {
                change(change, fate);
            } else if (named instanceof Move move) {
                put(place(move.row(), move.before()), fate::line);
                fate.move(operation);
            } else if (named instanceof Delete) {
                fate.delete(operation);
            }
        }
    }

    private void change(Change change, RowFate fate) {
        for (String name : change.cells().keySet()) {
            int other = fate.changes(cells.column(operation, change.row(), name), operation);
            if (other != 0) {
                throw TableException.ofColumn(
                        operation,
                        change.row(),
                        name,
                        null,
                        says(change) + ", but the column " + Quote.of(name) + " is changed by operation " + other
                                + " already. Keep one of the two.");
            }
        }
        fate.change(cells.changed(operation, change.row(), fate.line(), change.cells()));
    }

    /** The number of the row in whose front something goes; that behind the last for the end. */
    private int place(int row, @Nullable Integer before) {
        int place = before == null ? rows() + 1 : before;
        if (place < 1 || place > rows() + 1) {
            throw TableException.of(
                    operation,
                    row,
                    "Operation " + operation + " puts a row in front of row " + before + ", but " + there()
                            + " Leave the place out to put it at the end.");
        }
        return place;
    }

    private void put(int place, Supplier<TableLine> line) {
        placed.computeIfAbsent(place, each -> new ArrayList<>()).add(line);
    }

    /** The row above a place, or that below it; null in a table without rows. */
    private @Nullable TableLine neighbour(int before) {
        return fates.isEmpty() ? null : fate(Math.max(1, before - 1)).before();
    }

    private void require(Named named) {
        int row = named.row();
        if (row < 1 || row > rows()) {
            throw TableException.of(
                    operation, row, says(named) + ", but " + there() + " They are numbered without the header.");
        }
        RowFate fate = fate(row);
        if (!fate.hash().equals(named.expected())) {
            throw TableException.stale(operation, row, stale(named, fate));
        }
        int other = fate.against(named);
        if (other != 0) {
            throw TableException.of(
                    operation,
                    row,
                    says(named) + ", which operation " + other
                            + " changes, moves or deletes already. Keep one of the two.");
        }
    }

    private String stale(Named named, RowFate found) {
        List<String> texts = found.before().texts();
        String told = texts.stream().limit(MOST_CELLS_TOLD).map(Quote::of).collect(Collectors.joining(", "));
        List<Integer> elsewhere = new ArrayList<>();
        for (int row = 1; row <= rows(); row++) {
            if (fate(row).hash().equals(named.expected())) {
                elsewhere.add(row);
            }
        }
        return says(named) + " as " + Quote.of(named.expected()) + ", but that row is " + Quote.of(found.hash())
                + " now: "
                + told + (texts.size() > MOST_CELLS_TOLD ? ", …" : "") + "."
                + (elsewhere.size() == 1 ? " The row that is meant stands in row " + elsewhere.get(0) + " now." : "")
                + " Read the table again.";
    }

    private String says(Named named) {
        return "Operation " + operation + " " + named.does() + " row " + named.row();
    }

    private String there() {
        return switch (rows()) {
            case 0 -> "the table has no rows.";
            case 1 -> "the table has one row, row 1.";
            default -> "the table has rows 1 to " + rows() + ".";
        };
    }
}
