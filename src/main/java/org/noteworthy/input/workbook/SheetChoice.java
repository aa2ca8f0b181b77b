package org.noteworthy.input.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.noteworthy.input.InputOptions;
import org.noteworthy.input.Quoted;
import org.noteworthy.input.UnreadableInputException;
import org.noteworthy.input.table.Columns;
import org.noteworthy.notes.text.Nearest;

/** Which sheets of a workbook are looked at: those that were named, else those that a person sees. */
final class SheetChoice {
    private SheetChoice() {}

    static List<WorkbookParts.SheetPart> of(String input, List<WorkbookParts.SheetPart> sheets, InputOptions options) {
        if (sheets.isEmpty()) {
            throw new UnreadableInputException(input, "this workbook has no sheet.");
        }
        if (!options.sheets().isEmpty()) {
            return named(input, sheets, options.sheets());
        }
        List<WorkbookParts.SheetPart> seen =
                sheets.stream().filter(sheet -> !sheet.hidden()).toList();
        List<WorkbookParts.SheetPart> hidden =
                sheets.stream().filter(WorkbookParts.SheetPart::hidden).toList();
        if (seen.isEmpty()) {
            throw new UnreadableInputException(
                    input,
                    "all its sheets are hidden: " + names(hidden) + ". Name those to read with "
                            + options.names().sheet() + ".");
        }
        if (!hidden.isEmpty()) {
            options.warnings()
                    .accept(input + ": left out what is hidden: " + (hidden.size() == 1 ? "the sheet " : "the sheets ")
                            + names(hidden) + ". Name it with "
                            + options.names().sheet() + " to read it.");
        }
        return seen;
    }

    private static List<WorkbookParts.SheetPart> named(
            String input, List<WorkbookParts.SheetPart> sheets, List<String> names) {
        List<WorkbookParts.SheetPart> chosen = new ArrayList<>();
        for (String name : names) {
            Optional<WorkbookParts.SheetPart> sheet = sheets.stream()
                    .filter(each -> key(each.name()).equals(key(name)))
                    .findFirst();
            WorkbookParts.SheetPart found = sheet.orElseThrow(() -> new UnreadableInputException(
                    input,
                    "there is no sheet " + Quoted.of(name) + "; the sheets are " + names(sheets) + "."
                            + Nearest.among(
                                            name,
                                            sheets.stream()
                                                    .map(WorkbookParts.SheetPart::name)
                                                    .toList())
                                    .map(near -> " Maybe you mean " + Quoted.of(near) + ".")
                                    .orElse("")));
            if (!chosen.contains(found)) {
                chosen.add(found);
            }
        }
        return chosen;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static String names(List<WorkbookParts.SheetPart> sheets) {
        return sheets.stream()
                .limit(Columns.MOST_SHOWN)
                .map(sheet -> Quoted.of(sheet.name()))
                .collect(Collectors.joining(", "));
    }
}
