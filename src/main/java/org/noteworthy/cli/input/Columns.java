package org.noteworthy.cli.input;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.Entry;
import org.noteworthy.checking.Origin;
import org.noteworthy.checking.intake.NoteDraft;
import org.noteworthy.checking.intake.NoteEntry;
import org.noteworthy.checking.intake.Quoted;
import org.noteworthy.checking.intake.RecordField;
import org.noteworthy.checking.intake.RecordLimits;
import org.noteworthy.notes.Nearest;

/** What the columns of a table mean, from its first row; turns the rows under it into entries. */
final class Columns {
    private static final int MOST_SHOWN = 20;
    private final String input;
    private final RecordLimits limits;
    private final List<Optional<RecordField>> fields;

    private Columns(String input, RecordLimits limits, List<Optional<RecordField>> fields) {
        this.input = input;
        this.limits = limits;
        this.fields = fields;
    }

    /** What the cells of the first row say, empty where they say nothing. */
    static List<String> header(TableRow.Read first) {
        List<String> names = new ArrayList<>(Collections.nCopies(first.width(), ""));
        for (TableRow.Cell cell : first.cells()) {
            names.set(cell.column(), cell.content());
        }
        return names;
    }

    /** The columns of that header; complains of what is missing or there twice, warns once of what is not known. */
    static Columns of(String input, List<String> header, RecordLimits limits, Consumer<String> warnings) {
        List<Optional<RecordField>> fields = new ArrayList<>();
        Map<RecordField, Integer> places = new EnumMap<>(RecordField.class);
        List<String> unknown = new ArrayList<>();
        for (String name : header) {
            Optional<RecordField> field = RecordField.inColumn(name);
            fields.add(field);
            if (field.isPresent()) {
                Integer before = places.put(field.get(), fields.size());
                if (before != null) {
                    throw new UnreadableInputException(
                            input,
                            "columns " + before + " and " + fields.size() + " are both called "
                                    + field.get().column() + "; keep one of them.");
                }
            } else if (!name.isBlank()) {
                unknown.add(name);
            }
        }
        if (!places.containsKey(RecordField.TEXT)) {
            throw withoutText(input, header);
        }
        if (!unknown.isEmpty()) {
            warnings.accept(input + ": ignored what is no field of a note: " + inWords(unknown) + ".");
        }
        return new Columns(input, limits, fields);
    }

    private static UnreadableInputException withoutText(String input, List<String> header) {
        List<String> names = header.stream().filter(name -> !name.isBlank()).toList();
        Optional<String> likely = names.stream()
                .filter(name -> RecordField.inColumn(name).isEmpty())
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(RecordField.TEXT.column())
                        || Nearest.among(name, List.of(RecordField.TEXT.column()))
                                .isPresent())
                .findFirst();
        return new UnreadableInputException(
                input,
                "there is no column \"text\"; the columns are "
                        + names.stream().limit(MOST_SHOWN).map(Quoted::of).collect(Collectors.joining(", "))
                        + (names.size() > MOST_SHOWN ? " and " + (names.size() - MOST_SHOWN) + " more." : ".")
                        + likely.map(name -> " Maybe " + Quoted.of(name) + " is meant: call it \"text\".")
                                .orElse(""));
    }

    private static String inWords(List<String> unknown) {
        return unknown.stream()
                .map(name -> Quoted.of(name)
                        + Nearest.among(name, RecordField.columns())
                                .map(near -> " (maybe you mean " + near + ")")
                                .orElse(""))
                .collect(Collectors.joining(", "));
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
    Entry entry(TableRow row) {
        String place = "row " + row.number();
        Origin origin = new Origin(input, place, row.line(), 0, false);
        if (row instanceof TableRow.Broken broken) {
            return new Entry.Refused(origin, place, broken.problem());
        }
        List<TableRow.Cell> cells = ((TableRow.Read) row).cells();
        if (cells.isEmpty()) {
            return null;
        }
        NoteDraft draft = new NoteDraft(limits);
        boolean text = false;
        for (TableRow.Cell cell : cells) {
            Optional<RecordField> field = cell.column() < fields.size() ? fields.get(cell.column()) : Optional.empty();
            if (field.isPresent()) {
                text |= field.get() == RecordField.TEXT;
                fill(draft, field.get(), cell);
            }
        }
        if (!text) {
            draft.put(RecordField.TEXT, "");
        }
        return NoteEntry.of(origin, place, draft.finish(place));
    }

    private static void fill(NoteDraft draft, RecordField field, TableRow.Cell cell) {
        if (cell.error()) {
            draft.wrong(field, field.column() + " holds the spreadsheet's error " + cell.content() + ".");
        } else {
            draft.cell(field, cell.content());
        }
    }
}
