package org.noteworthy.input.table;

import java.util.Optional;
import java.util.regex.Pattern;
import org.noteworthy.checking.outcome.Entry;

/**
 * Tells rows from pieces of a text whose quotes are broken.
 *
 * <p>A line is a row where its text stands in quotes and it has a cell for every column, or no quotes at all and no blank
 * after a delimiter, as prose has; and only if a note can be made of it. Habits that the rows before it show are allowed
 * for.
 */
final class CsvResumption {
    private final boolean spaced;
    private final Pattern spacedQuote;
    private boolean unquoted;
    private boolean shortened;

    /** {@code spaced} where the header has a blank after each delimiter. */
    CsvResumption(char delimiter, boolean spaced) {
        this.spaced = spaced;
        this.spacedQuote = Pattern.compile(Pattern.quote(String.valueOf(delimiter)) + " +\"");
    }

    /** Takes notice of a sound row. */
    void remember(TableRow.Read row, Columns columns) {
        shortened |= row.width() < columns.count();
        unquoted |= columns.textOf(row).filter(cell -> !cell.quoted()).isPresent();
    }

    /** Whether that is a row; {@code source} begins with it. */
    boolean isRow(TableRow.Read row, String source, Columns columns) {
        Optional<TableRow.Cell> text = columns.textOf(row);
        boolean wide = row.width() >= columns.count() || shortened && row.width() > columns.text();
        if (text.isEmpty() || !wide || columns.overflows(row)) {
            return false;
        }
        boolean whole = text.get().quoted()
                ? spacedAsUsual(source)
                : row.width() >= columns.count() && (columns.text() > 0 || unquoted) && isPlain(row);
        return whole && columns.entry(row) instanceof Entry.Note;
    }

    private boolean isPlain(TableRow.Read row) {
        return row.cells().stream()
                .allMatch(cell -> cell.quoted()
                        || cell.content().indexOf('"') < 0
                                && (cell.column() == 0 || !cell.content().startsWith(" ")));
    }

    /** Whether quotes follow the delimiters of its first line as they do in the header. */
    boolean spacedAsUsual(String source) {
        return spaced
                || !spacedQuote.matcher(source.lines().findFirst().orElse("")).find();
    }
}
