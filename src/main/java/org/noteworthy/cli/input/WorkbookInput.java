package org.noteworthy.cli.input;

import com.github.pjfanning.xlsx.SharedStringsImplementationType;
import com.github.pjfanning.xlsx.StreamingReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.Entry;

/**
 * The first sheet of an XLSX workbook as notes, a row each.
 *
 * <p>Rows stream; the texts that cells share lie in a temporary file, so a million rows need no more memory than a few.
 * A workbook has no lines: an entry's place is its row number.
 */
final class WorkbookInput {
    /** Kept, or the levels set on them would be lost. The libraries tell of what the exceptions say as well. */
    private static final List<Logger> LIBRARIES =
            List.of(Logger.getLogger("com.github.pjfanning"), Logger.getLogger("org.apache.poi"));

    static {
        LIBRARIES.forEach(library -> library.setLevel(Level.SEVERE));
    }

    private final String name;
    private final Iterator<Row> rows;

    private WorkbookInput(String name, Iterator<Row> rows) {
        this.name = name;
        this.rows = rows;
    }

    /** Opens the file where there is one, else a copy of the stream in a temporary file. */
    static NoteInput open(String name, InputStream in, @Nullable Path file, InputOptions options) throws IOException {
        Workbook workbook = open(name, in, file);
        Closeable resource = () -> {
            workbook.close();
            in.close();
        };
        try {
            Sheet sheet = guarded(name, () -> workbook.getSheetAt(0));
            WorkbookInput input = new WorkbookInput(name, guarded(name, sheet::iterator));
            TableRow.Read header = input.header(guarded(name, sheet::getSheetName));
            Columns columns = Columns.of(name, Columns.header(header), options.limits(), options.warnings());
            return new NoteInput(name, () -> input.next(columns), resource);
        } catch (UnreadableInputException e) {
            workbook.close();
            throw e;
        }
    }

    private static Workbook open(String name, InputStream in, @Nullable Path file) {
        StreamingReader.Builder reader = StreamingReader.builder()
                .rowCacheSize(10)
                .bufferSize(16 * 1024)
                .setSharedStringsImplementationType(SharedStringsImplementationType.TEMP_FILE_BACKED);
        return guarded(name, () -> file == null ? reader.open(in) : reader.open(file.toFile()));
    }

    private TableRow.Read header(String sheet) {
        return nextRow()
                .orElseThrow(() -> Unreadable.empty(
                        name, "its first sheet, \"" + sheet + "\", takes a header row with a column \"text\"."));
    }

    private Optional<Entry> next(Columns columns) {
        for (Optional<TableRow.Read> row = nextRow(); row.isPresent(); row = nextRow()) {
            Entry entry = columns.entry(row.get());
            if (entry != null) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** The next row with content. */
    private Optional<TableRow.Read> nextRow() {
        return guarded(name, () -> {
            while (rows.hasNext()) {
                TableRow.Read row = WorkbookCells.of(rows.next());
                if (!row.cells().isEmpty()) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        });
    }

    /** A broken workbook can make the library throw anything at all: whatever it is, the workbook is broken. */
    private static <T> T guarded(String name, Step<T> step) {
        try {
            return step.take();
        } catch (IOException | RuntimeException e) {
            throw BrokenWorkbook.because(name, e);
        }
    }

    /** One call into the library. */
    @FunctionalInterface
    private interface Step<T> {
        T take() throws IOException;
    }
}
