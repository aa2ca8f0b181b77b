package org.noteworthy.playbooks;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One table of an edition as a spreadsheet saves it: a header row, then rows; comma or semicolon between cells. */
final class Table {
    private static final String LIST_SIGN = ";";

    private final String file;
    private final List<String> columns;
    private final List<Row> rows;

    private Table(String file, List<String> columns, List<Row> rows) {
        this.file = file;
        this.columns = columns;
        this.rows = rows;
    }

    List<Row> rows() {
        return rows;
    }

    String file() {
        return file;
    }

    /** Reads a table that must have these columns and a row; what is wrong with it goes to the flaws. */
    static Table read(EditionFiles files, String name, List<String> columns, Flaws flaws) {
        return read(files, name, columns, false, flaws);
    }

    /** Reads a table that must have these columns and may be without rows. */
    static Table readMaybeEmpty(EditionFiles files, String name, List<String> columns, Flaws flaws) {
        return read(files, name, columns, true, flaws);
    }

    private static Table read(EditionFiles files, String name, List<String> columns, boolean mayBeEmpty, Flaws flaws) {
        String file = EditionFiles.TABLES + name;
        List<Row> rows = new ArrayList<>();
        List<String> header = new ArrayList<>();
        String text = files.text(file, flaws).orElse(null);
        if (text == null) {
            return new Table(file, columns, List.of());
        }
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator(text))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord record : records) {
                if (record.getFields().stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (header.isEmpty()) {
                    record.getFields().forEach(field -> header.add(field.strip()));
                    checkHeader(file, header, columns, flaws);
                } else if (record.getFieldCount() != header.size()) {
                    flaws.add(
                            file,
                            (int) record.getStartingLineNumber(),
                            "The row has " + record.getFieldCount() + " cells, the header has " + header.size()
                                    + ". Put a cell with a comma in it between quotes.");
                } else {
                    rows.add(new Row(file, record, header, flaws));
                }
            }
        } catch (CsvParseException | java.io.IOException e) {
            flaws.add(
                    file,
                    0,
                    "The table cannot be read: a quote is opened and not closed. Close it, or save the file again from a spreadsheet.");
        }
        if (header.isEmpty()) {
            flaws.add(
                    file,
                    0,
                    "The table is empty. Its first row names the columns: " + String.join(", ", columns) + ".");
        }
        if (!header.isEmpty() && rows.isEmpty() && !mayBeEmpty) {
            flaws.add(file, 0, "The table has no rows. Copy those of another edition and edit them.");
        }
        return new Table(file, columns, rows);
    }

    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        return header.chars().filter(c -> c == ';').count()
                        > header.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
    }

    private static void checkHeader(String file, List<String> header, List<String> columns, Flaws flaws) {
        for (String column : columns) {
            if (!header.contains(column)) {
                flaws.add(
                        file,
                        1,
                        "The column " + column + " is missing. The columns found are " + String.join(", ", header)
                                + ".");
            }
        }
    }

    /** Finds rows that give the same name twice; {@code names} lists those of one row. */
    void requireUnique(java.util.function.Function<Row, List<String>> names, Flaws flaws) {
        Map<String, Row> seen = new LinkedHashMap<>();
        for (Row row : rows) {
            for (String name : names.apply(row)) {
                Row first = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), row);
                if (first != null) {
                    flaws.add(
                            file,
                            row.line(),
                            "\"" + name + "\" stands in line " + first.line()
                                    + " already. Keep one of the two, or rename one.");
                }
            }
        }
    }

    List<String> columns() {
        return columns;
    }

    /** One row, with its cells by column name. */
    static final class Row {
        private final String file;
        private final int line;
        private final Map<String, String> cells = new LinkedHashMap<>();
        private final Flaws flaws;

        Row(String file, CsvRecord record, List<String> header, Flaws flaws) {
            this.file = file;
            this.flaws = flaws;
            line = (int) record.getStartingLineNumber();
            for (int i = 0; i < header.size(); i++) {
                cells.put(header.get(i), record.getField(i).strip());
            }
        }

        int line() {
            return line;
        }

        /** The cell, which may be empty. */
        String optional(String column) {
            return cells.getOrDefault(column, "");
        }

        /** The cell, which must not be empty. */
        String required(String column) {
            String cell = optional(column);
            if (cell.isEmpty() && cells.containsKey(column)) {
                flaw("The cell " + column + " is empty. Fill it in, or delete the row.");
            }
            return cell;
        }

        /** The parts of a cell that holds a list. */
        List<String> list(String column) {
            return Arrays.stream(optional(column).split(LIST_SIGN, -1))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }

        /** Whether a cell says yes. */
        boolean flag(String column) {
            String cell = optional(column).toLowerCase(Locale.ROOT);
            return switch (cell) {
                case "yes", "true", "x", "1" -> true;
                case "", "no", "false", "0" -> false;
                default -> {
                    flaw("The cell " + column + " says \"" + cell + "\". Write yes, or leave it empty.");
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
                flaw("The cell " + column + " says \"" + cell + "\". Write a whole number, or leave it empty.");
                return 0;
            }
            return Integer.parseInt(cell);
        }

        void flaw(String sentence) {
            flaws.add(file, line, sentence);
        }
    }
}
