package org.noteworthy.notes;

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

    /** A phrase that matters in concerns; {@code spelling} is set where the phrase counts only in the table's case. */
    private record Word(
            Kind kind, boolean firstParty, @Nullable String spelling) {}

    ConcernReader(Tables tables) {
        for (NatureRow row : tables.natures()) {
            phrases.add(row.phrase(), new Word(Kind.NATURE, row.firstParty(), null));
        }
        for (WordRow row : tables.words()) {
            switch (row.kind()) {
                case VENDOR -> phrases.add(row.word(), product(row.word()));
                case DEFECT -> phrases.add(row.word(), new Word(Kind.DEFECT, false, null));
                case NEGATION -> phrases.add(row.word(), new Word(Kind.NEGATION, false, null));
                case INSIGHT -> phrases.add(row.word(), new Word(Kind.INSIGHT, false, null));
                case NONE -> none.add(row.word(), true);
                default -> {}
            }
        }
        for (WorkloadRow row : tables.workloads()) {
            if (!row.core()) {
                Lookup.namesOf(row).forEach(name -> phrases.add(name, product(name)));
            }
        }
    }

    Concerns read(Section section) {
        SectionUse use = section.use();
        if (use == null || use.start() == use.end()) {
            return new Concerns(section, false, false, false, false, null, null);
        }
        return new Pass(section.text(), use.end()).read(section, use.start());
    }

    /** A name of one word is a product only in the case of the table: a project is not Project. */
    private static Word product(String name) {
        return new Word(Kind.PRODUCT, false, name.indexOf(' ') < 0 ? name : null);
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
                int end = at + 1;
                while (end < to && Letters.isWord(text.charAt(end)) && !Letters.startsWord(text, end)) {
                    end++;
                }
                return end;
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
            String spelling = word.spelling();
            return spelling == null || spelling.length() == end - at && text.startsWith(spelling, at);
        }

        private boolean numberFollows(int from) {
            int at = Markup.afterBlanks(text, from, to);
            while (at < to && isSign(text.charAt(at))) {
                at = Markup.afterBlanks(text, at + 1, to);
            }
            return at < to && Letters.isDigit(text.charAt(at)) && Letters.fold(text.charAt(at)) != '0';
        }

        private boolean isSign(char unit) {
            return switch (Letters.fold(unit)) {
                case ':', '#', '=', '-', '.', '(', '[', '*', '\u2116' -> true;
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
            return start == end || none.longest(text, start, end, said) && said.end() == end;
        }
    }
}
