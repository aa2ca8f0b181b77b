package org.noteworthy.input;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.noteworthy.failure.UsageException;
import org.noteworthy.notes.text.Nearest;

/** Which columns of a table hold which fields, where somebody says so; all others count by their names. */
public final class ColumnMap {
    /** Every column counts by its name. */
    public static final ColumnMap NONE = new ColumnMap("--map", Map.of());

    private final String option;
    private final Map<RecordField, String> sources;

    private ColumnMap(String option, Map<RecordField, String> sources) {
        this.option = option;
        this.sources = sources;
    }

    /**
     * Reads pairs such as {@code text=Description}: the field, and the column that holds it. A field without a column
     * ({@code author=}) is read from none, whatever a column is called. Sentences name the option as {@code option}.
     */
    public static ColumnMap of(List<String> pairs, String option) {
        Map<RecordField, String> sources = new EnumMap<>(RecordField.class);
        Map<String, RecordField> fields = new HashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw new UsageException(
                        option + " takes a field and the column that holds it, such as text=Description, not "
                                + Quoted.of(pair) + ".");
            }
            RecordField field = field(pair.substring(0, equals).strip(), option);
            String column = pair.substring(equals + 1).strip();
            if (sources.put(field, column) != null) {
                throw new UsageException(
                        option + " names a column for " + field.column() + " twice; keep one of them.");
            }
            RecordField other = column.isEmpty() ? null : fields.put(RecordField.columnKey(column), field);
            if (other != null) {
                throw new UsageException(option + " takes " + other.column() + " and " + field.column()
                        + " both from the column " + Quoted.of(column) + "; keep one of them.");
            }
        }
        return sources.isEmpty() ? NONE : new ColumnMap(option, sources);
    }

    private static RecordField field(String name, String option) {
        return RecordField.inColumn(name)
                .orElseThrow(() -> new UsageException("There is no field " + Quoted.of(name) + ", which " + option
                        + " names"
                        + Nearest.among(name, RecordField.columns())
                                .map(near -> "; maybe you mean " + near + ".")
                                .orElseGet(
                                        () -> "; the fields are " + String.join(", ", RecordField.columns()) + ".")));
    }

    /** The field that a column of that name holds. */
    public Optional<RecordField> field(String column) {
        for (Map.Entry<RecordField, String> source : sources.entrySet()) {
            if (isSame(source.getValue(), column)) {
                return Optional.of(source.getKey());
            }
        }
        return RecordField.inColumn(column).filter(field -> !sources.containsKey(field));
    }

    /** The columns that it names and that header lacks, by the fields that they are to hold. */
    public Map<RecordField, String> missingIn(List<String> header) {
        Map<RecordField, String> missing = new EnumMap<>(RecordField.class);
        sources.forEach((field, source) -> {
            if (!source.isEmpty() && header.stream().noneMatch(name -> isSame(source, name))) {
                missing.put(field, source);
            }
        });
        return missing;
    }

    /** Whether it names a column for that field, or says that there is none. */
    public boolean speaksOf(RecordField field) {
        return sources.containsKey(field);
    }

    /** Whether nothing was said, so that every column counts by its name. */
    public boolean isEmpty() {
        return sources.isEmpty();
    }

    /** What sentences call it. */
    public String option() {
        return option;
    }

    private static boolean isSame(String source, String name) {
        return !source.isEmpty()
                && (source.equals(name.strip()) || RecordField.columnKey(source).equals(RecordField.columnKey(name)));
    }
}
