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

    /** What a word means: the label of a section, in the languages whose bits are set, or, without a kind, COVID-19. */
    record Meaning(@Nullable SectionKind kind, String label, int languages) {}

    LabelWords(Tables tables) {
        rows = tables.sections();
        Set<String> known = new LinkedHashSet<>();
        rows.forEach(row -> known.add(row.language()));
        languages = List.copyOf(known);
        for (SectionRow row : rows) {
            phrases.add(row.label(), new Meaning(row.section(), row.label(), languagesOf(row)));
        }
        for (WordRow row : tables.words()) {
            if (row.kind() == WordKind.COVID) {
                phrases.add(row.word(), new Meaning(null, row.word(), 0));
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
