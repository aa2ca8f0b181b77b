package org.noteworthy.cli.input;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.NumberToTextConverter;

/**
 * What the cells of a workbook say as text: dates in ISO form, numbers without a needless {@code .0}, booleans as
 * {@code true} and {@code false}, formulas by the value that was saved with them.
 */
final class WorkbookCells {
    private static final int LAST_COLUMN = (1 << 14) - 1;

    private WorkbookCells() {}

    static TableRow.Read of(Row row) {
        List<TableRow.Cell> cells = new ArrayList<>();
        int width = 0;
        for (Cell cell : row) {
            if (cell.getColumnIndex() < 0 || cell.getColumnIndex() > LAST_COLUMN) {
                throw new IllegalStateException("A cell lies outside of every sheet");
            }
            width = Math.max(width, cell.getColumnIndex() + 1);
            read(cell).ifPresent(cells::add);
        }
        return new TableRow.Read(row.getRowNum() + 1, 0, width, cells);
    }

    private static Optional<TableRow.Cell> read(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> Optional.of(content(cell, cell.getStringCellValue()));
            case NUMERIC -> Optional.of(content(cell, number(cell)));
            case BOOLEAN -> Optional.of(content(cell, cell.getBooleanCellValue() ? "true" : "false"));
            case ERROR -> Optional.of(new TableRow.Cell(cell.getColumnIndex(), error(cell), true));
            default -> Optional.empty();
        };
    }

    private static TableRow.Cell content(Cell cell, String content) {
        return new TableRow.Cell(cell.getColumnIndex(), content, false);
    }

    private static String number(Cell cell) {
        if (!DateUtil.isCellDateFormatted(cell)) {
            return NumberToTextConverter.toText(cell.getNumericCellValue());
        }
        LocalDateTime moment = cell.getLocalDateTimeCellValue();
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    private static String error(Cell cell) {
        return FormulaError.forInt(cell.getErrorCellValue()).getString();
    }
}
