package org.noteworthy.input.table;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Problem;

/**
 * The rows of a CSV text under its header, each either as a note or told with what is wrong with it.
 *
 * <p>Cells may be missing at the end of a row, and empty ones be too many. Lines without a cell for the text are told
 * once for all that follow one another: they are pieces of a note whose line breaks do not stand in quotes, or, at the
 * end and after a blank line, a footer, which is left out with a warning.
 */
public final class CsvNoteRows {
    private final CsvRows rows;
    private final Columns columns;
    private final Consumer<String> warnings;
    private @Nullable TableRow ahead;
    private int numberBefore;
    private boolean piecesBefore;
    private boolean anyNote;

    public CsvNoteRows(CsvRows rows, Columns columns, Consumer<String> warnings) {
        this.rows = rows;
        this.columns = columns;
        this.warnings = warnings;
        this.numberBefore = rows.number();
    }

    /** The next row that is not blank. */
    public Optional<TableRow> next() {
        Optional<TableRow> next = peek();
        ahead = null;
        if (next.isEmpty()) {
            return next;
        }
        TableRow row = next.get();
        if (row instanceof TableRow.Read read && !isNote(read)) {
            return group(read);
        }
        numberBefore = row.number();
        piecesBefore = false;
        anyNote |= row instanceof TableRow.Read;
        return next;
    }

    private Optional<TableRow> peek() {
        if (ahead == null) {
            ahead = rows.next(Optional.of(columns)).orElse(null);
        }
        return Optional.ofNullable(ahead);
    }

    private boolean isNote(TableRow.Read row) {
        if (columns.overflows(row)) {
            return false;
        }
        if (row.width() >= columns.count()) {
            return true;
        }
        boolean quoted = isQuoted(row);
        if (isTextless(row) || !quoted && (columns.text() == 0 || piecesBefore && follows(row))) {
            return false;
        }
        boolean textLast = row.width() == columns.text() + 1;
        if (quoted) {
            return !(textLast && endsWithDelimiter(row) && piecesFollow(row));
        }
        return !hasProse(row) && !(textLast && piecesFollow(row));
    }

    private boolean isQuoted(TableRow.Read row) {
        return columns.textOf(row).filter(TableRow.Cell::quoted).isPresent();
    }

    /** Whether it ends before the text begins; where the text comes first, whether it may be a footer. */
    private boolean isTextless(TableRow.Read row) {
        return row.width() <= columns.text()
                || columns.text() == 0 && row.width() == 1 && columns.count() > 1 && !follows(row) && anyNote;
    }

    /** Whether it stands right under the row before. */
    private boolean follows(TableRow row) {
        return row.number() == numberBefore + 1;
    }

    private boolean piecesFollow(TableRow.Read row) {
        return peek().filter(next ->
                        next.number() == row.number() + 1 && next instanceof TableRow.Read read && isTextless(read))
                .isPresent();
    }

    private boolean endsWithDelimiter(TableRow.Read row) {
        return columns.textOf(row)
                .filter(cell -> cell.content().endsWith(String.valueOf(rows.delimiter())))
                .isPresent();
    }

    /** Whether its text or a cell after that begins with a blank, as what follows a comma in a sentence does. */
    private boolean hasProse(TableRow.Read row) {
        return row.cells().stream()
                .anyMatch(cell -> cell.column() >= Math.max(columns.text(), 1)
                        && !cell.quoted()
                        && cell.content().startsWith(" "));
    }

    /** Collects what belongs to a row that is no note. */
    private Optional<TableRow> group(TableRow.Read first) {
        boolean pieces = !isTextless(first) && !columns.overflows(first) || piecesBefore && follows(first);
        boolean footer = isTextless(first) && !follows(first) && anyNote;
        TableRow.Read last = first;
        numberBefore = first.number();
        boolean ended = columns.overflows(first) && !pieces;
        while (!ended && peek().orElse(null) instanceof TableRow.Read next && joins(next, pieces, footer)) {
            ended = next.width() >= columns.count() || pieces && endsNote(next);
            footer &= next.width() == 1 || isTextless(next);
            last = next;
            numberBefore = next.number();
            ahead = null;
        }
        piecesBefore = pieces || last.number() > first.number();
        if (footer && peek().isEmpty()) {
            warnings.accept(columns.input() + ": left out the footer in "
                    + (first.number() == last.number()
                            ? "line " + first.line()
                            : "lines " + first.line() + " to " + last.line())
                    + ": after a blank line, without a cell for text.");
            return Optional.empty();
        }
        return Optional.of(new TableRow.Broken(first.number(), first.line(), ragged(first, last, pieces)));
    }

    private boolean joins(TableRow.Read row, boolean pieces, boolean footer) {
        if (isTextless(row) || footer && row.width() == 1 && columns.count() > 1) {
            return true;
        }
        if (isQuoted(row) || !pieces && !follows(row)) {
            return false;
        }
        boolean whole = row.width() >= columns.count();
        return hasProse(row) || !whole || pieces && follows(row);
    }

    /** Whether it has the end of a text and all cells after it, with no comma of a sentence. */
    private boolean endsNote(TableRow.Read row) {
        return row.width() > 1
                && row.width() == columns.count() - columns.text()
                && row.cells().stream().noneMatch(cell -> cell.content().startsWith(" "));
    }

    private Problem ragged(TableRow.Read first, TableRow.Read last, boolean pieces) {
        String named = switch (rows.delimiter()) {
            case '\t' -> "a tab";
            case ';' -> "a semicolon";
            case '|' -> "a bar";
            default -> "a comma";
        };
        String advice = " A cell with " + named + " or a line break in it must stand in double quotes.";
        if (first.number() == last.number()) {
            return Problem.of(
                    400,
                    "Ragged row",
                    "Row " + first.number() + " has " + (first.width() == 1 ? "1 cell" : first.width() + " cells")
                            + ", the header has " + columns.count() + "." + advice);
        }
        return Problem.of(
                400,
                "Ragged rows",
                "Rows " + first.number() + " to " + last.number()
                        + (pieces
                                ? " look like pieces of notes, and none of them is judged."
                                : " have no cell for text.")
                        + advice);
    }
}
