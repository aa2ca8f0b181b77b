package org.noteworthy.drafts.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a table, cut where its cells end, so that nothing of it is lost: joined again, it is the same.
 *
 * @param mark the byte-order mark, or nothing
 * @param header which of the lines names the columns
 */
record TableText(String mark, char separator, List<TableLine> lines, int header, List<String> columns) {
    static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_COLUMNS = 100;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    TableText {
        lines = List.copyOf(lines);
        columns = List.copyOf(columns);
    }

    static TableText of(byte[] csv) {
        if (csv.length > MOST_BYTES) {
            throw TableException.whole(
                    "The table has " + csv.length + " bytes; at most 1 MiB can be edited. Shorten it.");
        }
        String text = Utf8.text(csv)
                .orElseThrow(() -> TableException.whole(
                        "The table is not UTF-8 text. Save it as UTF-8 (in a spreadsheet: CSV UTF-8)."));
        String mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        String bare = text.substring(mark.length());
        char separator = separator(bare);
        List<TableLine> lines = new Cutter(bare, separator).lines();
        int header = 0;
        while (header < lines.size() && lines.get(header).blank()) {
            header++;
        }
        if (header == lines.size()) {
            throw TableException.whole("The table is empty. Write a first row that names the columns.");
        }
        List<String> columns =
                lines.get(header).texts().stream().map(String::strip).toList();
        if (columns.size() > MOST_COLUMNS) {
            throw TableException.whole("The table has " + columns.size() + " columns; at most " + MOST_COLUMNS
                    + " can be edited. Delete some.");
        }
        return new TableText(mark, separator, lines, header, columns);
    }

    /** The sign between cells, told by the first line as the reader of editions does. */
    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        long semicolons = first.chars().filter(unit -> unit == ';').count();
        return semicolons > first.chars().filter(unit -> unit == ',').count() ? ';' : ',';
    }

    /** The rows that say something, without the header. */
    List<TableLine> rows() {
        return lines.stream().skip(header + 1L).filter(line -> !line.blank()).toList();
    }

    /** Whether the last line of the file has a line end. */
    boolean ended() {
        return !lines.get(lines.size() - 1).end().isEmpty();
    }

    /** Walks through the text once. */
    private static final class Cutter {
        private final String text;
        private final char separator;
        private int at;
        private int line = 1;

        Cutter(String text, char separator) {
            this.text = text;
            this.separator = separator;
        }

        List<TableLine> lines() {
            List<TableLine> lines = new ArrayList<>();
            while (at < text.length()) {
                int first = line;
                List<WrittenCell> cells = new ArrayList<>();
                cells.add(cell());
                while (at < text.length() && text.charAt(at) == separator) {
                    at++;
                    cells.add(cell());
                }
                lines.add(new TableLine(first, cells, end()));
            }
            return lines;
        }

        private WrittenCell cell() {
            int from = at;
            if (at < text.length() && text.charAt(at) == '"') {
                quoted();
            } else {
                while (at < text.length() && !endsCell(text.charAt(at))) {
                    at++;
                }
            }
            return from == at ? WrittenCell.EMPTY : new WrittenCell(text.substring(from, at));
        }

        private void quoted() {
            int opened = line;
            at++;
            while (at < text.length()) {
                if (text.charAt(at) != '"') {
                    if (end().isEmpty()) {
                        at++;
                    }
                } else if (text.startsWith("\"\"", at)) {
                    at += 2;
                } else {
                    at++;
                    if (at < text.length() && !endsCell(text.charAt(at))) {
                        throw TableException.whole("Line " + line
                                + " goes on behind a quote that closes a cell. Write two quotes for one that belongs to"
                                + " the cell.");
                    }
                    return;
                }
            }
            throw TableException.whole("The quote that opens a cell in line " + opened + " is not closed. Close it.");
        }

        private boolean endsCell(char unit) {
            return unit == separator || unit == '\n' || unit == '\r';
        }

        /** Steps over a line end if one stands here, and tells it. */
        private String end() {
            String end = text.startsWith("\r\n", at)
                    ? "\r\n"
                    : text.startsWith("\n", at) ? "\n" : text.startsWith("\r", at) ? "\r" : "";
            at += end.length();
            line += end.isEmpty() ? 0 : 1;
            return end;
        }
    }
}
