package org.noteworthy.authoring.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.input.InputOptions;
import org.noteworthy.input.RecordField;
import org.noteworthy.input.SideKeys;
import org.noteworthy.input.Unreadable;
import org.noteworthy.input.UnreadableInputException;
import org.noteworthy.input.table.Columns;
import org.noteworthy.input.table.CsvInput;
import org.noteworthy.input.table.CsvNoteRows;
import org.noteworthy.input.table.CsvRows;
import org.noteworthy.input.table.TablePlace;
import org.noteworthy.input.table.TableRow;
import org.noteworthy.input.text.DecodedReader;
import org.noteworthy.notes.text.Nearest;

/**
 * A CSV table of fixtures: a note in each row, with the rules that it violates in a column {@code expect}, and in a column
 * {@code playbooks}, if there is one, the editions to judge it by, and in a column {@code fixes} the fixes shown; names in a cell are parted by semicolons.
 */
final class FixtureTable {
    private static final Set<String> OF_FIXTURES = Set.of(SideKeys.EXPECT, SideKeys.PLAYBOOKS, SideKeys.FIXES);

    private FixtureTable() {}

    static List<Fixture> read(Path file, DecodedReader reader, InputOptions options) throws IOException {
        String name = file.toString();
        CsvRows rows = new CsvRows(reader, options);
        if (rows.binary()) {
            throw Unreadable.binary(name, options.names());
        }
        List<String> header = CsvInput.header(name, rows, options);
        int expect = header.indexOf(SideKeys.EXPECT);
        if (expect < 0) {
            throw new UnreadableInputException(
                    name, "there is no column \"" + SideKeys.EXPECT + "\" for the rules that a row violates.");
        }
        int playbooks = header.indexOf(SideKeys.PLAYBOOKS);
        int fixes = header.indexOf(SideKeys.FIXES);
        List<String> ofNotes = ofNotes(header);
        for (String column : ofNotes) {
            if (!column.isBlank() && RecordField.inColumn(column).isEmpty()) {
                throw new UnreadableInputException(
                        name,
                        "the column \"" + column + "\" is not a field of a note."
                                + Nearest.insteadOf(column, RecordField.columns()));
            }
        }
        Columns columns = Columns.of(TablePlace.of(name), ofNotes, options);
        CsvNoteRows notes = new CsvNoteRows(rows, columns, options.warnings());
        List<Fixture> fixtures = new ArrayList<>();
        for (Optional<TableRow> row = notes.next(); row.isPresent(); row = notes.next()) {
            Entry entry = columns.entry(row.get());
            if (entry instanceof Entry.Note note) {
                fixtures.add(new Fixture.OfNote(
                        file,
                        note.note(),
                        new LinkedHashSet<>(names(row.get(), expect)),
                        names(row.get(), playbooks),
                        new LinkedHashSet<>(names(row.get(), fixes))));
            } else if (entry instanceof Entry.Refused refused) {
                throw new UnreadableInputException(
                        name,
                        "row " + row.get().number() + ": " + refused.problem().detail());
            }
        }
        return fixtures;
    }

    private static List<String> ofNotes(List<String> header) {
        return header.stream()
                .map(column -> OF_FIXTURES.contains(column) ? "" : column)
                .toList();
    }

    private static List<String> names(TableRow row, int column) {
        return ((TableRow.Read) row)
                .cells().stream()
                        .filter(cell -> cell.column() == column)
                        .flatMap(cell -> Arrays.stream(cell.content().split(";", -1)))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }
}
