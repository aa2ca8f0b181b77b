package org.noteworthy.drafts.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.noteworthy.drafts.text.RowOperation.Add;
import org.noteworthy.drafts.text.RowOperation.Change;
import org.noteworthy.drafts.text.RowOperation.Delete;
import org.noteworthy.drafts.text.RowOperation.Move;

/** Tables as anybody may have written them, and operations that fit them. */
final class RandomTables {
    private static final List<String> TEXTS = List.of(
            "",
            "",
            "a",
            "x y",
            " blank ",
            "q\"uote",
            "\"quoted\"",
            "a,b",
            "a;b",
            "two\nlines",
            "\n",
            "日本",
            "=1",
            "#c",
            "é");
    private static final List<String> ENDS = List.of("\n", "\n", "\r\n", "\r");
    private final Random random;

    RandomTables(long seed) {
        random = new Random(seed);
    }

    String table() {
        int columns = 1 + random.nextInt(5);
        char separator = columns > 1 && random.nextInt(3) == 0 ? ';' : ',';
        String end = random.nextInt(4) == 0 ? "" : pick(ENDS);
        StringBuilder table = new StringBuilder(random.nextInt(4) == 0 ? "\uFEFF" : "");
        for (int i = 0; i < columns; i++) {
            String name = "c" + i;
            table.append(i == 0 ? "" : separator).append(random.nextBoolean() ? name : "\"" + name + "\"");
        }
        for (int rows = random.nextInt(9); rows > 0; rows--) {
            table.append(end.isEmpty() ? pick(ENDS) : end);
            int odd = random.nextInt(12);
            int cells = odd == 0 ? 1 + random.nextInt(7) : odd == 1 ? 0 : columns;
            for (int i = 0; i < cells; i++) {
                table.append(i == 0 ? "" : separator).append(cell(separator));
            }
        }
        return table + (random.nextInt(3) == 0 ? "" : end.isEmpty() ? pick(ENDS) : end);
    }

    private String cell(char separator) {
        String text = pick(TEXTS);
        boolean bare = text.indexOf(separator) < 0 && text.indexOf('\n') < 0 && !text.startsWith("\"");
        if (bare && random.nextInt(3) != 0) {
            return text;
        }
        return "\"" + text.replace("\"", "\"\"").replace("\n", pick(ENDS)) + "\"";
    }

    /** Operations on rows with these cells; no row is left without a word. */
    List<RowOperation> operations(int columns, List<List<String>> rows) {
        List<RowOperation> operations = new ArrayList<>();
        for (int row = 1; row <= rows.size(); row++) {
            String hash = TableRows.hash(rows.get(row - 1));
            int kind = random.nextInt(10);
            if (kind < 3) {
                operations.add(new Change(row, hash, change(columns, rows.get(row - 1))));
            }
            if (kind == 2 || kind == 3) {
                operations.add(new Move(row, hash, place(rows.size())));
            } else if (kind == 4) {
                operations.add(new Delete(row, hash));
            }
        }
        for (int added = random.nextInt(3); added > 0; added--) {
            Map<String, String> cells = cells(columns);
            cells.put("c0", "new");
            operations.add(random.nextInt(operations.size() + 1), new Add(place(rows.size()), cells));
        }
        return operations;
    }

    private Map<String, String> change(int columns, List<String> row) {
        Map<String, String> cells = cells(columns);
        List<String> after = new ArrayList<>(row);
        new TreeMap<>(cells).forEach((name, text) -> {
            int column = Integer.parseInt(name.substring(1));
            while (after.size() <= column) {
                after.add("");
            }
            after.set(column, text);
        });
        if (after.stream().allMatch(String::isBlank)) {
            cells.put("c0", "word");
        }
        return cells;
    }

    private Map<String, String> cells(int columns) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = random.nextInt(columns + 1); i > 0; i--) {
            cells.put("c" + random.nextInt(columns), pick(TEXTS));
        }
        return cells;
    }

    private @Nullable Integer place(int rows) {
        int place = 1 + random.nextInt(rows + 2);
        return place > rows + 1 ? null : Integer.valueOf(place);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
