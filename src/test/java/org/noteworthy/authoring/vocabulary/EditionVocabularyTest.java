package org.noteworthy.authoring.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.noteworthy.authoring.form.FormComparison;
import org.noteworthy.authoring.form.FormCondition;
import org.noteworthy.authoring.form.FormFact;
import org.noteworthy.authoring.form.FormReport;
import org.noteworthy.authoring.form.FormValue;
import org.noteworthy.authoring.form.Forms;
import org.noteworthy.authoring.form.RuleForm;
import org.noteworthy.authoring.vocabulary.EditionVocabulary.Property;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.edition.WrittenEdition;

/** Whatever the vocabulary offers, the language takes. */
class EditionVocabularyTest {
    private static final WrittenEdition EDITION = Library.written(Path.of("rules/2020-05-12"));
    private static final EditionVocabulary VOCABULARY = EditionVocabulary.of(EDITION.tables(), EDITION.clauses());
    private static final Map<String, String> WRITTEN = Map.of(
            "a day", "2020-05-12",
            "a number", "7",
            "a text", "some text",
            "a list of texts", "EXO",
            "yes or no", "true");

    /** Each comparison that it lists for a kind, with each kind of value, for each property of that kind. */
    @Test
    void offersOnlyComparisonsThatTheLanguageTakes() {
        for (Property property : VOCABULARY.properties()) {
            for (FormComparison comparison : VOCABULARY.comparisons().getOrDefault(property.kind(), List.of())) {
                if (comparison.takes().isEmpty()) {
                    isTaken(property, comparison, List.of());
                }
                for (String kind : comparison.takes()) {
                    FormValue.Kind of = FormValue.Kind.of(kind).orElseThrow();
                    FormValue value = new FormValue(
                            of,
                            switch (of) {
                                case NOTHING -> "";
                                case PROPERTY -> property.list() ? "author" : property.path();
                                case FLAG -> "true";
                                default -> WRITTEN.getOrDefault(property.kind(), "");
                            });
                    isTaken(property, comparison, List.of(value));
                }
            }
        }
    }

    private static void isTaken(Property property, FormComparison comparison, List<FormValue> values) {
        boolean note = property.fact().equals("Note");
        RuleForm form = new RuleForm(
                List.of(),
                "a",
                "info",
                "content.status",
                List.of(),
                List.of(),
                List.of(),
                true,
                List.of(new FormFact(
                        FormFact.Quantity.EACH,
                        "$it",
                        property.fact(),
                        List.of(new FormCondition.Row(property.path(), comparison.comparison(), values, false)))),
                FormReport.of("$it", note ? "No." : "{id}"));
        assertThat(Forms.write(form).problems())
                .as(property.path() + " " + comparison + " " + values)
                .isEmpty();
    }

    @Test
    void tellsTheValuesThatTheTablesGive() {
        Property status = VOCABULARY.properties().stream()
                .filter(property -> property.path().equals("status.selected"))
                .findFirst()
                .orElseThrow();

        assertThat(status.values()).extracting(Choice::value).contains("paused", "on-track");
        assertThat(VOCABULARY.metadata())
                .extracting(EditionVocabulary.Metadata::name)
                .containsExactly("severity", "clause", "roles", "noteTypes", "needs", "enabled");
        assertThat(VOCABULARY.metadata().get(2).values()).contains(new Choice("FE", "FastTrack Engineer"));
        assertThat(VOCABULARY.clauses())
                .extracting(EditionVocabulary.ClauseName::id)
                .contains("content.status");
        assertThat(VOCABULARY.tables())
                .filteredOn(column ->
                        column.table().equals("words.csv") && column.column().equals("kind"))
                .singleElement()
                .satisfies(column -> assertThat(column.values()).contains(Choice.of("vendor")));
    }

    /** What stands in a table is among the words that its column is said to take. */
    @Test
    void everyColumnTakesWhatStandsInIt() {
        for (TableColumn column : VOCABULARY.tables()) {
            List<String> values = column.values().stream().map(Choice::value).toList();
            assertThat(EDITION.rows(column.table()).stream()
                            .map(row -> row.cell(column.column()))
                            .filter(cell -> !cell.isEmpty())
                            .distinct())
                    .as(column.table() + " " + column.column())
                    .isSubsetOf(values);
        }
    }
}
