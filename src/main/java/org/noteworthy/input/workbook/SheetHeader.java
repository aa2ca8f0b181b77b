package org.noteworthy.input.workbook;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.noteworthy.input.ColumnMap;
import org.noteworthy.input.table.Columns;
import org.noteworthy.input.table.TableRow;

/**
 * The header of a sheet: its first row with content, or the row that was named.
 *
 * @param number number of its row
 * @param rows how many rows with content end with the header
 * @param names what its cells say
 * @param hasText whether notes can be read under it
 * @param better number of a row further down that has a column for the text where this one has none; 0 if there is none
 */
record SheetHeader(
        WorkbookParts.SheetPart sheet, int number, int rows, List<String> names, boolean hasText, int better) {

    /** The header of a sheet, if it has one; {@code number} is that of its row, 0 for the first with content. */
    static Optional<SheetHeader> find(WorkbookParts parts, WorkbookParts.SheetPart sheet, int number, ColumnMap map)
            throws IOException, XMLStreamException {
        try (SheetRows rows = parts.rows(sheet, new BitSet())) {
            int read = 0;
            Optional<TableRow.Read> row;
            do {
                row = rows.next(SheetRows.allColumns());
                read++;
            } while (row.isPresent() && row.get().number() < number);
            if (row.isEmpty() || number > 0 && row.get().number() > number) {
                return Optional.empty();
            }
            List<String> names = Columns.header(row.get());
            return Optional.of(new SheetHeader(
                    sheet,
                    row.get().number(),
                    read,
                    names,
                    Columns.hasText(names, map),
                    Columns.hasText(names, map) ? 0 : better(rows, map)));
        }
    }

    private static int better(SheetRows rows, ColumnMap map) throws IOException, XMLStreamException {
        for (int looked = 0; looked < Columns.HEADER_LOOKED_FOR; looked++) {
            Optional<TableRow.Read> row = rows.next(SheetRows.allColumns());
            if (row.isEmpty()) {
                return 0;
            }
            if (Columns.hasText(Columns.header(row.get()), map)) {
                return row.get().number();
            }
        }
        return 0;
    }
}
