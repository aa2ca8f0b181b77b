package org.noteworthy.input.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.noteworthy.input.InputOptions;
import org.noteworthy.input.RecordField;
import org.noteworthy.input.Unreadable;
import org.noteworthy.input.UnreadableInputException;
import org.noteworthy.input.table.TableHead;
import org.noteworthy.input.table.TablePlace;
import org.noteworthy.input.table.TableRow;

/** The beginning of a workbook: its sheets, and the header and first rows of the first that can be checked. */
public final class WorkbookHead {
    private WorkbookHead() {}

    /** Reads it from that file, which is shown under that name. */
    public static TableHead read(String name, Path file, InputOptions options) {
        try (WorkbookParts parts =
                WorkbookParts.open(InputStream.nullInputStream(), file, CellText.upTo(options.limits()))) {
            return read(name, parts, options);
        } catch (UnreadableInputException e) {
            throw e;
        } catch (IOException | InvalidFormatException | XMLStreamException | RuntimeException e) {
            throw BrokenWorkbook.because(name, e);
        }
    }

    private static TableHead read(String name, WorkbookParts parts, InputOptions options)
            throws IOException, XMLStreamException {
        List<WorkbookParts.SheetPart> chosen = SheetChoice.of(name, parts.sheets(), options);
        List<SheetHeader> headers = new ArrayList<>();
        for (WorkbookParts.SheetPart sheet : chosen) {
            SheetHeader.find(parts, sheet, options.headerRow(), options.columns())
                    .ifPresent(headers::add);
        }
        SheetHeader header = headers.stream()
                .filter(SheetHeader::hasText)
                .findFirst()
                .or(() -> headers.stream().findFirst())
                .orElseThrow(() -> Unreadable.empty(name, "it takes a header row with a column \"text\"."));
        return TableHead.of(
                TablePlace.of(name),
                parts.sheets().stream()
                        .map(sheet -> new TableHead.Sheet(sheet.name(), sheet.hidden()))
                        .toList(),
                header.sheet().name(),
                header.number(),
                header.names(),
                under(parts, header, options),
                options);
    }

    private static List<TableRow> under(WorkbookParts parts, SheetHeader header, InputOptions options)
            throws IOException, XMLStreamException {
        BitSet days = new BitSet();
        for (int column = 0; column < header.names().size(); column++) {
            days.set(
                    column,
                    options.columns()
                            .field(header.names().get(column))
                            .filter(field -> field.form() == RecordField.Form.DAY)
                            .isPresent());
        }
        List<TableRow> under = new ArrayList<>();
        try (SheetRows rows = parts.rows(header.sheet(), days)) {
            for (int row = 0; row < header.rows(); row++) {
                rows.next(SheetRows.allColumns());
            }
            Optional<TableRow.Read> row = rows.next(SheetRows.allColumns());
            while (row.isPresent()) {
                under.add(row.get());
                row = under.size() < TableHead.MOST_ROWS ? rows.next(SheetRows.allColumns()) : Optional.empty();
            }
        }
        return under;
    }
}
