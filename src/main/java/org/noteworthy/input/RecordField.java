package org.noteworthy.input;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A field of a note record: its name in JSON, front matter and tables, and how its value is written. */
public enum RecordField {
    ID("id", Form.WORDS),
    TEXT("text", Form.WORDS),
    ROLE("role", Form.WORDS),
    NOTE_TYPE("noteType", Form.WORDS),
    TIME_TASK("timeTask", Form.WORDS),
    WRITTEN_ON("writtenOn", Form.DAY),
    AUTHOR("author", Form.WORDS),
    ENGAGEMENT("engagement", Form.WORDS),
    INTERACTION("interaction", Form.WORDS),
    ACTIVITY("activity", Form.WORDS),
    COVID_ACCELERATED("covidAccelerated", Form.YES_OR_NO),
    DEPLOYMENT("deployment", Form.DEPLOYMENT),
    ENTITLEMENT_L1("entitlementStatus.l1", Form.WORDS),
    ENTITLEMENT_L2("entitlementStatus.l2", Form.WORDS),
    ENTITLEMENT_L3("entitlementStatus.l3", Form.WORDS),
    LANGUAGE("language", Form.LANGUAGE);

    /** How the value of a field is written. */
    public enum Form {
        WORDS,
        DAY,
        YES_OR_NO,
        DEPLOYMENT,
        LANGUAGE
    }

    /** Name of the object that holds the three levels where records are nested. */
    public static final String ENTITLEMENT = "entitlementStatus";

    /** Names of the levels within {@link #ENTITLEMENT}. */
    public static final List<String> LEVELS = List.of("l1", "l2", "l3");

    private static final String ENTITLEMENT_COLUMN = "entitlement";
    private static final int LONGEST_COLUMN = 200;

    private static final Map<String, RecordField> BY_NAME = new LinkedHashMap<>();
    private static final Map<String, RecordField> BY_COLUMN = new HashMap<>();

    static {
        for (RecordField field : values()) {
            BY_COLUMN.put(columnKey(field.column()), field);
            BY_COLUMN.put(columnKey(field.path), field);
            if (!field.isLevel()) {
                BY_NAME.put(field.path, field);
            }
        }
    }

    private final String path;
    private final Form form;

    RecordField(String path, Form form) {
        this.path = path;
        this.form = form;
    }

    /** The field of that name in JSON and front matter; the levels of the entitlement are within an object. */
    public static Optional<RecordField> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The field of that level, {@code l1} to {@code l3}, of the entitlement. */
    public static Optional<RecordField> level(String name) {
        return Optional.ofNullable(LEVELS.contains(name) ? BY_COLUMN.get(columnKey(ENTITLEMENT_COLUMN + name)) : null);
    }

    /** The field whose values a table's column of that name holds, in any case, as in {@code Written On}. */
    public static Optional<RecordField> inColumn(String name) {
        return name.length() > LONGEST_COLUMN ? Optional.empty() : Optional.ofNullable(BY_COLUMN.get(columnKey(name)));
    }

    /** A name without blanks and line ends of any kind, and without signs that do not show. */
    static String columnKey(String name) {
        StringBuilder key = new StringBuilder(name.length());
        name.codePoints()
                .filter(each -> !Character.isWhitespace(each)
                        && !Character.isSpaceChar(each)
                        && !Character.isISOControl(each)
                        && Character.getType(each) != Character.FORMAT)
                .forEach(each -> key.appendCodePoint(Character.toLowerCase(each)));
        return key.toString();
    }

    /** Names of all fields of a record in JSON and front matter, in the order of the documentation. */
    public static List<String> names() {
        return Arrays.stream(values())
                .map(field -> field.isLevel() ? ENTITLEMENT : field.path)
                .distinct()
                .toList();
    }

    /** Names of all columns that a table may have. */
    public static List<String> columns() {
        return Arrays.stream(values()).map(RecordField::column).toList();
    }

    /** The name that messages use, e.g. {@code role} or {@code entitlementStatus.l1}. */
    public String path() {
        return path;
    }

    /** The JSON pointer of the field within its record. */
    public String pointer() {
        return "/" + path.replace('.', '/');
    }

    /** The name of its column in a table, e.g. {@code entitlementL1}. */
    public String column() {
        return isLevel()
                ? ENTITLEMENT_COLUMN + path.substring(path.indexOf('.') + 1).toUpperCase(Locale.ROOT)
                : path;
    }

    /** How its value is written. */
    public Form form() {
        return form;
    }

    /** Whether an empty value says something: in the others, exporters that quote every cell would make it say so. */
    boolean emptyCounts() {
        return this == TEXT || this == TIME_TASK || isLevel();
    }

    private boolean isLevel() {
        return path.startsWith(ENTITLEMENT);
    }
}
