package org.noteworthy.notes.text;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Letters in composed form (Unicode's NFC), so that texts which look the same are compared as the same.
 *
 * <p>Some systems, and copies out of PDF files, hand in an a and two dots where others have one sign. A letter that carries
 * more marks than any language puts on one ({@link #MOST_MARKS}, the bound of Unicode's Stream-Safe Text Format) is left as
 * it is: bringing marks in order takes time quadratic in their number.
 */
public final class Composition {
    private static final char FIRST_MARK = '\u0300';
    private static final int MOST_MARKS = 30;

    private Composition() {}

    /** The text with its letters composed. */
    public static String of(String text) {
        int at = firstUnstable(text, 0);
        if (at < 0) {
            return text;
        }
        StringBuilder composed = new StringBuilder(text.length()).append(text, 0, at);
        while (at < text.length()) {
            int end = segmentEnd(text, at);
            composed.append(segment(text, at, end));
            at = end;
        }
        return composed.toString();
    }

    /** The text with its letters composed; null stays null. */
    public static @Nullable String ofNullable(@Nullable String text) {
        return text == null ? null : of(text);
    }

    /** The text with its signs in their plain form as well (Unicode's NFKC), as far as a letter does not carry too many marks. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int told = 0;
        for (int at = 0; at < text.length(); ) {
            int end = segmentEnd(text, at);
            if (end - at > MOST_MARKS && text.codePointCount(at, end) > MOST_MARKS + 1) {
                plain.append(Normalizer.normalize(text.substring(told, at), Normalizer.Form.NFKC))
                        .append(text, at, end);
                told = end;
            }
            at = end;
        }
        return plain.append(Normalizer.normalize(text.substring(told), Normalizer.Form.NFKC))
                .toString();
    }

    /**
     * Where, from {@code from} on, the first letter begins that may not be composed; -1 if all are. All that stands before
     * it is composed as it is.
     */
    public static int firstUnstable(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit >= FIRST_MARK && !isStable(unit)) {
                return segmentStart(text, from, at);
            }
        }
        return -1;
    }

    /** End of the letter that begins at {@code from}, with all marks on it. */
    public static int segmentEnd(String text, int from) {
        int at = from + Character.charCount(text.codePointAt(from));
        while (at < text.length() && text.charAt(at) >= FIRST_MARK) {
            int point = text.codePointAt(at);
            if (!joins(point)) {
                break;
            }
            at += Character.charCount(point);
        }
        return at;
    }

    /** The letter of that range with its marks, composed. */
    public static String segment(String text, int from, int to) {
        String letter = text.substring(from, to);
        return letter.codePointCount(0, letter.length()) > MOST_MARKS + 1
                ? letter
                : Normalizer.normalize(letter, Normalizer.Form.NFC);
    }

    private static int segmentStart(String text, int from, int at) {
        int start = at;
        while (start > from && joins(text.codePointAt(start))) {
            start = text.offsetByCodePoints(start, -1);
        }
        return start;
    }

    /** Whether a sign stays as it is and carries nothing of the one before it, as nearly all signs of running text do. */
    private static boolean isStable(char unit) {
        return unit >= '\u4E00' && unit <= '\u9FFC' // Han
                || unit >= '\u3041' && unit <= '\u3096' // Hiragana
                || unit >= '\u309B' && unit <= '\u30FF' // Katakana
                || unit >= '\u3000' && unit <= '\u3029' // stops and brackets of East Asian texts
                || unit >= '\uFF01' && unit <= '\uFF9D' // wide and narrow forms
                || unit >= '\u2010' && unit <= '\u205F' // dashes, quotes, dots
                || unit >= '\u2190' && unit <= '\u2328' // arrows and signs
                || unit >= '\u232B' && unit <= '\u2AD0'
                || unit >= '\uD83C' && unit <= '\uD83E' // pictures
                || unit >= '\uDC00' && unit <= '\uDFFF' // the second half of a sign whose first half was looked at
                || unit >= '\u0400' && unit <= '\u0482' // Cyrillic
                || unit >= '\uAC00' && unit <= '\uD7A3'; // Korean syllables
    }

    /** Whether a sign belongs to the letter before it: a mark, or the second or third part of a Korean syllable. */
    private static boolean joins(int point) {
        if (point < FIRST_MARK) {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> point >= 0x1160 && point <= 0x11FF;
        };
    }
}
