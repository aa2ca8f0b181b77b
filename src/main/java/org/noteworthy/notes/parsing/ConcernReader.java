package org.noteworthy.notes.parsing;

import org.noteworthy.notes.Concerns;
import org.noteworthy.notes.Concerns.Range;
import org.noteworthy.notes.Section;
import org.noteworthy.notes.SectionUse;
import org.noteworthy.notes.Tables;
import org.noteworthy.notes.text.Letters;
import org.noteworthy.notes.text.Markup;
import org.noteworthy.notes.words.ConcernWords;
import org.noteworthy.notes.words.ConcernWords.Part;
import org.noteworthy.notes.words.ConcernWords.Word;
import org.noteworthy.notes.words.Phrases;

/** Reads what CONCERNS says: whether there are any, of which nature, about what, and whether an Insight is cited. */
final class ConcernReader {
    /** How far from the head of a line a field of a form may have its colon. */
    private static final int FIELD = 60;

    private final ConcernWords words;
    private final InsightReader insights;

    ConcernReader(Tables tables) {
        words = new ConcernWords(tables);
        insights = new InsightReader(tables);
    }

    Concerns read(Section section) {
        SectionUse use = section.use();
        if (use == null || use.start() == use.end()) {
            return new Concerns(section, false, false, false, false, null, null);
        }
        return new Pass(section.text(), use.end()).read(section, use.start());
    }

    private final class Pass {
        private final String text;
        private final int to;
        private final Denials denials = new Denials();
        private final Phrases.Match<Word> match = new Phrases.Match<>();
        private boolean spoken;
        private boolean cited;
        private boolean product;

        /** The head of the line that is read, where a field of a form would begin. */
        private int head;

        Pass(String text, int to) {
            this.text = text;
            this.to = to;
        }

        Concerns read(Section section, int from) {
            head = Markup.afterMarks(text, from, to);
            int at = from;
            while (at < to) {
                if (Letters.startsWord(text, at)) {
                    spoken = true;
                    at = word(at);
                } else {
                    at = sign(at);
                }
            }
            denials.end();
            return new Concerns(
                    section,
                    !spoken || denials.nothing(),
                    denials.natured(),
                    cited,
                    product,
                    denials.firstParty(),
                    denials.defect());
        }

        private int word(int at) {
            if (!words.longest(text, at, to, match)) {
                int end = Letters.afterWord(text, at, to);
                if (isListMark(at, end)) {
                    denials.end();
                } else {
                    denials.other();
                }
                return end;
            }
            int end = match.end();
            Word word = match.meaning();
            switch (word.part()) {
                case NATURE -> nature(word, at, end);
                case DEFECT -> denials.defect(new Range(at, end));
                case PRODUCT -> product(word, at, end);
                case CONCERN -> denials.concern();
                case NEGATION -> denials.negation(word.alone());
                case NONE -> denials.none();
                case ANY -> denials.any();
                case DEFINITE -> denials.definite();
                case AND -> denials.and();
                case OR -> denials.or();
                case BESIDE -> denials.beside();
                case INSIGHT -> {
                    return insight(end);
                }
                case OTHER -> denials.other();
            }
            return end;
        }

        private void nature(Word word, int at, int end) {
            if (word.lack()) {
                int next = Markup.afterBlanks(text, end, to);
                if (next < to
                        && words.longest(text, next, to, match)
                        && match.meaning().part() == Part.CONCERN) {
                    denials.negation(false);
                }
            }
            denials.nature(word.meaning(), word.firstParty() ? new Range(at, end) : null, at == head && isField(end));
        }

        private void product(Word word, int at, int end) {
            if (word.spellings().isEmpty() || word.spellings().contains(text.substring(at, end))) {
                product = true;
                denials.product();
            } else {
                denials.other();
            }
        }

        private int insight(int end) {
            InsightReader.Lead lead = insights.lead(text, end, to);
            denials.insight();
            if (insights.isNumber(text, lead.end(), lead.called(), to)) {
                cited = true;
                denials.other();
            }
            return lead.end();
        }

        private int sign(int at) {
            if (Letters.isLineEnd(text.charAt(at))) {
                return lineEnd(at);
            }
            char unit = Letters.fold(text.charAt(at));
            switch (unit) {
                case '.', '!', ';', '\u3002', '\uFF61' -> stop(unit, at);
                case ',', '\u3001' -> denials.comma();
                case ':', '=', '?', '|' -> denials.separator();
                case '\u2013', '\u2014' -> denials.dash();
                case '-' -> hyphen(at);
                case '/', '&', '+', '\u30FB' -> denials.or();
                case '(', '[' -> {
                    return bracket(at);
                }
                case '\u2610' -> denials.box(at == head);
                case '#' -> {
                    return afterTag(at + 1);
                }
                default -> {}
            }
            return at + 1;
        }

        private void stop(char unit, int at) {
            if (unit != '.' || at + 1 >= to || !Letters.isWord(text.charAt(at + 1))) {
                denials.end();
            }
        }

        private void hyphen(int at) {
            boolean behind = at > 0 && Letters.isWord(text.charAt(at - 1));
            boolean within = behind && at + 1 < to && Letters.isWord(text.charAt(at + 1));
            if (!within && at >= head && !(behind && isJoint(at + 1))) {
                denials.dash();
            }
        }

        /** Whether a word that joins follows, as where the rest of a compound word is saved up. */
        private boolean isJoint(int from) {
            int next = Markup.afterSpaces(text, from, to);
            return next < to
                    && words.longest(text, next, to, match)
                    && (match.meaning().part() == Part.OR || match.meaning().part() == Part.AND);
        }

        private int bracket(int at) {
            int next = Markup.afterSpaces(text, at + 1, to);
            char closing = text.charAt(at) == '[' ? ']' : ')';
            if (next < to && next > at + 1 && text.charAt(next) == closing) {
                denials.box(at == head);
                return next + 1;
            }
            return at + 1;
        }

        private int afterTag(int from) {
            int at = from;
            while (at < to && Letters.isWord(text.charAt(at))) {
                at++;
            }
            return at;
        }

        private int lineEnd(int at) {
            int next = Markup.nextLine(text, at);
            int start = Markup.afterSpaces(text, next, to);
            boolean blank = start >= to || Letters.isLineEnd(text.charAt(start));
            head = Math.min(to, Markup.afterMarks(text, next, to));
            denials.lineEnd(!blank && head == start, !blank && isField(head));
            return Math.min(to, start);
        }

        /** Whether a colon or so follows on the same line, as behind the name of a field. */
        private boolean isField(int from) {
            int limit = Math.min(to, from + FIELD);
            for (int at = from; at < limit && !Letters.isLineEnd(text.charAt(at)); at++) {
                switch (Letters.fold(text.charAt(at))) {
                    case ':', '=', '?', '|', '\u2013', '\u2014' -> {
                        return true;
                    }
                    case '.', ';', ',' -> {
                        return false;
                    }
                    default -> {}
                }
            }
            return false;
        }

        /** Whether a number stands before a bracket or a stop, as in front of an item of a list. */
        private boolean isListMark(int at, int end) {
            boolean short3 = end - at < 3 && Letters.isDigit(text.charAt(at)) && Letters.isDigit(text.charAt(end - 1));
            boolean marked = short3 && end < to && (text.charAt(end) == '.' || Letters.fold(text.charAt(end)) == ')');
            return marked && (end + 1 >= to || !Letters.isWord(text.charAt(end + 1)));
        }
    }
}
