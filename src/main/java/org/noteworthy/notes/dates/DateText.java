package org.noteworthy.notes.dates;

import org.noteworthy.notes.DateWordKind;
import org.noteworthy.notes.dates.DateWords.DateWord;
import org.noteworthy.notes.text.Letters;
import org.noteworthy.notes.text.Markup;
import org.noteworthy.notes.words.Phrases;

/** A text that is read for times: its words, its numbers, and where clauses begin and end in it. */
final class DateText {
    final String text;
    final int to;
    final DateWords words;
    private final Phrases.Match<DateWord> match = new Phrases.Match<>();

    // What was found last.
    private int number;
    private int digits;
    private int numberEnd;

    DateText(String text, int to, DateWords words) {
        this.text = text;
        this.to = to;
        this.words = words;
    }

    char at(int at) {
        return at < to ? Letters.fold(text.charAt(at)) : '\0';
    }

    /** Finds the word that stands there, which may touch a number before it. */
    boolean wordAt(int at) {
        return at < to && words.longest(text, at, to, match);
    }

    boolean wordAt(int at, DateWordKind kind) {
        return wordAt(at) && match.meaning().is(kind);
    }

    DateWord word() {
        return match.meaning();
    }

    int wordEnd() {
        return match.end();
    }

    boolean digitAt(int at) {
        return at < to && Letters.isDigit(text.charAt(at));
    }

    /** Finds the number in figures that stands there. */
    boolean numberAt(int at) {
        int end = at;
        int value = 0;
        while (digitAt(end)) {
            if (end - at < 5) {
                value = value * 10 + Letters.fold(text.charAt(end)) - '0';
            }
            end++;
        }
        if (end <= at) {
            return false;
        }
        number = value;
        digits = end - at;
        numberEnd = end;
        return true;
    }

    int number() {
        return number;
    }

    int digits() {
        return digits;
    }

    int numberEnd() {
        return numberEnd;
    }

    boolean isYear() {
        return digits == 4 && number >= 1900 && number < 2200;
    }

    int afterBlanks(int at) {
        return Markup.afterBlanks(text, at, to);
    }

    /** Steps over blanks and one hyphen or colon, as in mid-May. */
    int afterJoint(int at) {
        int next = afterBlanks(at);
        char sign = at(next);
        return sign == '-' || sign == ':' ? afterBlanks(next + 1) : next;
    }

    /** Steps over the point of a word cut short, and blanks. */
    int afterPoint(int at) {
        return afterBlanks(at(at) == '.' ? at + 1 : at);
    }

    /** Steps over blanks and the sign between the first and the last number of a range; -1 where there is none. */
    int afterRangeSign(int at) {
        int next = afterBlanks(at);
        return switch (at(next)) {
            case '-', '\u2013', '\u2014', '~', '\u301C' -> afterBlanks(next + 1);
            default -> -1;
        };
    }

    /** Whether nothing stands between a word and the end of its line or clause. */
    boolean endsClause(int end) {
        int next = Markup.afterSpaces(text, end, to);
        if (next >= to) {
            return true;
        }
        char sign = at(next);
        return switch (sign) {
            case '-', '/', '%', '\'' -> next > end;
            default -> !Letters.isWord(text.charAt(next));
        };
    }

    /** Whether nothing follows that a number or an ordinal before it could count. */
    boolean endsDay(int end) {
        if (endsClause(end)) {
            return true;
        }
        int next = Markup.afterSpaces(text, end, to);
        return digitAt(next) || wordAt(next) && word().isOf(DateWordKind.FOLLOW.bit() | DateWordKind.DATE_LEAD.bit());
    }

    /** Whether a word stands there that begins with a small letter, and so is no noun where nouns have a capital. */
    boolean startsSmall(int at) {
        return at < to && Character.isLowerCase(text.charAt(at));
    }

    /** Whether a word of the same clause stands before it on the line. */
    boolean withinClause(int at) {
        int before = at;
        while (before > 0 && Letters.isBlank(text.charAt(before - 1)) && !Letters.isLineEnd(text.charAt(before - 1))) {
            before--;
        }
        return before > 0 && Letters.isWord(text.charAt(before - 1));
    }

    /** Whether an ordinary word is written so that it is a name: with a capital, where none is due. */
    boolean isNamed(int at, int end) {
        if (!Character.isUpperCase(text.charAt(at))) {
            return false;
        }
        boolean within = withinClause(at);
        if (endsClause(end)) {
            return within || at(end) != ',';
        }
        return within && Character.isLowerCase(text.charAt(end - 1));
    }

    /** The four-digit year after a day or a month, or 0; leaves the number's end after it. */
    int yearAfter(int at) {
        int next = afterBlanks(at);
        if (wordAt(next, DateWordKind.DATE_LEAD)) {
            next = afterBlanks(wordEnd());
        }
        if (at(next) == ',') {
            next = afterBlanks(next + 1);
        }
        if (wordAt(next, DateWordKind.DATE_LEAD)) {
            next = afterBlanks(wordEnd());
        }
        return numberAt(next) && digits == 4 ? number : 0;
    }

    /** Steps over the ending of an ordinal. */
    int afterOrdinal(int end) {
        return wordAt(end, DateWordKind.ORDINAL_END) ? match.end() : end;
    }
}
