package org.noteworthy.playbooks.edition;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of a table as it is written.
 *
 * @param file path within the edition's folder, e.g. {@code tables/roles.csv}
 * @param line line of the file at which it begins, from 1
 * @param cells by the names of their columns, in their order
 */
public record TableRow(String file, int line, Map<String, Cell> cells) {
    private static final String LIST_SIGN = ";";
    private static final Cell NONE = new Cell("", 0);

    public TableRow {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /**
     * What one cell says.
     *
     * @param column of the row's first line at which it begins, from 1; 0 where it begins on a later line
     */
    public record Cell(String text, int column) {}

    /** The text of a cell; empty where the table has no such column. */
    public String cell(String name) {
        return cells.getOrDefault(name, NONE).text();
    }

    /** The parts of a cell that holds a list. */
    public List<String> parts(String name) {
        return Arrays.stream(cell(name).split(LIST_SIGN, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Column of the line at which a part of a cell begins, from 1; 0 where it cannot be told. */
    public int column(String name, String part) {
        Cell cell = cells.getOrDefault(name, NONE);
        int before = 0;
        for (String each : cell.text().split(LIST_SIGN, -1)) {
            if (each.strip().equals(part)) {
                return cell.column() == 0 ? 0 : cell.column() + before + each.indexOf(part);
            }
            before += each.length() + LIST_SIGN.length();
        }
        return cell.column();
    }
}
