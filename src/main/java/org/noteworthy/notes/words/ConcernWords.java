package org.noteworthy.notes.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.noteworthy.notes.Tables;
import org.noteworthy.notes.Tables.NatureRow;
import org.noteworthy.notes.Tables.WordKind;
import org.noteworthy.notes.Tables.WordRow;
import org.noteworthy.notes.Tables.WorkloadRow;
import org.noteworthy.notes.text.Letters;

/** The phrases that matter in CONCERNS, each with its part in a sentence. */
public final class ConcernWords {
    private final Phrases<Word> phrases = Phrases.acrossLines();

    /** What a phrase does in a sentence. */
    public enum Part {
        /** Shows the nature of a concern. */
        NATURE,
        /** Speaks of something that does not work. */
        DEFECT,
        /** Names a workload or the vendor. */
        PRODUCT,
        /** A word for concerns as such. */
        CONCERN,
        /** Denies what follows. */
        NEGATION,
        /** Says by itself that there is nothing. */
        NONE,
        /** Asks for a denial before it. */
        ANY,
        /** Points at something that is there. */
        DEFINITE,
        AND,
        OR,
        /** Changes nothing of a denial that it stands beside. */
        BESIDE,
        INSIGHT,
        /** Is a word like any that is in no table. */
        OTHER
    }

    /**
     * A phrase that matters.
     *
     * @param meaning the nature that it shows; else empty
     * @param alone whether a negation also says by itself that there is nothing
     * @param lack whether a nature begins with a negation, as in a lack of something
     * @param spellings where not empty, the only ones in which it counts
     */
    public record Word(
            Part part, String meaning, boolean firstParty, boolean alone, boolean lack, List<String> spellings) {
        private static Word of(Part part, boolean alone) {
            return new Word(part, "", false, alone, false, List.of());
        }
    }

    public ConcernWords(Tables tables) {
        Map<String, Part> parts = new LinkedHashMap<>();
        List<String> none = new ArrayList<>();
        List<String> products = new ArrayList<>();
        List<String> ordinary = new ArrayList<>();
        for (WordRow row : tables.words()) {
            String word = Letters.fold(row.word());
            switch (row.kind()) {
                case VENDOR -> products.add(row.word());
                case ORDINARY -> ordinary.add(word);
                case NONE -> none.add(word);
                default -> {
                    Part part = part(row.kind());
                    if (part != Part.OTHER) {
                        parts.putIfAbsent(word, part);
                    }
                }
            }
        }
        for (NatureRow row : tables.natures()) {
            String first = Letters.fold(row.phrase());
            int blank = first.indexOf(' ');
            boolean lack = blank > 0 && parts.get(first.substring(0, blank)) == Part.NEGATION;
            phrases.add(row.phrase(), new Word(Part.NATURE, row.nature(), row.firstParty(), false, lack, List.of()));
        }
        parts.forEach((word, part) -> phrases.add(word, Word.of(part, part == Part.NEGATION && none.contains(word))));
        none.forEach(word -> phrases.add(word, Word.of(Part.NONE, true)));
        ordinary.forEach(word -> phrases.add(word, Word.of(Part.OTHER, false)));
        for (WorkloadRow row : tables.workloads()) {
            if (!row.core()) {
                products.addAll(NameLookup.namesOf(row, tables));
            }
        }
        products.stream()
                .collect(Collectors.groupingBy(Letters::fold))
                .forEach((name, spellings) -> phrases.add(name, product(name, spellings)));
    }

    public boolean longest(String text, int from, int to, Phrases.Match<Word> match) {
        return phrases.longest(text, from, to, match);
    }

    private static Part part(WordKind kind) {
        return switch (kind) {
            case DEFECT -> Part.DEFECT;
            case CONCERN -> Part.CONCERN;
            case NEGATION -> Part.NEGATION;
            case ANY -> Part.ANY;
            case DEFINITE -> Part.DEFINITE;
            case AND -> Part.AND;
            case OR -> Part.OR;
            case BESIDE -> Part.BESIDE;
            case INSIGHT -> Part.INSIGHT;
            default -> Part.OTHER;
        };
    }

    /** A name of one word is a product only in a case that the tables have, as TEAMS or Teams: a team is not Teams. */
    private static Word product(String name, List<String> spellings) {
        return new Word(
                Part.PRODUCT, "", false, false, false, name.indexOf(' ') < 0 ? List.copyOf(spellings) : List.of());
    }
}
