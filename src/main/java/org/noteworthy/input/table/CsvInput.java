package org.noteworthy.input.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.input.ColumnMap;
import org.noteworthy.input.InputOptions;
import org.noteworthy.input.NoteInput;
import org.noteworthy.input.Unreadable;
import org.noteworthy.input.UnreadableInputException;
import org.noteworthy.input.text.DecodedReader;

/** A CSV table as notes, a row each; commas, semicolons or tabs, as the header has them or the line before it says. */
public final class CsvInput {
    private CsvInput() {}

    public static NoteInput open(String name, DecodedReader reader, InputOptions options) throws IOException {
        CsvRows rows = new CsvRows(reader, options);
        if (rows.binary()) {
            throw Unreadable.binary(name, options.names());
        }
        List<String> header = header(name, rows, options);
        TablePlace place = TablePlace.of(name);
        if (!Columns.hasText(header, options.columns())) {
            throw Columns.withoutText(place, header, better(rows, options.columns()), options);
        }
        Columns columns = Columns.of(place, header, options);
        CsvNoteRows notes = new CsvNoteRows(rows, columns, options.warnings());
        return new NoteInput(name, () -> next(notes, columns), reader);
    }

    /** What the cells of the header say. */
    public static List<String> header(String name, CsvRows rows, InputOptions options) {
        return Columns.header(headerRow(name, rows, options));
    }

    /** The beginning of the table, which is shown under that name. */
    public static TableHead head(String name, DecodedReader reader, InputOptions options) throws IOException {
        CsvRows rows = new CsvRows(reader, options);
        if (rows.binary()) {
            throw Unreadable.binary(name, options.names());
        }
        TableRow.Read header = headerRow(name, rows, options);
        List<TableRow> under = new ArrayList<>();
        Optional<TableRow> row = rows.next(Optional.empty());
        while (row.isPresent()) {
            under.add(row.get());
            row = under.size() < TableHead.MOST_ROWS ? rows.next(Optional.empty()) : Optional.empty();
        }
        return TableHead.of(
                TablePlace.of(name), List.of(), null, header.number(), Columns.header(header), under, options);
    }

    private static TableRow.Read headerRow(String name, CsvRows rows, InputOptions options) {
        int number = options.headerRow();
        Optional<TableRow> row = rows.next(Optional.empty());
        while (row.isPresent() && row.get().number() < number) {
            row = rows.next(Optional.empty());
        }
        TableRow header =
                row.orElseThrow(() -> Unreadable.empty(name, "it takes a header row with a column \"text\"."));
        if (number > 0 && header.number() > number) {
            throw new UnreadableInputException(
                    name, "row " + number + ", which " + options.names().headerRow() + " names, is empty.");
        }
        if (header instanceof TableRow.Broken broken) {
            throw new UnreadableInputException(name, broken.problem().detail());
        }
        TableRow.Read read = (TableRow.Read) header;
        if (read.width() > Columns.MOST) {
            throw new UnreadableInputException(
                    name,
                    "its header has " + read.width() + " columns, and a table can have " + Columns.MOST
                            + ". Save the sheet without what is not a note.");
        }
        return read;
    }

    /** Number of a row further down that has a column for the text; 0 if none of the next has. */
    private static int better(CsvRows rows, ColumnMap map) {
        for (int looked = 0; looked < Columns.HEADER_LOOKED_FOR; looked++) {
            TableRow row = rows.next(Optional.empty()).orElse(null);
            if (row == null) {
                return 0;
            }
            if (row instanceof TableRow.Read read && Columns.hasText(parted(read), map)) {
                return row.number();
            }
        }
        return 0;
    }

    /** What its cells say, whatever parts them: the titles above it may have shown another delimiter, or none. */
    private static List<String> parted(TableRow.Read row) {
        return Columns.header(row).stream()
                .flatMap(cell -> Arrays.stream(cell.split("[;\t|]", -1)))
                .toList();
    }

    private static Optional<Entry> next(CsvNoteRows rows, Columns columns) {
        for (Optional<TableRow> row = rows.next(); row.isPresent(); row = rows.next()) {
            Entry entry = columns.entry(row.get());
            if (entry != null) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }
}
