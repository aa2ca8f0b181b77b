package org.noteworthy.playbooks.edition;

import java.util.List;
import java.util.Optional;
import org.noteworthy.notes.Tables;

/**
 * An edition as its files say it, before anything of it is compiled: what could be read, with places, and what is wrong.
 *
 * @param files as they stood at one moment
 * @param rows of all its tables, those that the tables could not take in too
 * @param clauses in the order of {@code guidance.md}
 * @param rules in the order of their files, those that are switched off too
 * @param diagnostics everything that is wrong, sorted by place; an edition with any is refused
 */
public record WrittenEdition(
        EditionFiles files,
        Tables tables,
        List<TableRow> rows,
        List<Clause> clauses,
        List<ReadRule> rules,
        List<Diagnostic> diagnostics) {
    private static final Tables NO_TABLES = new Tables(
            new Tables.Settings("", "", true, 0),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    public WrittenEdition {
        rows = List.copyOf(rows);
        clauses = List.copyOf(clauses);
        rules = List.copyOf(rules);
        diagnostics = List.copyOf(diagnostics);
    }

    /** A folder of which nothing could be read. */
    public static WrittenEdition unreadable(EditionFiles files, List<Diagnostic> diagnostics) {
        return new WrittenEdition(files, NO_TABLES, List.of(), List.of(), List.of(), diagnostics);
    }

    /** Name of its folder. */
    public String version() {
        return files.folder();
    }

    /** A file of it as text, by its path within the folder; empty where it is missing or no text. */
    public Optional<String> text(String file) {
        return files.text(file, new Diagnostics(version()));
    }

    /** The rows of one table. */
    public List<TableRow> rows(String table) {
        return rows.stream()
                .filter(row -> row.file().equals(EditionFiles.TABLES + table))
                .toList();
    }
}
