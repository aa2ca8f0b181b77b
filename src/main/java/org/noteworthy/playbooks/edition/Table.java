package org.noteworthy.playbooks.edition;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.noteworthy.notes.text.Composition;

/** One table of an edition as a spreadsheet saves it: a header row, then rows; comma or semicolon between cells. */
public final class Table {
    private static final int MOST_ROWS = 3_000;
    private static final int MOST_CELLS = 100;
    private static final int LONGEST_CELL = 1_000;
    private static final int LONGEST_NAME = 200;

    private final List<String> header;
    private final List<Row> rows;

    private Table(List<String> header, List<Row> rows) {
        this.header = header;
        this.rows = rows;
    }

    /** The names of its columns, as they are written. */
    public List<String> header() {
        return header;
    }

    public List<Row> rows() {
        return rows;
    }

    /** Reads a table that must have these columns and a row; what is wrong with it goes to the diagnostics. */
    static Table read(EditionFiles files, String name, List<String> columns, Diagnostics diagnostics) {
        return read(files, EditionFiles.TABLES + name, columns, false, MOST_ROWS, diagnostics);
    }

    /** Reads a table that must have these columns and may be without rows. */
    public static Table readMaybeEmpty(EditionFiles files, String name, List<String> columns, Diagnostics diagnostics) {
        return read(files, EditionFiles.TABLES + name, columns, true, MOST_ROWS, diagnostics);
    }

    /** Reads a table that lies beside the editions, must have these columns, and may be without rows. */
    public static Table readBeside(
            EditionFiles files, String file, List<String> columns, int mostRows, Diagnostics diagnostics) {
        return read(files, file, columns, true, mostRows, diagnostics);
    }

    private static Table read(
            EditionFiles files,
            String file,
            List<String> columns,
            boolean mayBeEmpty,
            int mostRows,
            Diagnostics diagnostics) {
        List<Row> rows = new ArrayList<>();
        List<String> header = new ArrayList<>();
        String text = files.text(file, diagnostics).orElse(null);
        if (text == null) {
            return new Table(List.of(), List.of());
        }
        List<String> lines = text.lines().toList();
        char separator = separator(text);
        boolean complete = true;
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord record : records) {
                if (rows.size() == mostRows) {
                    diagnostics.add(
                            file,
                            (int) record.getStartingLineNumber(),
                            "The table has more than " + mostRows + " rows, which none needs. Delete some.");
                    break;
                }
                if (record.getFieldCount() > MOST_CELLS
                        || record.getFields().stream().anyMatch(field -> field.length() > LONGEST_CELL)) {
                    diagnostics.add(
                            file,
                            (int) record.getStartingLineNumber(),
                            "The row has more than " + MOST_CELLS + " cells, or one of more than " + LONGEST_CELL
                                    + " characters, which none needs. Shorten it, or close a quote that is open there.");
                    continue;
                }
                if (record.getFields().stream().allMatch(String::isBlank)) {
                    continue;
                }
                int line = (int) record.getStartingLineNumber();
                String written = line <= lines.size() ? lines.get(line - 1) : "";
                if (header.isEmpty()) {
                    record.getFields().forEach(field -> header.add(field.strip()));
                    complete = checkHeader(file, line, header, columns, diagnostics);
                } else if (record.getFieldCount() != header.size()) {
                    diagnostics.add(
                            file, line, 1, written.length(), unequal(record.getFieldCount(), header.size(), separator));
                } else {
                    List<Integer> starts = starts(written, separator);
                    rows.add(new Row(new TableRow(file, line, cells(record, header, starts)), diagnostics));
                }
            }
        } catch (CsvParseException | java.io.IOException e) {
            diagnostics.add(
                    file,
                    0,
                    "The table cannot be read: a row of it does not end. Close a quote that is open, or save the file again from a spreadsheet.");
        }
        if (header.isEmpty()) {
            diagnostics.add(
                    file,
                    0,
                    "The table is empty. Its first row names the columns: " + String.join(", ", columns) + ".");
        }
        if (!header.isEmpty() && complete && rows.isEmpty() && !mayBeEmpty) {
            diagnostics.add(file, 0, "The table has no rows. Copy those of another edition and edit them.");
        }
        return new Table(header, complete ? rows : List.of());
    }

    private static String unequal(int cells, int columns, char separator) {
        return "The row has " + cells + (cells == 1 ? " cell" : " cells") + ", the header has " + columns + ". "
                + (cells < columns
                        ? "Write a \"" + separator + "\" between two cells, also between empty ones."
                        : "Put a cell with a \"" + separator + "\" in it between quotes.");
    }

    private static Map<String, TableRow.Cell> cells(CsvRecord record, List<String> header, List<Integer> starts) {
        Map<String, TableRow.Cell> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(
                    header.get(i),
                    new TableRow.Cell(
                            Composition.of(record.getField(i).strip()), i < starts.size() ? starts.get(i) : 0));
        }
        return cells;
    }

    /** Columns at which the cells of a line begin, as far as they stand on it; quotes before a cell are stepped over. */
    private static List<Integer> starts(String line, char separator) {
        List<Integer> starts = new ArrayList<>();
        boolean quoted = false;
        boolean begins = true;
        for (int i = 0; i <= line.length(); i++) {
            char unit = i < line.length() ? line.charAt(i) : separator;
            boolean quote = unit == '"';
            if (begins && !(unit == ' ' && !quoted) && !(quote && !quoted)) {
                starts.add(i + 1);
                begins = false;
            }
            if (unit == separator && !quoted) {
                begins = true;
            }
            quoted ^= quote;
        }
        return starts;
    }

    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        return header.chars().filter(c -> c == ';').count()
                        > header.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
    }

    /** Whether no column is missing: rows without one would only echo that. */
    private static boolean checkHeader(
            String file, int line, List<String> header, List<String> columns, Diagnostics diagnostics) {
        for (String column : columns) {
            if (!header.contains(column)) {
                diagnostics.add(
                        file,
                        line,
                        1,
                        "The column " + column + " is missing. The columns found are " + String.join(", ", header)
                                + ".");
            }
        }
        return header.containsAll(columns);
    }

    /** Finds rows that give the same name twice in these columns, among the rows that say the same of what it is within. */
    void requireUnique(List<String> within, String... columns) {
        Map<String, Row> seen = new LinkedHashMap<>();
        for (Row row : rows) {
            String scope = String.join(" / ", within.stream().map(row::optional).toList());
            Set<String> own = new HashSet<>();
            for (String column : columns) {
                for (String part : row.list(column)) {
                    if (part.length() > LONGEST_NAME) {
                        row.report(
                                column,
                                part,
                                "This has " + part.length() + " characters; a name or a phrase has at most "
                                        + LONGEST_NAME + ". Shorten it.");
                        continue;
                    }
                    String name = scope.isEmpty() ? part : scope + ": " + part;
                    String key = name.toLowerCase(Locale.ROOT);
                    Row first = own.add(key) ? seen.putIfAbsent(key, row) : null;
                    if (first != null) {
                        row.report(
                                column,
                                part,
                                "\"" + name + "\" stands in line " + first.line()
                                        + " already. Keep one of the two, or rename one.");
                    }
                }
            }
        }
    }

    /** One row, with its cells by column name. */
    public static final class Row {
        private final TableRow written;
        private final Diagnostics diagnostics;

        Row(TableRow written, Diagnostics diagnostics) {
            this.written = written;
            this.diagnostics = diagnostics;
        }

        TableRow written() {
            return written;
        }

        public int line() {
            return written.line();
        }

        /** The first cells that say something, without that which tells the source. */
        public List<String> first(int count) {
            return written.cells().entrySet().stream()
                    .filter(cell -> !cell.getKey().equals("source"))
                    .map(cell -> cell.getValue().text())
                    .filter(text -> !text.isEmpty())
                    .limit(count)
                    .toList();
        }

        /** The cell, which may be empty. */
        public String optional(String column) {
            return written.cell(column);
        }

        /** The cell, which must not be empty. */
        public String required(String column) {
            String cell = optional(column);
            if (cell.isEmpty() && written.cells().containsKey(column)) {
                report(column, cell, "The cell " + column + " is empty. Fill it in, or delete the row.");
            }
            return cell;
        }

        /** The parts of a cell that holds a list. */
        List<String> list(String column) {
            return written.parts(column);
        }

        /** Whether a cell says yes. */
        boolean flag(String column) {
            String cell = optional(column).toLowerCase(Locale.ROOT);
            return switch (cell) {
                case "yes", "true", "x", "1" -> true;
                case "", "no", "false", "0" -> false;
                default -> {
                    report(
                            column,
                            cell,
                            "The cell " + column + " says \"" + cell + "\". Write yes, or leave it empty.");
                    yield false;
                }
            };
        }

        /** A whole number, or 0 for an empty cell. */
        int number(String column) {
            String cell = optional(column);
            if (cell.isEmpty()) {
                return 0;
            }
            if (!cell.matches("[0-9]{1,4}")) {
                report(
                        column,
                        cell,
                        "The cell " + column + " says \"" + cell + "\". Write a whole number, or leave it empty.");
                return 0;
            }
            return Integer.parseInt(cell);
        }

        /** Says what is wrong with a name in one of the cells of a column. */
        public void report(String column, String name, String sentence) {
            diagnostics.add(written.file(), written.line(), written.column(column, name), name.length(), sentence);
        }
    }
}
