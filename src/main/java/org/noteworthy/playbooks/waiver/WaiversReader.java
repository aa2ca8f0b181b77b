package org.noteworthy.playbooks.waiver;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.edition.Diagnostics;
import org.noteworthy.playbooks.edition.EditionFiles;
import org.noteworthy.playbooks.edition.Table;
import org.noteworthy.playbooks.waiver.Waiver.Subject;

/** Reads the table of waivers, and says everything that is wrong with any row. */
final class WaiversReader {
    private static final int MOST_ROWS = 10_000;
    private static final String RULE = "rule";
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final List<String> SUBJECTS = List.of("engagement", "note", "author");
    private static final List<String> NEEDED = List.of(RULE, "justification", "owner", FROM, UNTIL);
    private static final List<String> COLUMNS =
            List.of(RULE, "engagement", "note", "author", "justification", "owner", FROM, UNTIL);
    private static final Pattern SEVERAL = Pattern.compile("[\\s*?%,;|]");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final Diagnostics diagnostics;
    private final Map<Waiver, Integer> lines = new HashMap<>();

    WaiversReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    Waivers read(EditionFiles files) {
        Table table = Table.readBeside(files, WaiverFile.NAME, NEEDED, MOST_ROWS, diagnostics);
        if (!checkHeader(table.header())) {
            return Waivers.NONE;
        }
        List<Waiver> waivers = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            Waiver waiver = read(row);
            if (waiver != null) {
                waivers.add(waiver);
            }
        }
        return Waivers.of(waivers);
    }

    private boolean checkHeader(List<String> header) {
        Set<String> seen = new HashSet<>();
        boolean sound = true;
        for (String column : header) {
            if (!COLUMNS.contains(column)) {
                addOfHeader("There is no column \"" + column + "\" in " + WaiverFile.NAME + "."
                        + diagnostics.insteadOf(column, COLUMNS));
                sound = false;
            } else if (!seen.add(column)) {
                addOfHeader("The column " + column + " stands here twice. Remove one of the two.");
                sound = false;
            }
        }
        if (!header.isEmpty() && SUBJECTS.stream().noneMatch(seen::contains)) {
            addOfHeader(
                    "There is neither a column engagement, nor note, nor author, so no waiver could say whose notes it"
                            + " is for. Add one of them.");
            sound = false;
        }
        return sound;
    }

    private void addOfHeader(String sentence) {
        diagnostics.add(WaiverFile.NAME, 1, sentence);
    }

    private @Nullable Waiver read(Table.Row row) {
        String rule = rule(row);
        Subject subject = subject(row);
        String justification = row.required("justification");
        String owner = row.required("owner");
        LocalDate from = day(row, FROM);
        LocalDate until = day(row, UNTIL);
        if (from != null && until != null && from.isAfter(until)) {
            row.report(
                    UNTIL,
                    until.toString(),
                    "The waiver begins on " + from + " and ends on " + until + ", which is earlier. Turn the two days"
                            + " round, or correct one of them.");
            return null;
        }
        if (rule.isEmpty() || subject == null || from == null || until == null) {
            return null;
        }
        Integer first = lines.putIfAbsent(new Waiver(0, rule, subject, "", "", from, until), row.line());
        if (first != null) {
            row.report(
                    RULE,
                    rule,
                    "This waiver stands in line " + first + " already: the same rule, for the same, and the same days."
                            + " Remove one of the two rows.");
        }
        return new Waiver(row.line(), rule, subject, justification, owner, from, until);
    }

    private static String rule(Table.Row row) {
        String rule = row.required(RULE);
        if (SEVERAL.matcher(rule).find()) {
            row.report(
                    RULE,
                    rule,
                    "\"" + rule + "\" is not the name of one rule. A waiver is for one rule, named in full; write a row"
                            + " for each rule.");
            return "";
        }
        return rule;
    }

    private static @Nullable Subject subject(Table.Row row) {
        Subject subject =
                new Subject(cell(row, SUBJECTS.get(0)), cell(row, SUBJECTS.get(1)), cell(row, SUBJECTS.get(2)));
        if (subject.isNobody()) {
            row.report(
                    RULE,
                    row.optional(RULE),
                    "This waiver names neither an engagement, nor a note, nor an author, so it would be for everybody."
                            + " Name at least one of the three, or delete the row.");
            return null;
        }
        boolean sound = true;
        for (String column : SUBJECTS) {
            String value = row.optional(column);
            if (value.contains("*")) {
                row.report(
                        column,
                        value,
                        "\"" + value + "\" is not one " + column + ". A * stands for nothing else here; write a row for"
                                + " each " + column + ", named in full.");
                sound = false;
            }
        }
        return sound ? subject : null;
    }

    private static @Nullable String cell(Table.Row row, String column) {
        String cell = row.optional(column);
        return cell.isEmpty() ? null : cell;
    }

    private static @Nullable LocalDate day(Table.Row row, String column) {
        String cell = row.required(column);
        if (cell.isEmpty()) {
            return null;
        }
        try {
            if (DAY.matcher(cell).matches()) {
                return LocalDate.parse(cell);
            }
        } catch (DateTimeException e) {
            // told below
        }
        row.report(
                column,
                cell,
                "The cell " + column + " says \"" + cell + "\", which is not a day. Write it like 2026-12-31, without a"
                        + " time or a zone: days are counted in UTC.");
        return null;
    }
}
