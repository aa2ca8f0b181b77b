package org.noteworthy.playbooks;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code tables/confirmations.csv}, which an edition may leave out: then no rule of it was ever confirmed. */
final class ConfirmationsReader {
    private static final String NAME = Confirmation.FILE.substring(EditionFiles.TABLES.length());
    private static final List<String> COLUMNS = List.of("rule", "clauseHash", "on", "by");

    private final Flaws flaws;

    ConfirmationsReader(Flaws flaws) {
        this.flaws = flaws;
    }

    List<Confirmation> read(EditionFiles files) {
        List<Confirmation> confirmations = new ArrayList<>();
        if (files.names().contains(Confirmation.FILE)) {
            Table table = Table.readMaybeEmpty(files, NAME, COLUMNS, flaws);
            table.requireUnique(List.of(), "rule");
            for (Table.Row row : table.rows()) {
                LocalDate on = day(row);
                String hash = hash(row);
                if (on != null) {
                    confirmations.add(new Confirmation(row.required("rule"), hash, on, row.optional("by"), row.line()));
                }
            }
        }
        return confirmations;
    }

    private static String hash(Table.Row row) {
        String hash = row.required("clauseHash");
        if (!hash.isEmpty() && !PlainText.isHash(hash)) {
            row.flaw(
                    "clauseHash",
                    hash,
                    "\"" + hash + "\" is no hash of a clause. Write the " + PlainText.HASH_LENGTH
                            + " digits that \"noteworthy clauses\" shows for it.");
        }
        return hash;
    }

    private static @Nullable LocalDate day(Table.Row row) {
        String day = row.required("on");
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            if (!day.isEmpty()) {
                row.flaw("on", day, "The cell on says \"" + day + "\", which is no day. Write it like 2020-03-25.");
            }
            return null;
        }
    }
}
