package org.noteworthy.notes.text;

import java.util.function.IntUnaryOperator;

/** Characters that a form cannot carry, or that would do something to its reader's screen, put as harmless ones. */
public final class Characters {
    /** Stands for a character that cannot be shown. */
    public static final int REPLACEMENT = '\uFFFD';

    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B";

    private Characters() {}

    /** The text with every half of a surrogate pair replaced, so that it can be written as UTF-8. */
    public static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return map(text, Characters::orReplacement);
            }
        }
        return text;
    }

    /**
     * The text on one line and without effect on a terminal: control characters become their pictures, controls of
     * writing direction U+FFFD.
     */
    public static String harmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < ' ' || unit > '~') {
                return map(text, Characters::harmless);
            }
        }
        return text;
    }

    /**
     * The text as a cell of a table: without effect on a terminal, with its line ends and tabs, and with an apostrophe in
     * front where a spreadsheet would take it for a formula.
     */
    public static String cell(String text) {
        String shown = harmlessLines(text);
        return beginsFormula(shown) ? "'" + shown : shown;
    }

    /** The text without effect on a terminal, but for its line ends and tabs. */
    public static String harmlessLines(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        int unit;
        for (int at = 0; at < text.length(); at += Character.charCount(unit)) {
            unit = text.codePointAt(at);
            boolean stays = unit == '\n' || unit == '\t' || text.startsWith("\r\n", at);
            shown.appendCodePoint(stays ? unit : harmless(unit));
        }
        return shown.toString();
    }

    /** Whether a spreadsheet could take a text for a formula by its first sign, in any width. */
    public static boolean beginsFormula(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    /** That code point, or the one that stands for it where it would have an effect on a terminal. */
    public static int harmless(int codePoint) {
        if (codePoint < ' ') {
            return '\u2400' + codePoint;
        }
        if (codePoint == 0x7F) {
            return '\u2421';
        }
        boolean lineSeparator = codePoint == 0x2028 || codePoint == 0x2029;
        boolean mark = codePoint == 0x061C || codePoint == 0x200E || codePoint == 0x200F;
        return misleads(codePoint) || lineSeparator || mark ? REPLACEMENT : orReplacement(codePoint);
    }

    /** Whether it is a control character, or one that turns the direction in which the text around it is written. */
    public static boolean misleads(int codePoint) {
        return Character.isISOControl(codePoint)
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    private static int orReplacement(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE ? REPLACEMENT : codePoint;
    }

    private static String map(String text, IntUnaryOperator change) {
        StringBuilder changed = new StringBuilder(text.length());
        text.codePoints().map(change).forEach(changed::appendCodePoint);
        return changed.toString();
    }
}
