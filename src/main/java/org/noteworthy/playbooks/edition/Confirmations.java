package org.noteworthy.playbooks.edition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code tables/confirmations.csv} says, which an edition may leave out: then no rule of it was ever confirmed.
 *
 * <p>No note is judged by it, so nothing that is wrong in it refuses the edition. It is mostly a spreadsheet that spoils it:
 * one that opens and saves it writes days in its own way, and hashes that look like numbers as numbers.
 *
 * @param rows those that confirm something, in the order of the table
 * @param diagnostics what else stands there, sorted by place
 */
public record Confirmations(List<Confirmation> rows, List<Diagnostic> diagnostics) {
    private static final String NAME = Confirmation.FILE.substring(EditionFiles.TABLES.length());
    private static final String HASH = "clauseHash";
    private static final String DAY = "on";

    public Confirmations {
        rows = List.copyOf(rows);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Those of an edition. */
    public static Confirmations of(EditionFiles files) {
        if (!files.names().contains(Confirmation.FILE)) {
            return new Confirmations(List.of(), List.of());
        }
        Diagnostics diagnostics = new Diagnostics(files.folder());
        Table table = Table.readMaybeEmpty(files, NAME, List.of("rule", HASH, DAY, "by"), diagnostics);
        table.requireUnique(List.of(), "rule");
        List<Confirmation> confirmations = new ArrayList<>();
        List<Table.Row> withoutHash = new ArrayList<>();
        List<Table.Row> withoutDay = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            String rule = row.required("rule");
            String hash = row.optional(HASH);
            LocalDate day = day(row);
            if (day == null) {
                withoutDay.add(row);
            }
            if (Clause.couldBeHash(hash)) {
                confirmations.add(new Confirmation(rule, hash, day, row.optional("by"), row.line()));
            } else {
                withoutHash.add(row);
            }
        }
        tell(
                withoutHash,
                HASH,
                "not a hash of a clause, and confirms nothing. Write the one that \"noteworthy clauses\" shows: it begins"
                        + " with a letter, so that no spreadsheet takes it for a number.");
        tell(withoutDay, DAY, "not a day. Write it like 2020-03-25, and see that the spreadsheet leaves it so.");
        return new Confirmations(confirmations, diagnostics.sorted());
    }

    /** Tells the first of some rows, and how many more there are. */
    private static void tell(List<Table.Row> rows, String column, String sentence) {
        if (!rows.isEmpty()) {
            String cell = rows.get(0).optional(column);
            String more = rows.size() == 1 ? "" : " (and in " + (rows.size() - 1) + " more below)";
            rows.get(0)
                    .report(
                            column,
                            cell,
                            "The cell " + column + " says \"" + cell + "\"" + more + ", which is " + sentence);
        }
    }

    private static @Nullable LocalDate day(Table.Row row) {
        try {
            return LocalDate.parse(row.optional(DAY));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
