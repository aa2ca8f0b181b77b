package org.noteworthy.input.workbook;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.noteworthy.input.Quoted;
import org.noteworthy.input.table.TableRow;

/**
 * What a cell of a workbook says as text: days in ISO form, numbers without a needless {@code .0}, yes and no as
 * {@code true} and {@code false}, formulas by the value that was saved with them.
 */
final class CellReader {
    private static final String MIDNIGHT = "T00:00:00";

    /** In a column of days, a number from here on counts them, whatever its style. */
    private static final int FIRST_LIKELY_DAY = 10_000;

    private final XMLStreamReader xml;
    private final WorkbookParts workbook;

    private final BitSet days;

    /** {@code days} are the columns that hold days. */
    CellReader(XMLStreamReader xml, WorkbookParts workbook, BitSet days) {
        this.xml = xml;
        this.workbook = workbook;
        this.days = days;
    }

    /** The cell at hand, which stands in that column; the reader is at its end then. Nothing where it has no value. */
    Optional<TableRow.Cell> read(int column) throws IOException, XMLStreamException {
        String named = xml.getAttributeValue(null, "t");
        String type = named == null ? "n" : named;
        int style = type.equals("n") ? WorkbookParts.number(xml, "s") : -1;
        String value = null;
        String inline = null;
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                switch (xml.getLocalName()) {
                    case "v" -> value = workbook.cellText().plain(xml);
                    case "is" -> inline = CellText.unescaped(workbook.cellText().rich(xml));
                    default -> workbook.cellText().plain(xml);
                }
            }
        }
        if (inline != null) {
            return Optional.of(TableRow.Cell.of(column, inline));
        }
        return value == null ? Optional.empty() : read(column, type, style, value);
    }

    private Optional<TableRow.Cell> read(int column, String type, int style, String value) throws IOException {
        String word = value.strip();
        if (type.equals("str") || type.equals("inlineStr")) {
            return Optional.of(TableRow.Cell.of(column, CellText.unescaped(value)));
        }
        if (word.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (type) {
                    case "n" -> number(column, style, word);
                    case "s" -> shared(column, word);
                    case "b" -> yesOrNo(column, word);
                    case "d" -> TableRow.Cell.of(column, day(word));
                    case "e" -> TableRow.Cell.wrong(column, "the spreadsheet's error " + shown(word));
                    default -> TableRow.Cell.wrong(column, "a cell of the unknown kind " + Quoted.of(type));
                });
    }

    private TableRow.Cell shared(int column, String word) throws IOException {
        Optional<String> text = Optional.empty();
        try {
            text = workbook.text(Integer.parseInt(word));
        } catch (NumberFormatException e) {
            // It is in no list either.
        }
        return text.map(content -> TableRow.Cell.of(column, content))
                .orElseGet(() -> TableRow.Cell.wrong(
                        column, "the number " + Quoted.of(word) + " of a text that is not in the workbook"));
    }

    private static TableRow.Cell yesOrNo(int column, String word) {
        return switch (word) {
            case "1", "true" -> TableRow.Cell.of(column, "true");
            case "0", "false" -> TableRow.Cell.of(column, "false");
            default -> TableRow.Cell.wrong(column, Quoted.of(word) + ", neither true nor false,");
        };
    }

    private TableRow.Cell number(int column, int style, String word) {
        double number;
        try {
            number = Double.parseDouble(word);
        } catch (NumberFormatException e) {
            number = Double.NaN;
        }
        if (!Double.isFinite(number)) {
            return TableRow.Cell.wrong(column, Quoted.of(word) + " where a number should be");
        }
        boolean day = workbook.isDate(style) || days.get(column) && workbook.from1904() && number >= FIRST_LIKELY_DAY;
        LocalDateTime moment = day ? DateUtil.getLocalDateTime(number, workbook.from1904()) : null;
        return TableRow.Cell.of(column, moment == null ? NumberToTextConverter.toText(number) : day(moment));
    }

    private static String day(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    /** A day as it is written, without a time of midnight. */
    private static String day(String written) {
        int time = written.indexOf(MIDNIGHT);
        boolean midnight =
                time > 0 && written.substring(time + MIDNIGHT.length()).matches("(\\.0+)?(Z|[+-]\\d\\d:?\\d\\d)?");
        return midnight ? written.substring(0, time) : written;
    }

    private static String shown(String error) {
        return error.length() <= 20 ? error : Quoted.of(error);
    }
}
