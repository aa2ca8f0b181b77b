package org.noteworthy.cli.input;

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
import org.noteworthy.checking.Problem;
import org.noteworthy.checking.intake.DecodedReader;
import org.noteworthy.checking.intake.RecordLimits;

/**
 * The rows of a CSV text.
 *
 * <p>A row whose quotes are wrong is broken as a whole; reading goes on with the line after the one at which it starts,
 * so that a forgotten quote costs its own row and not the rest of the file. A first line that only names the delimiter
 * counts as a row and is passed over.
 */
final class CsvRows {
    /** Characters of one cell up to which it is still read, to be refused for its length and nothing else. */
    private static final int LONGEST_CELL = 1024 * 1024;

    private final DecodedReader decoded;
    private final ReplayReader replay;
    private final RecordLimits limits;
    private final char delimiter;
    private final boolean binary;
    private CloseableIterator<RawRow> rows;
    private long linesBefore;
    private long startLine;
    private int number;

    /** A parsed row before it is looked at. */
    private record RawRow(long line, int width, boolean blank, List<TableRow.Cell> cells) {}

    CsvRows(DecodedReader decoded, RecordLimits limits) throws IOException {
        this.decoded = decoded;
        this.limits = limits;
        this.replay = new ReplayReader(decoded, Math.max(limits.recordChars(), 64 * 1024));
        String head = head();
        this.binary = head.indexOf('\0') >= 0;
        Optional<Character> hint = CsvShape.hint(head);
        this.delimiter = hint.orElseGet(() -> CsvShape.delimiter(head));
        this.number = hint.isPresent() ? 1 : 0;
        this.startLine = number + 1L;
        this.rows = parseFrom(startLine);
    }

    /** The first row, or as much as 16 Ki characters of it. */
    private String head() throws IOException {
        char[] head = new char[16 * 1024];
        int length = 0;
        for (int count = 0;
                count >= 0 && length < head.length;
                count = replay.read(head, length, head.length - length)) {
            length += count;
            if (new String(head, 0, length).strip().lines().limit(2).count() > 1) {
                break;
            }
        }
        return new String(head, 0, length);
    }

    /** Whether the text begins like something that is none. */
    boolean binary() {
        return binary;
    }

    private CloseableIterator<RawRow> parseFrom(long line) throws IOException {
        replay.goTo(line);
        linesBefore = line - 1;
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
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
            while (rows.hasNext()) {
                RawRow row = rows.next();
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
        int wanted = columns.map(Columns::count).orElse(row.width());
        return row.width() == wanted
                ? new TableRow.Read(number, line, row.width(), row.cells())
                : new TableRow.Broken(number, line, ragged(row.width(), wanted));
    }

    private Problem otherCharset(String badByte) {
        return Problem.of(
                400,
                "Not " + decoded.charset(),
                "Row " + number + " is not " + decoded.charset() + " text (" + badByte
                        + "): save the file as CSV UTF-8, or name its charset with --charset.");
    }

    private Problem ragged(int width, int wanted) {
        String named = switch (delimiter) {
            case '\t' -> "a tab";
            case ';' -> "a semicolon";
            case '|' -> "a bar";
            default -> "a comma";
        };
        return Problem.of(
                400,
                "Ragged row",
                "Row " + number + " has " + cells(width) + ", the header has " + wanted + ". A cell with " + named
                        + " or a line break in it must stand in double quotes.");
    }

    private static String cells(int count) {
        return count == 1 ? "1 cell" : count + " cells";
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
        return goOnAfter(Problem.of(
                400,
                "Broken quotes",
                "Row " + number + ": the quote that opens " + cell + " at line " + (startLine + quote.lines())
                        + ", column " + quote.position()
                        + " is not closed where its cell ends. Close it, and double every quote within a cell (\"\"). "
                        + "Reading goes on at line " + (startLine + 1) + "."));
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
            if (length > 0 || quoted) {
                cells.add(new TableRow.Cell(index, new String(buffer, offset, length), false));
            }
        }

        @Override
        protected RawRow buildRecord() {
            return new RawRow(
                    startLine, getFieldCount(), getRecordType() == RecordType.EMPTY || cells.isEmpty(), cells);
        }
    }
}
