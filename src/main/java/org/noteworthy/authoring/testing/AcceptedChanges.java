package org.noteworthy.authoring.testing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.noteworthy.input.Unreadable;
import org.noteworthy.input.UnreadableInputException;

/**
 * The changes of rules and tables that no fixture notices and that are accepted, each with the reason: the rows of
 * {@code mutations-accepted.csv}.
 */
public final class AcceptedChanges {
    /** Name of the file, which lies beside the fixtures. */
    public static final String FILE = "mutations-accepted.csv";

    /** Stands for every edition, and in a change for any characters. */
    public static final String EVERY = "*";

    private static final List<String> COLUMNS = List.of("edition", "file", "change", "reason");

    private final List<Row> rows;

    /**
     * A row of the file.
     *
     * @param edition name of one, or {@link #EVERY}
     * @param file path within the edition's folder
     * @param change as a run tells it; {@link #EVERY} in it stands for any characters
     */
    public record Row(int line, String edition, String file, String change, String reason) {

        /** Whether it is about that change. */
        public boolean covers(String version, Mutant mutant) {
            return (edition.equals(EVERY) || edition.equals(version))
                    && file.equals(mutant.file())
                    && fits(mutant.change());
        }

        private boolean fits(String told) {
            String pattern = Arrays.stream(change.split(Pattern.quote(EVERY), -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*"));
            return told.matches(pattern);
        }
    }

    private AcceptedChanges(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** What the folder's file accepts; nothing where there is none. {@link UnreadableInputException} where it is broken. */
    public static AcceptedChanges in(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return new AcceptedChanges(List.of());
        }
        try {
            return read(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Unreadable.because(file.toString(), e);
        }
    }

    private static AcceptedChanges read(String name, String text) {
        Map<String, Row> rows = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord cells : records) {
                if (!cells.getHeader().equals(COLUMNS)) {
                    throw new UnreadableInputException(
                            name, "its columns are not " + String.join(", ", COLUMNS) + ", in this order.");
                }
                Row row = row(name, cells);
                Row first = rows.putIfAbsent(row.edition() + "\n" + row.file() + "\n" + row.change(), row);
                if (first != null) {
                    throw new UnreadableInputException(
                            name, "line " + row.line() + " says the same as line " + first.line() + ". Keep one.");
                }
            }
        } catch (CsvParseException | IOException e) {
            throw new UnreadableInputException(
                    name, "a row has not as many cells as the header, or a quote in it is not closed.");
        }
        return new AcceptedChanges(new ArrayList<>(rows.values()));
    }

    private static Row row(String name, NamedCsvRecord cells) {
        if (cells.getFieldCount() != COLUMNS.size()) {
            throw new UnreadableInputException(
                    name,
                    "line " + cells.getStartingLineNumber() + " has not as many cells as the header, or a quote in it"
                            + " is not closed.");
        }
        for (String column : COLUMNS) {
            if (cells.getField(column).isBlank()) {
                throw new UnreadableInputException(
                        name, "line " + cells.getStartingLineNumber() + " says no " + column + ". Fill it in.");
            }
        }
        return new Row(
                (int) cells.getStartingLineNumber(),
                cells.getField("edition").strip(),
                cells.getField("file").strip(),
                cells.getField("change").strip(),
                cells.getField("reason").strip());
    }

    /** The rows, in the order of the file. */
    public List<Row> rows() {
        return rows;
    }
}
