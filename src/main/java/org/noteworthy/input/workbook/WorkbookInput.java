package org.noteworthy.input.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.input.InputOptions;
import org.noteworthy.input.NoteInput;
import org.noteworthy.input.Unreadable;
import org.noteworthy.input.UnreadableInputException;
import org.noteworthy.input.table.Columns;
import org.noteworthy.input.table.TablePlace;
import org.noteworthy.input.table.TableRow;

/**
 * The sheets of an XLSX workbook as notes, a row each: those that were named, else all that are not hidden and have a
 * column for the text.
 *
 * <p>Rows stream; the texts that cells share lie in a temporary file, so a million rows need no more memory than a few.
 * A workbook has no lines: an entry's place is its row number, after its sheet where notes stand on several.
 */
public final class WorkbookInput {
    /** Kept, or the level set on it would be lost. The library tells of what the exceptions say as well. */
    private static final Logger LIBRARY = Logger.getLogger("org.apache.poi");

    static {
        LIBRARY.setLevel(Level.SEVERE);
    }

    private final String name;
    private final WorkbookParts parts;
    private final InputOptions options;
    private final Deque<Entry> refused = new ArrayDeque<>();
    private final Deque<NoteSheet> sheets = new ArrayDeque<>();
    private @Nullable SheetRows rows;
    private int lastRow;

    /** A sheet with notes under its header. */
    private record NoteSheet(SheetHeader header, TablePlace place, Columns columns) {}

    private WorkbookInput(String name, WorkbookParts parts, InputOptions options) {
        this.name = name;
        this.parts = parts;
        this.options = options;
    }

    /** Opens the file where there is one, else a copy of the stream in a temporary file. */
    public static NoteInput open(String name, InputStream in, @Nullable Path file, InputOptions options)
            throws IOException {
        WorkbookParts parts = guarded(name, () -> WorkbookParts.open(in, file, CellText.upTo(options.limits())));
        try {
            WorkbookInput input = new WorkbookInput(name, parts, options);
            input.choose(SheetChoice.of(name, parts.sheets(), options));
            return new NoteInput(name, input::next, () -> {
                parts.close();
                in.close();
            });
        } catch (UnreadableInputException e) {
            parts.close();
            throw e;
        }
    }

    private void choose(List<WorkbookParts.SheetPart> chosen) {
        List<SheetHeader> withNotes = new ArrayList<>();
        List<SheetHeader> others = new ArrayList<>();
        for (WorkbookParts.SheetPart sheet : chosen) {
            guarded(name, () -> SheetHeader.find(parts, sheet, options.headerRow(), options.columns()))
                    .ifPresent(header -> (header.hasText() ? withNotes : others).add(header));
        }
        if (withNotes.isEmpty()) {
            throw nothingToRead(chosen, others);
        }
        for (SheetHeader header : withNotes) {
            String sheet = header.sheet().name();
            TablePlace place = withNotes.size() == 1 ? TablePlace.of(name) : TablePlace.of(name, sheet);
            try {
                sheets.add(new NoteSheet(header, place, Columns.of(place, header.names(), options)));
            } catch (UnreadableInputException e) {
                if (withNotes.size() == 1) {
                    throw e;
                }
                refused.add(refusal("sheet " + sheet, e));
            }
        }
        others.forEach(this::leaveOut);
    }

    private UnreadableInputException nothingToRead(List<WorkbookParts.SheetPart> chosen, List<SheetHeader> others) {
        if (others.isEmpty()) {
            String first = chosen.get(0).name();
            return options.headerRow() == 0
                    ? Unreadable.empty(
                            name, "its first sheet, \"" + first + "\", takes a header row with a column \"text\".")
                    : new UnreadableInputException(
                            name,
                            "row " + options.headerRow() + ", which "
                                    + options.names().headerRow() + " names, is empty"
                                    + (chosen.size() == 1 ? "." : " on every sheet."));
        }
        SheetHeader first = others.stream()
                .filter(header -> header.better() > 0)
                .findFirst()
                .orElse(others.get(0));
        TablePlace place = others.size() == 1
                ? TablePlace.of(name)
                : TablePlace.of(name, first.sheet().name());
        return Columns.withoutText(place, first.names(), first.better(), options);
    }

    /** A sheet beside those with notes: it may be about anything, or be one with titles above its header. */
    private void leaveOut(SheetHeader header) {
        String sheet = header.sheet().name();
        TablePlace place = TablePlace.of(name, sheet);
        if (header.better() > 0) {
            refused.add(
                    refusal("sheet " + sheet, Columns.withoutText(place, header.names(), header.better(), options)));
        } else {
            options.warnings().accept(name + ": " + place.label() + "left out, since it has no column \"text\".");
        }
    }

    private Optional<Entry> next() {
        while (refused.isEmpty() && !sheets.isEmpty()) {
            NoteSheet sheet = sheets.getFirst();
            Optional<Entry> entry = next(sheet);
            if (entry.isPresent()) {
                return entry;
            }
            guarded(name, () -> {
                close();
                return true;
            });
            sheets.removeFirst();
        }
        return Optional.ofNullable(refused.poll());
    }

    private Optional<Entry> next(NoteSheet sheet) {
        try {
            if (rows == null) {
                rows = guarded(name, () -> under(sheet));
                lastRow = 0;
            }
            SheetRows from = Objects.requireNonNull(rows);
            for (Optional<TableRow.Read> row =
                            guarded(name, () -> from.next(sheet.columns().used()));
                    row.isPresent();
                    row = guarded(name, () -> from.next(sheet.columns().used()))) {
                lastRow = row.get().number();
                Entry entry = sheet.columns().entry(row.get());
                if (entry != null) {
                    return Optional.of(entry);
                }
            }
            return Optional.empty();
        } catch (UnreadableInputException e) {
            if (sheets.size() == 1) {
                throw e;
            }
            refused.add(refusal(sheet.place().row(lastRow + 1), e));
            return Optional.empty();
        }
    }

    private SheetRows under(NoteSheet sheet) throws IOException, XMLStreamException {
        SheetRows opened = parts.rows(sheet.header().sheet(), sheet.columns().days());
        for (int row = 0; row < sheet.header().rows(); row++) {
            opened.next(SheetRows.allColumns());
        }
        return opened;
    }

    private void close() throws IOException {
        if (rows != null) {
            rows.close();
            rows = null;
        }
    }

    private Entry refusal(String place, UnreadableInputException reason) {
        Problem problem = Problem.of(400, "Unreadable sheet", reason.problem().detail());
        return new Entry.Refused(new Origin(name, place, 0, 0, false), place, problem);
    }

    /** A broken workbook can make the library throw anything at all: whatever it is, the workbook is broken. */
    private static <T> T guarded(String name, Step<T> step) {
        try {
            return step.take();
        } catch (IOException | InvalidFormatException | XMLStreamException | RuntimeException e) {
            throw BrokenWorkbook.because(name, e);
        }
    }

    /** One step that reads in the workbook. */
    @FunctionalInterface
    private interface Step<T> {
        T take() throws IOException, InvalidFormatException, XMLStreamException;
    }
}
