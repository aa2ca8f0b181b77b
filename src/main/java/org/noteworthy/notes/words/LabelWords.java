package org.noteworthy.notes.words;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Tables;
import org.noteworthy.notes.Tables.SectionKind;
import org.noteworthy.notes.Tables.SectionRow;
import org.noteworthy.notes.Tables.WordKind;
import org.noteworthy.notes.Tables.WordRow;
import org.noteworthy.notes.text.Letters;

/** The words that matter anywhere in a note: labels that open sections, and names of COVID-19. */
public final class LabelWords {
    private final Phrases<Meaning> phrases = Phrases.withinLines();
    private final NearLabels near = new NearLabels();
    private final List<String> languages;
    private final List<SectionRow> rows;

    /** A bit for each language that has a label. */
    private final Map<Spelled, Integer> bitsOf = new HashMap<>();

    /**
     * What a word means: the label of a section, or, without a kind, COVID-19.
     *
     * @param place of the section in the template's order, from 1; 0 if it has none
     * @param spelling the word as the table has it; empty for one that is only like it
     * @param label the label that it is or stands for
     * @param languages the languages whose bits are set
     * @param near whether it is a form of the label, and no other word for it
     */
    public record Meaning(
            @Nullable SectionKind kind, int place, String spelling, String label, int languages, boolean near) {

        /** Whether it is a label of the playbook, and not what people write instead. */
        public boolean ofPlaybook() {
            return kind == SectionKind.OTHER || spelling.equals(label);
        }
    }

    public LabelWords(Tables tables, NameLookup lookup) {
        rows = tables.sections();
        Set<String> known = new LinkedHashSet<>();
        rows.forEach(row -> known.add(row.language()));
        languages = List.copyOf(known);
        for (SectionRow row : rows) {
            int bit = 1 << languages.indexOf(row.language());
            bitsOf.merge(Spelled.of(row), bit, (some, more) -> some | more);
        }
        for (SectionRow row : rows) {
            add(row, row.label(), lookup, true);
        }
        for (SectionRow row : rows) {
            for (String phrase : row.insteadOf()) {
                add(row, phrase, lookup, NearLabels.isForm(phrase, row.label()));
            }
        }
        for (WordRow row : tables.words()) {
            if (row.kind() == WordKind.COVID) {
                phrases.add(row.word(), new Meaning(null, 0, row.word(), row.word(), 0, false));
            }
        }
    }

    private void add(SectionRow row, String spelling, NameLookup lookup, boolean isNear) {
        SectionKind kind = row.section();
        int bits = bitsOf.getOrDefault(Spelled.of(row), 0);
        phrases.add(spelling, new Meaning(kind, lookup.place(kind), spelling, row.label(), bits, isNear));
        if (isNear && kind != SectionKind.WORKLOAD && kind != SectionKind.OTHER) {
            near.add(spelling, new Meaning(kind, lookup.place(kind), "", row.label(), bits, true));
        }
    }

    public boolean longest(String text, int from, int to, Phrases.Match<Meaning> match) {
        return phrases.longest(text, from, to, match);
    }

    /** The label that a stretch of text is like; null if it is like none. */
    @Nullable
    public Meaning near(String text, int from, int to) {
        return near.to(text, from, to);
    }

    /** Languages of the labels, in the order of the table. */
    public List<String> languages() {
        return languages;
    }

    /** Labels of a section in one language. */
    public List<String> labels(SectionKind kind, String language) {
        return rows.stream()
                .filter(row -> row.section() == kind && row.language().equals(language))
                .map(SectionRow::label)
                .toList();
    }

    /** Labels of a section in every language, those of the given one first. */
    public List<String> allLabels(SectionKind kind, String language) {
        Set<String> all = new LinkedHashSet<>(labels(kind, language));
        languages.forEach(each -> all.addAll(labels(kind, each)));
        return List.copyOf(all);
    }

    /** A label of a section, however it is written. */
    private record Spelled(SectionKind section, String folded) {
        static Spelled of(SectionRow row) {
            return new Spelled(row.section(), Letters.fold(row.label()));
        }
    }
}
