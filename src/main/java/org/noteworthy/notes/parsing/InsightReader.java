package org.noteworthy.notes.parsing;

import org.noteworthy.notes.Tables;
import org.noteworthy.notes.Tables.WordKind;
import org.noteworthy.notes.Tables.WordRow;
import org.noteworthy.notes.text.Letters;
import org.noteworthy.notes.text.Markup;
import org.noteworthy.notes.words.Phrases;

/**
 * Reads the number behind the word for an Insight: a plain positive whole number, and neither a date nor a version, a
 * share, or a number of something.
 */
final class InsightReader {
    /** Every known number has so many digits or more; a shorter one has to be called a number. */
    private static final int USUAL_DIGITS = 4;

    private static final int MOST_DIGITS = 9;

    private final Phrases<Boolean> leads = Phrases.withinLines();

    InsightReader(Tables tables) {
        for (WordRow row : tables.words()) {
            if (row.kind() == WordKind.INSIGHT_ID) {
                leads.add(row.word(), true);
            }
        }
    }

    /** Where the words end that lead to a number; {@code called} tells whether there are any, or signs such as a colon. */
    record Lead(int end, boolean called) {}

    /** Steps over words like "ID" and "no." and signs behind the word for an Insight, which ends at {@code from}. */
    Lead lead(String text, int from, int to) {
        Phrases.Match<Boolean> match = new Phrases.Match<>();
        boolean called = false;
        boolean closed = false;
        int at = from;
        int end = from;
        while (true) {
            at = closed ? Markup.afterBlanks(text, at, to) : Markup.afterSpaces(text, at, to);
            if (at >= to) {
                return new Lead(end, called);
            }
            char unit = Letters.fold(text.charAt(at));
            if (Letters.startsWord(text, at) && leads.longest(text, at, to, match)) {
                at = match.end();
                at += at < to && text.charAt(at) == '.' ? 1 : 0;
                end = at;
                called = true;
            } else if (isSign(unit)) {
                closed = unit == ':' || unit == '=';
                called |= unit != '-' && unit != '\u2013' && unit != '\u2014';
                at++;
            } else {
                return new Lead(at, called);
            }
        }
    }

    /** Whether the number of an Insight stands at {@code from}. */
    boolean isNumber(String text, int from, boolean called, int to) {
        int end = afterDigits(text, from, to);
        int digits = end - from;
        if (digits == 0 || digits > MOST_DIGITS || !Letters.endsWord(text, end) || isZero(text, from, end)) {
            return false;
        }
        int next = Markup.afterSpaces(text, end, to);
        boolean share = next < to && Letters.fold(text.charAt(next)) == '%';
        if (digits < USUAL_DIGITS) {
            boolean counts = next < to && Letters.isWord(text.charAt(next));
            return called && !counts && !share && !isLinked(text, end, 1, to);
        }
        return !share && !isLinked(text, end, USUAL_DIGITS, to);
    }

    /** Whether a sign joins the number to another of fewer digits, or a point to any: 2020-04-14, 4/14, 14:30, 2925.1. */
    private static boolean isLinked(String text, int end, int digits, int to) {
        if (end + 1 >= to || !Letters.isDigit(text.charAt(end + 1))) {
            return false;
        }
        int linked = afterDigits(text, end + 1, to) - end - 1;
        return switch (Letters.fold(text.charAt(end))) {
            case '.', ':' -> true;
            case '/', '-', '\u2013' -> digits == 1 || linked < digits;
            default -> false;
        };
    }

    private static int afterDigits(String text, int from, int to) {
        int at = from;
        while (at < to && Letters.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isZero(String text, int from, int end) {
        for (int at = from; at < end; at++) {
            if (Letters.fold(text.charAt(at)) != '0') {
                return false;
            }
        }
        return true;
    }

    private static boolean isSign(char unit) {
        return switch (unit) {
            case ':',
                    '#',
                    '=',
                    '-',
                    '\u2013',
                    '\u2014',
                    '(',
                    '[',
                    '<',
                    '*',
                    '_',
                    '`',
                    '\\',
                    '\'',
                    '"',
                    '\u201C',
                    '\u201D',
                    '\u201E',
                    '\u00AB',
                    '\u00BB',
                    '\u300C',
                    '\u300E',
                    '\u2116' -> true;
            default -> false;
        };
    }
}
