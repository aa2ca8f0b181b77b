package org.noteworthy.input.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.input.ColumnMap;
import org.noteworthy.input.FieldWords;
import org.noteworthy.input.InputOptions;
import org.noteworthy.input.NoteDraft;
import org.noteworthy.input.NoteEntry;
import org.noteworthy.input.Quoted;
import org.noteworthy.input.RecordField;
import org.noteworthy.input.UnreadableInputException;
import org.noteworthy.notes.text.Nearest;

/** What the columns of a table mean, from its first row; turns the rows under it into entries. */
public final class Columns {
    public static final int MOST_SHOWN = 20;

    /** As many as a sheet of a workbook can have. */
    public static final int MOST = 1 << 14;

    /** Rows under the first in which a header is looked for, so that the complaint can name it. */
    public static final int HEADER_LOOKED_FOR = 20;

    private final TablePlace place;
    private final InputOptions options;
    private final List<Optional<RecordField>> fields;
    private final BitSet used = new BitSet();
    private final int text;

    private Columns(TablePlace place, InputOptions options, List<Optional<RecordField>> fields) {
        this.place = place;
        this.options = options;
        this.fields = fields;
        for (int column = 0; column < fields.size(); column++) {
            used.set(column, fields.get(column).isPresent());
        }
        this.text = fields.indexOf(Optional.of(RecordField.TEXT));
    }

    /** What the cells of the first row say, empty where they say nothing. */
    public static List<String> header(TableRow.Read first) {
        List<String> names = new ArrayList<>(Collections.nCopies(first.width(), ""));
        for (TableRow.Cell cell : first.cells()) {
            names.set(cell.column(), cell.content());
        }
        return names;
    }

    /** The columns of that header; complains of what is missing or there twice, warns once of what is not known. */
    public static Columns of(TablePlace place, List<String> header, InputOptions options) {
        List<Optional<RecordField>> fields = new ArrayList<>();
        Map<RecordField, Integer> places = new EnumMap<>(RecordField.class);
        List<String> unknown = new ArrayList<>();
        for (String name : header) {
            Optional<RecordField> field = options.columns().field(name);
            fields.add(field);
            if (field.isPresent()) {
                Integer before = places.put(field.get(), fields.size());
                if (before != null) {
                    throw place.unreadable("columns " + before + " and " + fields.size() + " are both called "
                            + (options.columns().speaksOf(field.get())
                                    ? Quoted.of(name)
                                    : field.get().column())
                            + "; keep one of them.");
                }
            } else if (!name.isBlank()) {
                unknown.add(name);
            }
        }
        if (!places.containsKey(RecordField.TEXT)) {
            throw withoutText(place, header, 0, options);
        }
        options.columns().missingIn(header).forEach((field, source) -> {
            throw place.unreadable(noColumn(source, header, options.columns()));
        });
        if (!unknown.isEmpty()) {
            options.warnings()
                    .accept(place.input() + ": " + place.label() + "ignored what is not a field of a note: "
                            + inWords(unknown) + ".");
        }
        return new Columns(place, options, fields);
    }

    /** Whether one of those names is that of the column for the text. */
    public static boolean hasText(List<String> header, ColumnMap map) {
        return header.stream().anyMatch(name -> map.field(name).equals(Optional.of(RecordField.TEXT)));
    }

    /** That a column which was named is not there. */
    private static String noColumn(String source, List<String> header, ColumnMap map) {
        List<String> names = header.stream().filter(name -> !name.isBlank()).toList();
        return "there is no column " + Quoted.of(source) + ", which " + map.option() + " names; "
                + Nearest.among(source, names)
                        .map(near -> "maybe you mean " + Quoted.of(near) + ".")
                        .orElseGet(() -> "the columns are " + shown(names));
    }

    private static String shown(List<String> names) {
        return names.stream().limit(MOST_SHOWN).map(Quoted::of).collect(Collectors.joining(", "))
                + (names.size() > MOST_SHOWN ? " and " + (names.size() - MOST_SHOWN) + " more." : ".");
    }

    /** That there is no such column in the header; {@code better} is the number of a row that has one, or 0. */
    public static UnreadableInputException withoutText(
            TablePlace place, List<String> header, int better, InputOptions options) {
        ColumnMap map = options.columns();
        String named = map.missingIn(header).get(RecordField.TEXT);
        if (named != null) {
            return place.unreadable(noColumn(named, header, map));
        }
        if (map.speaksOf(RecordField.TEXT)) {
            return place.unreadable("no column is the text, as " + map.option() + " has it, and notes need one.");
        }
        List<String> names = header.stream().filter(name -> !name.isBlank()).toList();
        Optional<String> likely = names.stream()
                .filter(name -> RecordField.inColumn(name).isEmpty())
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(RecordField.TEXT.column())
                        || Nearest.among(name, List.of(RecordField.TEXT.column()))
                                .isPresent())
                .findFirst();
        return place.unreadable("there is no column \"text\"; the columns are "
                + shown(names)
                + (better > 0
                        ? " Row " + better + " has one: say " + options.names().headerRow() + " " + better
                                + " if the rows above it are" + " titles."
                        : likely.map(name -> " Maybe " + Quoted.of(name) + " is meant: call it \"text\".")
                                .orElse("")));
    }

    private static String inWords(List<String> unknown) {
        return unknown.stream()
                        .limit(MOST_SHOWN)
                        .map(name -> Quoted.of(name)
                                + Nearest.among(name, RecordField.columns())
                                        .map(near -> " (maybe you mean " + near + ")")
                                        .orElse(""))
                        .collect(Collectors.joining(", "))
                + (unknown.size() > MOST_SHOWN ? " and " + (unknown.size() - MOST_SHOWN) + " more" : "");
    }

    /** Those that hold fields of a note. */
    public BitSet used() {
        return used;
    }

    /** Those that hold days. */
    public BitSet days() {
        BitSet days = new BitSet();
        for (int column = 0; column < fields.size(); column++) {
            days.set(
                    column,
                    fields.get(column)
                            .filter(field -> field.form() == RecordField.Form.DAY)
                            .isPresent());
        }
        return days;
    }

    /** The input that has them, as the caller named it. */
    String input() {
        return place.input();
    }

    /** The one with the text, from 0. */
    int text() {
        return text;
    }

    /** The cell of that row which holds the text, if it holds any. */
    Optional<TableRow.Cell> textOf(TableRow.Read row) {
        return row.cells().stream().filter(cell -> cell.column() == text).findFirst();
    }

    /** Whether a row has something in a cell that is right of them. */
    boolean overflows(TableRow.Read row) {
        return row.width() > fields.size()
                && row.cells().stream()
                        .anyMatch(cell -> cell.column() >= fields.size()
                                && !cell.content().isBlank());
    }

    /** How many there are. */
    int count() {
        return fields.size();
    }

    /** Name of the field in that column, from 0, as messages show it. */
    String name(int column) {
        return column < fields.size()
                ? fields.get(column).map(RecordField::column).orElse("column " + (column + 1))
                : "column " + (column + 1);
    }

    /** The note of a row, or why it is none; null for a row without content. */
    @Nullable
    public Entry entry(TableRow row) {
        String place = this.place.row(row.number());
        Origin origin = new Origin(this.place.input(), place, row.line(), 0, false);
        if (row instanceof TableRow.Broken broken) {
            return new Entry.Refused(origin, place, broken.problem());
        }
        List<TableRow.Cell> cells = ((TableRow.Read) row).cells();
        if (cells.isEmpty()) {
            return null;
        }
        NoteDraft draft = new NoteDraft(options.limits());
        boolean text = false;
        for (TableRow.Cell cell : cells) {
            Optional<RecordField> field = cell.column() < fields.size() ? fields.get(cell.column()) : Optional.empty();
            if (field.isPresent()) {
                text |= field.get() == RecordField.TEXT;
                fill(draft, field.get(), cell, options.words());
            }
        }
        if (!text) {
            draft.put(RecordField.TEXT, "");
        }
        return NoteEntry.of(origin, place, draft.finish(place));
    }

    private static void fill(NoteDraft draft, RecordField field, TableRow.Cell cell, Supplier<FieldWords> words) {
        if (cell.wrong() != null) {
            draft.wrong(field, field.column() + " holds " + cell.wrong() + ".");
        } else {
            draft.cell(field, cell.content(), words);
        }
    }
}
