package org.noteworthy.input.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.noteworthy.input.table.TableRow;

/** The rows of one sheet, one after the other; of each, only the cells that are asked for are looked at. */
final class SheetRows implements Closeable {
    /** The columns that a sheet can have. */
    static final int MOST_COLUMNS = 1 << 14;

    private final XMLStreamReader xml;
    private final InputStream in;
    private final CellReader cells;
    private int row;

    SheetRows(XMLStreamReader xml, InputStream in, WorkbookParts workbook, BitSet days) {
        this.xml = xml;
        this.in = in;
        this.cells = new CellReader(xml, workbook, days);
    }

    /** Every column of a header. */
    static BitSet allColumns() {
        BitSet all = new BitSet();
        all.set(0, MOST_COLUMNS);
        return all;
    }

    /** The next row with content in those columns; its width ends with the last of these that it has a cell in. */
    Optional<TableRow.Read> next(BitSet columns) throws IOException, XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                int number = WorkbookParts.number(xml, "r");
                row = number > 0 ? number : row + 1;
                TableRow.Read read = cells(columns);
                if (read.cells().stream()
                        .anyMatch(
                                cell -> cell.wrong() != null || !cell.content().isEmpty())) {
                    return Optional.of(read);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("sheetData")) {
                break;
            }
        }
        return Optional.empty();
    }

    /** Reads to the end of the row. A cell without a reference stands right of the one before it. */
    private TableRow.Read cells(BitSet columns) throws IOException, XMLStreamException {
        List<TableRow.Cell> found = new ArrayList<>();
        boolean inOrder = true;
        int width = 0;
        int column = -1;
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (xml.getLocalName().equals("c")) {
                    int named = column(xml.getAttributeValue(null, "r"));
                    column = named < 0 ? column + 1 : named;
                    if (columns.get(column)) {
                        width = Math.max(width, column + 1);
                        inOrder &=
                                found.isEmpty() || found.get(found.size() - 1).column() < column;
                        cells.read(column).ifPresent(found::add);
                        depth--;
                    }
                }
            }
        }
        return new TableRow.Read(row, 0, width, inOrder ? found : sorted(found));
    }

    /** Cells from left to right; of those in one column, the last. */
    private static List<TableRow.Cell> sorted(List<TableRow.Cell> cells) {
        TreeMap<Integer, TableRow.Cell> byColumn = new TreeMap<>();
        cells.forEach(cell -> byColumn.put(cell.column(), cell));
        return new ArrayList<>(byColumn.values());
    }

    /** The column of a reference such as {@code C7}, from 0; -1 where it names none. */
    private static int column(String reference) {
        int column = 0;
        for (int at = 0; reference != null && at < reference.length() && column <= MOST_COLUMNS; at++) {
            char letter = Character.toUpperCase(reference.charAt(at));
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            column = 26 * column + letter - 'A' + 1;
        }
        return column - 1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
