package org.noteworthy.cli.input;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.noteworthy.checking.Entry;
import org.noteworthy.checking.intake.DecodedReader;

/** A CSV table as notes, a row each; commas, semicolons or tabs, as the header has them or the line before it says. */
final class CsvInput {
    private CsvInput() {}

    static NoteInput open(String name, DecodedReader reader, InputOptions options) throws IOException {
        CsvRows rows = new CsvRows(reader, options.limits());
        if (rows.binary()) {
            throw Unreadable.binary(name);
        }
        Columns columns = Columns.of(name, header(name, rows), options.limits(), options.warnings());
        return new NoteInput(name, () -> next(rows, columns), reader);
    }

    static List<String> header(String name, CsvRows rows) {
        TableRow first = rows.next(Optional.empty())
                .orElseThrow(() -> Unreadable.empty(name, "it takes a header row with a column \"text\"."));
        if (first instanceof TableRow.Broken broken) {
            throw new UnreadableInputException(name, broken.problem().detail());
        }
        return Columns.header((TableRow.Read) first);
    }

    private static Optional<Entry> next(CsvRows rows, Columns columns) {
        for (Optional<TableRow> row = rows.next(Optional.of(columns));
                row.isPresent();
                row = rows.next(Optional.of(columns))) {
            Entry entry = columns.entry(row.get());
            if (entry != null) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }
}
