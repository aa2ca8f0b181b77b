package org.noteworthy.notes;

import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Label.Look;

/** Tells by what stands around a word of one text whether it looks like a label; {@link Outline} decides whether it is. */
final class LabelReader {
    private final String text;
    private final boolean oneLine;

    LabelReader(String text, boolean oneLine) {
        this.text = text;
        this.oneLine = oneLine;
    }

    /** The label in {@code match} that stands at {@code at} and opens the line that begins at {@code lineStart}. */
    @Nullable
    Label opening(int lineStart, int at, int lineEnd, Phrases.Match<LabelWords.Meaning> match) {
        int end = match.end();
        int dressEnd = Markup.afterEmphasis(text, end, lineEnd);
        int next = Markup.afterSpaces(text, dressEnd, lineEnd);
        if (isColon(next, lineEnd)) {
            return label(Look.PLAIN, match, lineStart, at, afterColon(next, lineEnd), lineEnd);
        }
        if (next == lineEnd || dressEnd > end && isInBold(at)) {
            return label(Look.PLAIN, match, lineStart, at, next, lineEnd);
        }
        if (next == dressEnd) {
            return null;
        }
        if (isDash(next, lineEnd)) {
            return label(Look.PLAIN, match, lineStart, at, next + 1, lineEnd);
        }
        if (closesHeading(next, lineEnd)) {
            return label(Look.PLAIN, match, lineStart, at, lineEnd, lineEnd);
        }
        if (hasCase(at, end) && isSpelt(match, at)) {
            int before = beforeMarks(at);
            boolean paused = before == 0 || isPause(text.charAt(before - 1));
            return label(paused ? Look.SHOUTED : Look.WRAPPED, match, lineStart, at, next, lineEnd);
        }
        return null;
    }

    /** The label in {@code match} that stands at {@code at} within a line. */
    @Nullable
    Label within(int at, int lineEnd, Phrases.Match<LabelWords.Meaning> match) {
        int end = match.end();
        int dressEnd = Markup.afterEmphasis(text, end, lineEnd);
        int next = Markup.afterSpaces(text, dressEnd, lineEnd);
        if (!isColon(next, lineEnd)) {
            return null;
        }
        int content = afterColon(next, lineEnd);
        boolean bold = dressEnd > end && isInBold(at);
        boolean cased = hasCase(at, end);
        boolean spelt = cased && isSpelt(match, at);
        int before = beforeMarks(at);
        if (bold || isAfterPause(before, at) || spelt && isSetApart(before, at)) {
            return label(Look.PLAIN, match, before, at, content, lineEnd);
        }
        boolean apart = at > 0 && Letters.isBlank(text.charAt(at - 1));
        boolean capitalised = !cased || Character.isUpperCase(text.charAt(at));
        return spelt || oneLine && apart && capitalised
                ? label(Look.RUN_ON, match, before, at, content, lineEnd)
                : null;
    }

    private static Label label(
            Look look, Phrases.Match<LabelWords.Meaning> match, int before, int at, int content, int lineEnd) {
        return new Label(match.meaning(), look, before, at, match.end(), content, lineEnd);
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
    private boolean isSpelt(Phrases.Match<LabelWords.Meaning> match, int at) {
        String label = match.meaning().label();
        int i = 0;
        for (int j = at; j < match.end(); j++) {
            char unit = text.charAt(j);
            if (Letters.isBlank(unit)) {
                continue;
            }
            while (i < label.length() && Letters.isBlank(label.charAt(i))) {
                i++;
            }
            if (i == label.length() || label.charAt(i++) != unit) {
                return false;
            }
        }
        return true;
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
