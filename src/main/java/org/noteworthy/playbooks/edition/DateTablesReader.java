package org.noteworthy.playbooks.edition;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.noteworthy.notes.DateReason;
import org.noteworthy.notes.DateWordKind;
import org.noteworthy.notes.Tables.DateReasonRow;
import org.noteworthy.notes.Tables.DateWordRow;
import org.noteworthy.notes.dates.DateReasons;

/** Reads the tables about times: the words that say when, and the sentences that say why a text does not. */
final class DateTablesReader {
    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,4})-([0-9]{1,4})");
    private static final Pattern NAME = Pattern.compile("\\{[^{}]*}");
    private static final Pattern MONTH = Pattern.compile("[1-9]|1[0-2]");
    private static final Set<String> ORDERS = Set.of(DateWordKind.DAY_FIRST, DateWordKind.MONTH_FIRST);

    private final EditionFiles files;
    private final Diagnostics diagnostics;

    DateTablesReader(EditionFiles files, Diagnostics diagnostics) {
        this.files = files;
        this.diagnostics = diagnostics;
    }

    List<DateWordRow> words() {
        Table table = Table.read(files, "date-words.csv", List.of("kind", "language", "word", "value"), diagnostics);
        table.requireUnique(List.of("kind", "language"), "word");
        return TablesReader.present(TablesReader.map(table, row -> {
            DateWordKind kind = TablesReader.key(row, "kind", DateWordKind.values(), DateWordKind::key);
            String language = row.required("language");
            String word = row.required("word");
            return kind == null || word.isEmpty() || !valueFits(row, kind, word)
                    ? null
                    : new DateWordRow(kind, language, word, row.optional("value"));
        }));
    }

    private static boolean valueFits(Table.Row row, DateWordKind kind, String word) {
        String value = row.optional("value");
        String wanted = switch (kind) {
            case MONTH -> MONTH.matcher(value).matches() ? "" : "the number of the month, from 1 to 12";
            case PERIOD -> isRange(value) ? "" : "the least and the greatest number, such as 1-53";
            case FIGURES -> ORDERS.contains(value) ? "" : "day-first or month-first";
            default ->
                value.isEmpty() || value.equals(DateWordKind.OWN)
                        ? ""
                        : "own if the word counts only in notes of its language, or leave it empty";
        };
        if (!wanted.isEmpty()) {
            row.report("value", value, "The cell value says \"" + value + "\". Write " + wanted + ".");
            return false;
        }
        if (kind == DateWordKind.FIGURES && !word.equals("/") && !word.equals(".")) {
            row.report("word", word, "Between the numbers of a date stands \"/\" or \".\", not \"" + word + "\".");
            return false;
        }
        return true;
    }

    private static boolean isRange(String value) {
        Matcher range = NUMBERS.matcher(value);
        return range.matches() && Integer.parseInt(range.group(1)) <= Integer.parseInt(range.group(2));
    }

    List<DateReasonRow> reasons() {
        Table table = Table.read(files, "date-reasons.csv", List.of("reason", "sentence"), diagnostics);
        table.requireUnique(List.of(), "reason");
        List<DateReasonRow> rows = TablesReader.present(TablesReader.map(table, row -> {
            DateReason reason = TablesReader.key(row, "reason", DateReason.values(), DateReason::key);
            String sentence = row.required("sentence");
            NAME.matcher(sentence)
                    .results()
                    .map(MatchResult::group)
                    .filter(name -> !DateReasons.NAMES.contains(name))
                    .forEach(name -> row.report(
                            "sentence",
                            name,
                            "A sentence can name " + String.join(", ", new TreeSet<>(DateReasons.NAMES)) + ", and not "
                                    + name + "."));
            return reason == null ? null : new DateReasonRow(reason, sentence);
        }));
        Set<DateReason> missing = EnumSet.allOf(DateReason.class);
        rows.forEach(row -> missing.remove(row.reason()));
        if (!table.rows().isEmpty() && rows.size() == table.rows().size() && !missing.isEmpty()) {
            diagnostics.add(
                    EditionFiles.TABLES + "date-reasons.csv",
                    0,
                    "There is no sentence for "
                            + String.join(
                                    ", ", missing.stream().map(DateReason::key).toList())
                            + ". Every one of "
                            + String.join(
                                    ", ",
                                    Arrays.stream(DateReason.values())
                                            .map(DateReason::key)
                                            .toList())
                            + " needs a row.");
        }
        return rows;
    }
}
