package org.noteworthy.notes;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Tables.SectionKind;
import org.noteworthy.notes.Tables.SectionRow;
import org.noteworthy.notes.Tables.WordKind;
import org.noteworthy.notes.Tables.WordRow;

/** The words that matter anywhere in a note: labels that open sections, and names of COVID-19. */
final class LabelWords {
    private final Phrases<Meaning> phrases = Phrases.withinLines();
    private final List<String> languages;
    private final List<SectionRow> rows;

    /**
     * What a word means: the label of a section, or, without a kind, COVID-19.
     *
     * @param place of the section in the template's order, from 1; 0 if it has none
     * @param languages the languages whose bits are set
     */
    record Meaning(@Nullable SectionKind kind, int place, String label, int languages) {}

    LabelWords(Tables tables, Lookup lookup) {
        rows = tables.sections();
        Set<String> known = new LinkedHashSet<>();
        rows.forEach(row -> known.add(row.language()));
        languages = List.copyOf(known);
        for (SectionRow row : rows) {
            SectionKind kind = row.section();
            phrases.add(row.label(), new Meaning(kind, lookup.place(kind), row.label(), languagesOf(row)));
        }
        for (WordRow row : tables.words()) {
            if (row.kind() == WordKind.COVID) {
                phrases.add(row.word(), new Meaning(null, 0, row.word(), 0));
            }
        }
    }

    boolean longest(String text, int from, int to, Phrases.Match<Meaning> match) {
        return phrases.longest(text, from, to, match);
    }

    /** Languages of the labels, in the order of the table. */
    List<String> languages() {
        return languages;
    }

    /** Labels of a section in one language. */
    List<String> labels(SectionKind kind, String language) {
        return rows.stream()
                .filter(row -> row.section() == kind && row.language().equals(language))
                .map(SectionRow::label)
                .toList();
    }

    /** Labels of a section in every language, those of the given one first. */
    List<String> allLabels(SectionKind kind, String language) {
        Set<String> all = new LinkedHashSet<>(labels(kind, language));
        languages.forEach(each -> all.addAll(labels(kind, each)));
        return List.copyOf(all);
    }

    private int languagesOf(SectionRow label) {
        int bits = 0;
        for (SectionRow row : rows) {
            if (row.section() == label.section() && Letters.fold(row.label()).equals(Letters.fold(label.label()))) {
                bits |= 1 << languages.indexOf(row.language());
            }
        }
        return bits;
    }
}
