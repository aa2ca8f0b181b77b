package org.noteworthy.notes.text;

/** Steps over what is only dress in a text: bullets, numbers, headings, quotes, bold, blanks. */
public final class Markup {
    private Markup() {}

    /** Offset after the line that {@code at} stands on, with its line end. */
    public static int nextLine(String text, int at) {
        int end = lineEnd(text, at);
        if (end < text.length()) {
            end += text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n' ? 2 : 1;
        }
        return end;
    }

    /** Offset of the end of the line that {@code at} stands on. */
    public static int lineEnd(String text, int at) {
        int end = at;
        while (end < text.length() && !Letters.isLineEnd(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Steps over blanks of the same line. */
    public static int afterSpaces(String text, int from, int to) {
        int at = from;
        while (at < to && Letters.isBlank(text.charAt(at)) && !Letters.isLineEnd(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Steps over blanks and line ends. */
    public static int afterBlanks(String text, int from, int to) {
        int at = from;
        while (at < to && Letters.isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Steps over emphasis: stars, underscores, backquotes, tildes and the backslashes that hide them. */
    public static int afterEmphasis(String text, int from, int to) {
        int at = from;
        while (at < to && isEmphasis(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Steps over all that may stand before a line's first word: blanks, quote marks, bullets, numbers, headings, bold. */
    public static int afterMarks(String text, int from, int to) {
        int at = from;
        while (at < to) {
            int next = afterMark(text, at, to);
            if (next == at) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** Steps back over blanks and emphasis before {@code to}. */
    public static int beforeMarks(String text, int from, int to) {
        int at = to;
        while (at > from && (Letters.isBlank(text.charAt(at - 1)) || isEmphasis(text.charAt(at - 1)))) {
            at--;
        }
        return at;
    }

    public static boolean isEmphasis(char unit) {
        return unit == '*' || unit == '_' || unit == '`' || unit == '~' || unit == '\\';
    }

    public static boolean isBullet(char unit) {
        return switch (unit) {
            case '-', '+', '*', '\u2022', '\u00B7', '\u2013', '\u2014', '\u25CF', '\u25E6', '\u25AA', '\u30FB', '|' ->
                true;
            default -> false;
        };
    }

    private static int afterMark(String text, int at, int to) {
        char unit = text.charAt(at);
        if (Letters.isLineEnd(unit)) {
            return at;
        }
        if (Letters.isBlank(unit) || isEmphasis(unit) || unit == '>' || isBullet(unit)) {
            return at + 1;
        }
        if (unit == '#') {
            int end = at;
            while (end < to && text.charAt(end) == '#') {
                end++;
            }
            return end < to && Letters.isBlank(text.charAt(end)) ? end : at;
        }
        if (Letters.isDigit(unit)) {
            int end = at;
            while (end < to && end - at < 3 && Letters.isDigit(text.charAt(end))) {
                end++;
            }
            boolean numbered = end < to && (text.charAt(end) == '.' || Letters.fold(text.charAt(end)) == ')');
            boolean spaced = numbered && end + 1 < to && !Letters.isDigit(text.charAt(end + 1));
            return spaced ? end + 1 : at;
        }
        return at;
    }
}
