package org.noteworthy.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Concerns.Range;
import org.noteworthy.notes.Tables.NatureRow;
import org.noteworthy.notes.Tables.WordRow;
import org.noteworthy.notes.Tables.WorkloadRow;

/** Reads what CONCERNS says: whether there are any, of which nature, about what, and whether an Insight is cited. */
final class ConcernReader {
    private final Phrases<Word> phrases = Phrases.acrossLines();
    private final Phrases<Boolean> none = Phrases.acrossLines();

    private enum Kind {
        NATURE,
        PRODUCT,
        DEFECT,
        NEGATION,
        INSIGHT
    }

    /** A phrase that matters in concerns; where it has {@code spellings}, it counts only in one of these. */
    private record Word(Kind kind, boolean firstParty, List<String> spellings) {}

    ConcernReader(Tables tables) {
        for (NatureRow row : tables.natures()) {
            phrases.add(row.phrase(), new Word(Kind.NATURE, row.firstParty(), List.of()));
        }
        List<String> products = new ArrayList<>();
        for (WordRow row : tables.words()) {
            switch (row.kind()) {
                case VENDOR -> products.add(row.word());
                case DEFECT -> phrases.add(row.word(), new Word(Kind.DEFECT, false, List.of()));
                case NEGATION -> phrases.add(row.word(), new Word(Kind.NEGATION, false, List.of()));
                case INSIGHT -> phrases.add(row.word(), new Word(Kind.INSIGHT, false, List.of()));
                case NONE -> none.add(row.word(), true);
                default -> {}
            }
        }
        for (WorkloadRow row : tables.workloads()) {
            if (!row.core()) {
                products.addAll(Lookup.namesOf(row));
            }
        }
        products.stream()
                .collect(Collectors.groupingBy(Letters::fold))
                .forEach((name, spellings) -> phrases.add(name, product(name, spellings)));
    }

    Concerns read(Section section) {
        SectionUse use = section.use();
        if (use == null || use.start() == use.end()) {
            return new Concerns(section, false, false, false, false, null, null);
        }
        return new Pass(section.text(), use.end()).read(section, use.start());
    }

    /** A name of one word is a product only in a case that the tables have, as TEAMS or Teams: a project is not Project. */
    private static Word product(String name, List<String> spellings) {
        return new Word(Kind.PRODUCT, false, name.indexOf(' ') < 0 ? List.copyOf(spellings) : List.of());
    }

    private final class Pass {
        private final String text;
        private final int to;
        private final Phrases.Match<Word> match = new Phrases.Match<>();
        private boolean natured;
        private boolean cited;
        private boolean product;
        private @Nullable Range firstParty;
        private @Nullable Range defect;
        private int negatedAt = -1;

        Pass(String text, int to) {
            this.text = text;
            this.to = to;
        }

        Concerns read(Section section, int from) {
            int at = from;
            while (at < to) {
                at = Letters.startsWord(text, at) ? word(at) : at + 1;
            }
            return new Concerns(section, saysNone(from), natured, cited, product, firstParty, defect);
        }

        private int word(int at) {
            if (!phrases.longest(text, at, to, match)) {
                return Letters.afterWord(text, at, to);
            }
            int end = match.end();
            Word word = match.meaning();
            switch (word.kind()) {
                case NATURE -> {
                    if (negatedAt != at) {
                        natured = true;
                        if (word.firstParty() && firstParty == null) {
                            firstParty = new Range(at, end);
                        }
                    }
                }
                case PRODUCT -> product |= isSpelt(word, at, end);
                case DEFECT -> {
                    if (defect == null && negatedAt != at) {
                        defect = new Range(at, end);
                    }
                }
                case NEGATION -> negatedAt = Markup.afterBlanks(text, end, to);
                case INSIGHT -> cited |= numberFollows(end);
            }
            return end;
        }

        private boolean isSpelt(Word word, int at, int end) {
            return word.spellings().isEmpty() || word.spellings().contains(text.substring(at, end));
        }

        private boolean numberFollows(int from) {
            int at = Markup.afterSpaces(text, from, to);
            while (at < to && isSign(text.charAt(at))) {
                at = Markup.afterSpaces(text, at + 1, to);
            }
            int number = Markup.afterBlanks(text, at, to);
            int end = number;
            while (end < to && Letters.isDigit(text.charAt(end))) {
                end++;
            }
            return end > number && Letters.endsWord(text, end) && Letters.fold(text.charAt(number)) != '0';
        }

        private boolean isSign(char unit) {
            return switch (Letters.fold(unit)) {
                case ':', '#', '=', '-', '(', '[', '*', '\u2116' -> true;
                default -> false;
            };
        }

        /** Whether all that is written, but for dress and stops, is one of the words for nothing. */
        private boolean saysNone(int from) {
            int start = from;
            while (start < to && !Letters.isWord(text.charAt(start))) {
                start++;
            }
            int end = to;
            while (end > start && !Letters.isWord(text.charAt(end - 1))) {
                end--;
            }
            Phrases.Match<Boolean> said = new Phrases.Match<>();
            return start == end || none.longest(text, start, to, said) && said.end() >= end;
        }
    }
}
