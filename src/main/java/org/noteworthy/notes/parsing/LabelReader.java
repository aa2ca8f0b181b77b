package org.noteworthy.notes.parsing;

import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Fix;
import org.noteworthy.notes.SectionUse;
import org.noteworthy.notes.parsing.Label.Look;
import org.noteworthy.notes.text.Letters;
import org.noteworthy.notes.text.Markup;
import org.noteworthy.notes.words.LabelWords;
import org.noteworthy.notes.words.LabelWords.Meaning;
import org.noteworthy.notes.words.NearLabels;
import org.noteworthy.notes.words.Phrases;

/** Tells by what stands around a word of one text whether it looks like a label; {@link Outline} decides whether it is. */
final class LabelReader {
    private static final int LONGEST_REMARK = 60;

    private final String text;
    private final boolean oneLine;
    private final LabelWords words;

    LabelReader(String text, boolean oneLine, LabelWords words) {
        this.text = text;
        this.oneLine = oneLine;
        this.words = words;
    }

    /** The label up to {@code end} that stands at {@code at} and opens the line that begins at {@code lineStart}. */
    @Nullable
    Label opening(int lineStart, int at, int end, int lineEnd, Meaning meaning) {
        boolean spelt = isSpelt(meaning, at, end);
        Look look = look(meaning, spelt, hasCase(at, end));
        int dressEnd = Markup.afterEmphasis(text, end, lineEnd);
        int next = Markup.afterSpaces(text, dressEnd, lineEnd);
        int colon = colonAfter(next, lineEnd);
        if (colon >= 0) {
            return label(look, meaning, lineStart, at, end, afterColon(colon, lineEnd), lineEnd);
        }
        boolean bold = dressEnd > end && isInBold(at);
        if (bold || next == lineEnd && (meaning.ofPlaybook() || opensLikeATitle(at))) {
            return label(look, meaning, lineStart, at, end, next, lineEnd);
        }
        if (closesHeading(next, lineEnd)) {
            return label(look, meaning, lineStart, at, end, lineEnd, lineEnd);
        }
        if (spelt && afterRemark(next, lineEnd) == lineEnd) {
            return label(look, meaning, lineStart, at, end, lineEnd, lineEnd);
        }
        Label remarked = remarked(lineStart, at, end, next, lineEnd, meaning);
        if (remarked != null) {
            return remarked;
        }
        if (next == dressEnd || look == Look.GUESS) {
            return null;
        }
        if (isDash(next, lineEnd)) {
            return label(look, meaning, lineStart, at, end, next + 1, lineEnd);
        }
        if (hasCase(at, end) && spelt && meaning.ofPlaybook()) {
            int before = beforeMarks(at);
            boolean paused = before == 0 || isPause(text.charAt(before - 1));
            return label(paused ? Look.SHOUTED : Look.WRAPPED, meaning, lineStart, at, end, next, lineEnd);
        }
        return null;
    }

    /** The label up to {@code end} that stands at {@code at} within a line. */
    @Nullable
    Label within(int at, int end, int lineEnd, Meaning meaning) {
        int dressEnd = Markup.afterEmphasis(text, end, lineEnd);
        int colon = colonAfter(Markup.afterSpaces(text, dressEnd, lineEnd), lineEnd);
        if (colon < 0) {
            return null;
        }
        int content = afterColon(colon, lineEnd);
        boolean bold = dressEnd > end && isInBold(at);
        boolean cased = hasCase(at, end);
        boolean spelt = cased && isSpelt(meaning, at, end);
        boolean capitalised = !cased || Character.isUpperCase(text.charAt(at));
        int before = beforeMarks(at);
        boolean paused = isAfterPause(before, at);
        if (!meaning.ofPlaybook()) {
            return spelt || oneLine && paused && capitalised
                    ? label(Look.GUESS, meaning, before, at, end, content, lineEnd)
                    : null;
        }
        if (bold || paused || spelt && isSetApart(before, at)) {
            return label(spelt ? Look.PAUSED : Look.INLINE, meaning, before, at, end, content, lineEnd);
        }
        boolean apart = at > 0 && Letters.isBlank(text.charAt(at - 1));
        return spelt || oneLine && apart && capitalised
                ? label(spelt ? Look.RUN_ON : Look.RUN_ON_SMALL, meaning, before, at, end, content, lineEnd)
                : null;
    }

    /** The words at {@code at}, up to a colon or a remark, that open the line and are like a label. */
    @Nullable
    Label misspelt(int lineStart, int at, int lineEnd) {
        int stop = afterWords(at, lineEnd, NearLabels.LONGEST);
        int end = Markup.beforeMarks(text, at, stop);
        int colon = colonAfter(stop, lineEnd);
        if (end <= at || colon < 0) {
            return null;
        }
        Meaning meaning = words.near(text, at, end);
        return meaning == null || endsIn(meaning, at + 1, end)
                ? null
                : label(Look.SLIP, meaning, lineStart, at, end, afterColon(colon, lineEnd), lineEnd);
    }

    /**
     * A label with a remark that is not in brackets: behind a slash, or in capitals as the label is, up to a colon; as in
     * NEXT ACTION/DATE: and STATUS THIS WEEK:. Where the remark names another section it is none.
     */
    private @Nullable Label remarked(int lineStart, int at, int end, int next, int lineEnd, Meaning meaning) {
        if (next >= lineEnd) {
            return null;
        }
        char unit = Letters.fold(text.charAt(next));
        boolean joined = unit == '/' || unit == '&' || unit == '+';
        boolean shouted = next > end && Letters.isWord(unit) && hasCase(at, end) && isSpelt(meaning, at, end);
        if (!joined && !shouted) {
            return null;
        }
        int start = joined ? Markup.afterSpaces(text, next + 1, lineEnd) : next;
        int stop = afterWords(start, lineEnd, LONGEST_REMARK);
        int colon = colonAfter(stop, lineEnd);
        int last = Markup.beforeMarks(text, start, stop);
        if (last <= start
                || colon < 0
                || !joined && hasSmall(start, last)
                || isTime(colon, lineEnd)
                || namesASection(start, last)) {
            return null;
        }
        SectionUse.Slip slip = new SectionUse.Slip(
                meaning.label(), meaning.label() + " (" + text.substring(start, last) + ")", Fix.Kind.SAFE);
        return new Label(meaning, Look.SLIP, lineStart, at, end, last, afterColon(colon, lineEnd), lineEnd, slip);
    }

    /** Whether the colon stands between figures. */
    private boolean isTime(int colon, int lineEnd) {
        return Letters.isDigit(text.charAt(colon - 1))
                && colon + 1 < lineEnd
                && Letters.isDigit(text.charAt(colon + 1));
    }

    /** Whether a stretch ends in a label of that kind itself, behind other words. */
    private boolean endsIn(Meaning meaning, int from, int to) {
        Phrases.Match<Meaning> match = new Phrases.Match<>();
        for (int at = from; at < to; at++) {
            if (Letters.startsWord(text, at)
                    && words.longest(text, at, to, match)
                    && match.meaning().kind() == meaning.kind()
                    && match.end() == to) {
                return true;
            }
        }
        return false;
    }

    private boolean namesASection(int from, int to) {
        Phrases.Match<Meaning> match = new Phrases.Match<>();
        for (int at = from; at < to; at++) {
            if (Letters.startsWord(text, at)
                    && words.longest(text, at, to, match)
                    && match.meaning().kind() != null) {
                return true;
            }
        }
        return false;
    }

    private static Label label(Look look, Meaning meaning, int before, int at, int end, int content, int lineEnd) {
        Fix.Kind kind = meaning.near() ? Fix.Kind.SAFE : Fix.Kind.SUGGESTED;
        SectionUse.Slip slip =
                meaning.ofPlaybook() ? null : new SectionUse.Slip(meaning.label(), meaning.label(), kind);
        return new Label(meaning, look, before, at, end, end, content, lineEnd, slip);
    }

    private static Look look(Meaning meaning, boolean spelt, boolean cased) {
        if (meaning.ofPlaybook()) {
            return spelt ? Look.SPELT : Look.PLAIN;
        }
        return meaning.near() || spelt && cased ? Look.SLIP : Look.GUESS;
    }

    /** Offset of the colon that stands at {@code next}, or behind a remark in brackets there; -1 if there is none. */
    private int colonAfter(int next, int lineEnd) {
        if (isColon(next, lineEnd)) {
            return next;
        }
        int after = afterRemark(next, lineEnd);
        return after > next && isColon(after, lineEnd) ? after : -1;
    }

    /** Steps over a remark in brackets with the emphasis and blanks behind it. */
    private int afterRemark(int from, int lineEnd) {
        if (from >= lineEnd) {
            return from;
        }
        char closing = switch (Letters.fold(text.charAt(from))) {
            case '(' -> ')';
            case '[' -> ']';
            case '\u3010' -> '\u3011';
            default -> 0;
        };
        int limit = closing == 0 ? from : Math.min(lineEnd, from + LONGEST_REMARK);
        for (int at = from + 1; at < limit; at++) {
            if (Letters.fold(text.charAt(at)) == closing) {
                return Markup.afterSpaces(text, Markup.afterEmphasis(text, at + 1, lineEnd), lineEnd);
            }
        }
        return from;
    }

    /** Steps over words, and what joins words, but over at most so many characters. */
    private int afterWords(int from, int lineEnd, int most) {
        int limit = Math.min(lineEnd, from + most);
        int at = from;
        while (at < limit) {
            char unit = Letters.fold(text.charAt(at));
            boolean joins = unit == ' ' || unit == '-' || unit == '\'' || unit == '/' || unit == '&' || unit == '+';
            if (!joins && !Letters.isWord(unit) && !Markup.isEmphasis(unit)) {
                break;
            }
            at++;
        }
        return at;
    }

    private boolean isColon(int at, int lineEnd) {
        return at < lineEnd && Letters.fold(text.charAt(at)) == ':';
    }

    private int afterColon(int colon, int lineEnd) {
        return Markup.afterEmphasis(text, colon + 1, lineEnd);
    }

    private boolean isInBold(int at) {
        return at > 0 && Markup.isEmphasis(text.charAt(at - 1));
    }

    private boolean isDash(int at, int lineEnd) {
        return at + 1 < lineEnd && Markup.isBullet(text.charAt(at)) && Letters.isBlank(text.charAt(at + 1));
    }

    /** Whether the line ends in hash signs alone, as in ## SUMMARY ##. */
    private boolean closesHeading(int from, int lineEnd) {
        int at = from;
        while (at < lineEnd && text.charAt(at) == '#') {
            at++;
        }
        return at > from && Markup.afterSpaces(text, at, lineEnd) == lineEnd;
    }

    private boolean isAfterPause(int before, int at) {
        return before == 0 || isPause(text.charAt(at - 1)) || before < at && isPause(text.charAt(before - 1));
    }

    /** Whether a colon, a bullet or a number stands before the word; {@code before} is where the text before that ends. */
    private boolean isSetApart(int before, int at) {
        return Letters.fold(text.charAt(before - 1)) == ':' || before < Markup.beforeMarks(text, before, at);
    }

    /** Steps back over what dresses a label within a line: blanks, bold, a bullet, a number. */
    private int beforeMarks(int at) {
        int before = Markup.beforeMarks(text, 0, at);
        if (before > 1 && Markup.isBullet(text.charAt(before - 1)) && Letters.isBlank(text.charAt(before - 2))) {
            before = Markup.beforeMarks(text, 0, before - 1);
        } else if (before > 2
                && (text.charAt(before - 1) == '.' || text.charAt(before - 1) == ')')
                && Letters.isDigit(text.charAt(before - 2))
                && Letters.isBlank(text.charAt(before - 3))) {
            before = Markup.beforeMarks(text, 0, before - 2);
        }
        return before;
    }

    /** Whether the word is written as the playbook writes it, blanks aside. */
    private boolean isSpelt(Meaning meaning, int at, int end) {
        String spelling = meaning.spelling();
        int i = 0;
        for (int j = at; j < end; j++) {
            char unit = text.charAt(j);
            if (Letters.isBlank(unit)) {
                continue;
            }
            while (i < spelling.length() && Letters.isBlank(spelling.charAt(i))) {
                i++;
            }
            if (i == spelling.length() || spelling.charAt(i++) != unit) {
                return false;
            }
        }
        return true;
    }

    private boolean opensLikeATitle(int at) {
        return !Character.isLowerCase(text.charAt(at));
    }

    private boolean hasSmall(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean hasCase(int at, int end) {
        for (int i = at; i < end; i++) {
            char unit = text.charAt(i);
            if (Character.isUpperCase(unit) || Character.isLowerCase(unit)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPause(char unit) {
        return switch (Letters.fold(unit)) {
            case '.', '!', '?', ';', ']', ')', ',', '\u3002', '\uFF61', '\u3011', '\u3001' -> true;
            default -> Markup.isBullet(unit) || Letters.isLineEnd(unit);
        };
    }
}
