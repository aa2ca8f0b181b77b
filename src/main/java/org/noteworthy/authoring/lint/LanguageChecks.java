package org.noteworthy.authoring.lint;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.noteworthy.playbooks.edition.TableRow;

/**
 * Checks languages: a note is known to be in one by the labels of its sections, so each language that a table has
 * words in should have labels, and the other way round. Each language is told once, however many rows it has.
 */
final class LanguageChecks {
    private static final String LABELS = "tables/sections.csv";
    private static final String LANGUAGE = "language";

    private final LintDiagnostics diagnostics;

    LanguageChecks(LintDiagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Looks through rows of all tables; those without a language are of no language. */
    void look(List<TableRow> rows) {
        Map<String, Map<String, List<TableRow>>> tables = rows.stream()
                .filter(row -> !row.cell(LANGUAGE).isEmpty())
                .collect(Collectors.groupingBy(
                        TableRow::file,
                        LinkedHashMap::new,
                        Collectors.groupingBy(row -> row.cell(LANGUAGE), LinkedHashMap::new, Collectors.toList())));
        Map<String, List<TableRow>> labels = tables.remove(LABELS);
        if (labels == null) {
            return;
        }
        Set<String> others = new LinkedHashSet<>();
        tables.values().forEach(table -> others.addAll(table.keySet()));
        others.stream()
                .filter(language -> !labels.containsKey(language))
                .forEach(language -> withoutLabels(
                        language,
                        tables.values().stream()
                                .flatMap(table -> table.getOrDefault(language, List.of()).stream())
                                .toList(),
                        labels.keySet()));
        tables.forEach((table, languages) -> labels.keySet().stream()
                .filter(language -> !languages.containsKey(language))
                .forEach(language -> withLabelsAlone(language, table)));
    }

    private void withoutLabels(String language, List<TableRow> rows, Collection<String> known) {
        String few = rows.size() == 1
                ? ""
                : ", which " + rows.size() + " rows of "
                        + rows.stream().map(TableRow::file).distinct().collect(Collectors.joining(" and ")) + " are in";
        diagnostics.add(
                Code.UNKNOWN_LANGUAGE,
                rows.get(0),
                LANGUAGE,
                language,
                "No label of " + LABELS + " is in the language \"" + language + "\"" + few + "."
                        + diagnostics.insteadOf(language, known) + " Correct it, or add the labels.");
    }

    private void withLabelsAlone(String language, String table) {
        diagnostics.add(
                Code.MISSING_LANGUAGE,
                table,
                0,
                0,
                0,
                "The table has no row in the language \"" + language + "\", in which " + LABELS
                        + " has labels: what notes in it say is not understood here. Add the rows, or remove the labels.");
    }
}
