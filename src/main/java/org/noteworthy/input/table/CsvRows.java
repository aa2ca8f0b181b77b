package org.noteworthy.input.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.input.InputOptions;
import org.noteworthy.input.OptionNames;
import org.noteworthy.input.RecordLimits;
import org.noteworthy.input.text.DecodedReader;
import org.noteworthy.input.text.ReplayReader;

/**
 * The rows of a CSV text, however many cells they have.
 *
 * <p>A row whose quotes are wrong is broken as a whole, and reading goes on at the next line that can only be a row (see
 * {@link CsvResumption}): a forgotten quote costs its own row and not the rest of the file, and no piece of its text is
 * taken for a note. Where a blank follows each delimiter of the header, it belongs to no cell. A first line that only names the delimiter counts as a row and is passed over.
 */
public final class CsvRows {
    /** Characters of one cell up to which it is still read, to be refused for its length and nothing else. */
    private static final int LONGEST_CELL = 1024 * 1024;

    private static final int HEAD = 16 * 1024;

    private final DecodedReader decoded;
    private final ReplayReader replay;
    private final RecordLimits limits;
    private final OptionNames names;
    private final char delimiter;
    private final boolean binary;
    private final boolean spaced;
    private final CsvResumption resumption;
    private CloseableIterator<RawRow> rows;
    private @Nullable RawRow ahead;
    private long linesBefore;
    private long startLine;
    private int number;

    /** A parsed row before it is looked at. */
    private record RawRow(long line, int width, boolean blank, List<TableRow.Cell> cells) {}

    /** The rows of that text; the header row shows the delimiter. */
    public CsvRows(DecodedReader decoded, InputOptions options) throws IOException {
        this.decoded = decoded;
        this.limits = options.limits();
        this.names = options.names();
        int headerRow = options.headerRow();
        this.replay = new ReplayReader(decoded, Math.max(limits.recordChars(), 64 * 1024));
        String head = head(Math.max(headerRow, 1));
        this.binary = head.indexOf('\0') >= 0;
        Optional<Character> hint = CsvShape.hint(head);
        String header = CsvShape.fromLine(head, headerRow);
        this.delimiter = hint.orElseGet(() -> CsvShape.delimiter(header));
        this.spaced = CsvShape.spaced(header, delimiter);
        this.resumption = new CsvResumption(delimiter, spaced);
        this.number = hint.isPresent() ? 1 : 0;
        this.startLine = number + 1L;
        this.rows = parseFrom(startLine);
    }

    /** So many rows from the first, or as much as 16 Ki characters of them. */
    private String head(int rowCount) throws IOException {
        char[] head = new char[HEAD];
        int length = 0;
        for (int count = 0;
                count >= 0 && length < head.length;
                count = replay.read(head, length, head.length - length)) {
            length += count;
            if (new String(head, 0, length).strip().lines().limit(rowCount + 1L).count() > rowCount) {
                break;
            }
        }
        return new String(head, 0, length);
    }

    /** Whether the text begins like something that is none. */
    public boolean binary() {
        return binary;
    }

    /** Number of the row that was read last. */
    int number() {
        return number;
    }

    /** What parts the cells. */
    char delimiter() {
        return delimiter;
    }

    private CloseableIterator<RawRow> parseFrom(long line) throws IOException {
        replay.goTo(line);
        linesBefore = line - 1;
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(longestCell())
                .build(new Cells(), replay)
                .iterator();
    }

    private int longestCell() {
        return (int) Math.max(LONGEST_CELL, Math.min(2L * limits.textBytes(), limits.recordChars()));
    }

    /** The next row that is not blank; {@code columns} are those of the header, once that has been read. */
    Optional<TableRow> next(Optional<Columns> columns) {
        try {
            while (ahead != null || rows.hasNext()) {
                RawRow row = ahead == null ? rows.next() : ahead;
                ahead = null;
                number++;
                if (!row.blank()) {
                    return Optional.of(checked(row, columns));
                }
            }
            return Optional.empty();
        } catch (CsvParseException e) {
            number++;
            return Optional.of(unparsed(columns));
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof ReplayReader.RowTooLong)) {
                throw e;
            }
            number++;
            return Optional.of(goOnAfter(Problem.of(
                    413,
                    "Row too long",
                    "Row " + number + " is longer than " + limits.recordChars()
                            + " characters, the most that a record may have.")));
        }
    }

    private TableRow checked(RawRow row, Optional<Columns> columns) {
        int line = (int) row.line();
        if (decoded.badBytes() > 0) {
            for (TableRow.Cell cell : row.cells()) {
                Optional<String> badByte = DecodedReader.firstBadByte(cell.content());
                if (badByte.isPresent()) {
                    return new TableRow.Broken(number, line, otherCharset(badByte.get()));
                }
            }
        }
        TableRow.Read read = read(row);
        columns.ifPresent(known -> resumption.remember(read, known));
        return read;
    }

    private TableRow.Read read(RawRow row) {
        return new TableRow.Read(number, (int) row.line(), row.width(), row.cells());
    }

    private Problem otherCharset(String badByte) {
        return Problem.of(
                400,
                "Not " + decoded.charset(),
                "Row " + number + " is not " + decoded.charset() + " text (" + badByte
                        + "): save the file as CSV UTF-8, or name its charset with " + names.charset() + ".");
    }

    private TableRow unparsed(Optional<Columns> columns) {
        Optional<CsvShape.OpenQuote> open = CsvShape.openQuote(replay.keptFrom(startLine), delimiter);
        if (open.isEmpty()) {
            return goOnAfter(Problem.of(
                    413,
                    "Row too long",
                    "Row " + number + " has a cell of more than " + longestCell() + " characters."));
        }
        CsvShape.OpenQuote quote = open.get();
        String cell = columns.map(known -> known.name(quote.column())).orElse("column " + (quote.column() + 1));
        String cause = "Row " + number + ": the quote that opens " + cell + " at line " + (startLine + quote.lines())
                + ", column " + quote.position() + " is not closed where its cell ends."
                + (quote.backslash()
                        ? " A backslash does not keep a quote within its cell: double the quote instead (\"\")."
                        : " Close it, and double every quote within a cell (\"\").");
        long broken = startLine;
        int brokenNumber = number;
        String further = columns.isEmpty() ? "" : goOn(broken, quote.column(), columns.get());
        return new TableRow.Broken(brokenNumber, (int) broken, Problem.of(400, "Broken quotes", cause + further));
    }

    /** Goes on at the next line that can only be a row, sound or broken as this one; says where that is. */
    private String goOn(long broken, int column, Columns columns) {
        try {
            for (long line = broken + 1; ; line++) {
                rows = parseFrom(line);
                Found found = find(line, column, columns);
                if (found == Found.ROW) {
                    return line == broken + 1
                            ? " Reading goes on at line " + line + "."
                            : " Lines " + broken + " to " + (line - 1) + " are not judged; reading goes on at line "
                                    + line + ".";
                }
                if (found == Found.END) {
                    return line == broken + 1 ? "" : " Nothing that follows it can be told from its pieces.";
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a line turns out to be. */
    private enum Found {
        ROW,
        PIECE,
        END
    }

    private Found find(long line, int column, Columns columns) throws IOException {
        try {
            if (!rows.hasNext()) {
                return Found.END;
            }
            RawRow row = rows.next();
            if (resumption.isRow(read(row), replay.keptFrom(line), columns)) {
                ahead = row;
                return Found.ROW;
            }
            return Found.PIECE;
        } catch (CsvParseException e) {
            Optional<CsvShape.OpenQuote> open = CsvShape.openQuote(replay.keptFrom(line), delimiter);
            boolean alike = open.isPresent()
                    && open.get().lines() == 0
                    && open.get().column() == column
                    && resumption.spacedAsUsual(replay.keptFrom(line));
            if (alike) {
                rows = parseFrom(line);
            }
            return alike ? Found.ROW : Found.PIECE;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof ReplayReader.RowTooLong) {
                return Found.PIECE;
            }
            throw e;
        }
    }

    private TableRow goOnAfter(Problem problem) {
        TableRow broken = new TableRow.Broken(number, (int) startLine, problem);
        try {
            rows = parseFrom(startLine + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return broken;
    }

    /** Takes the cells of one row from the parser. */
    private final class Cells extends AbstractBaseCsvCallbackHandler<RawRow> {
        private List<TableRow.Cell> cells = new ArrayList<>();

        @Override
        protected void handleBegin(long startingLineNumber) {
            startLine = linesBefore + startingLineNumber;
            replay.forgetBefore(startLine);
            cells = new ArrayList<>();
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            int start = offset;
            int end = offset + length;
            while (spaced && !quoted && start < end && buffer[start] == ' ') {
                start++;
            }
            // Of what is beyond any table, one cell shows that there is something.
            boolean beyond = index >= Columns.MOST
                    && !cells.isEmpty()
                    && cells.get(cells.size() - 1).column() >= Columns.MOST;
            if (!beyond && (start < end || quoted)) {
                cells.add(new TableRow.Cell(index, new String(buffer, start, end - start), quoted, null));
            }
        }

        @Override
        protected RawRow buildRecord() {
            return new RawRow(
                    startLine, getFieldCount(), getRecordType() == RecordType.EMPTY || cells.isEmpty(), cells);
        }
    }
}
