package org.noteworthy.notes.text;

/**
 * How single UTF-16 units are read: folded so that case, width and kinds of blanks do not matter, and told apart into
 * blanks, parts of words and letters of scripts that put no blanks between words.
 *
 * <p>Folding keeps one unit for one unit, so that offsets into a folded text are offsets into the text.
 */
public final class Letters {
    private static final byte OTHER = 0;
    private static final byte BLANK = 1;
    private static final byte WORD = 2;
    private static final byte UNSPACED = 3;

    private static final char[] FOLDED = new char[1 << 16];
    private static final byte[] KIND = new byte[1 << 16];

    static {
        for (int i = 0; i < FOLDED.length; i++) {
            char unit = narrow((char) i);
            char folded = Character.toLowerCase(Character.toUpperCase(unit));
            FOLDED[i] = folded;
            KIND[i] = kind(folded);
        }
    }

    private Letters() {}

    public static char fold(char unit) {
        return FOLDED[unit];
    }

    /** Blanks include tabs, no-break and wide spaces, zero-width marks and line ends. */
    public static boolean isBlank(char unit) {
        return KIND[unit] == BLANK;
    }

    /** A letter or digit of any script. */
    public static boolean isWord(char unit) {
        return KIND[unit] >= WORD;
    }

    /** A letter of a script that puts no blanks between words. */
    public static boolean isUnspaced(char unit) {
        return KIND[unit] == UNSPACED;
    }

    public static boolean isDigit(char unit) {
        char folded = FOLDED[unit];
        return folded >= '0' && folded <= '9';
    }

    public static boolean isLineEnd(char unit) {
        return unit == '\n' || unit == '\r';
    }

    /** Whether a word can begin at {@code at}: nothing that belongs to the same word stands before it. */
    public static boolean startsWord(String text, int at) {
        byte here = KIND[text.charAt(at)];
        return here == UNSPACED || here == WORD && (at == 0 || KIND[text.charAt(at - 1)] != WORD);
    }

    /** End of the word that begins at {@code from}; letters of scripts without blanks stand alone. */
    public static int afterWord(String text, int from, int to) {
        int at = from + 1;
        if (KIND[text.charAt(from)] == WORD) {
            while (at < to && KIND[text.charAt(at)] == WORD) {
                at++;
            }
        }
        return at;
    }

    /** Whether a word that ends before {@code end} is whole. */
    public static boolean endsWord(String text, int end) {
        return end == 0 || end == text.length() || KIND[text.charAt(end - 1)] != WORD || KIND[text.charAt(end)] != WORD;
    }

    /** A text folded throughout, its letters composed, runs of blanks made one, blanks at its ends gone. */
    public static String fold(String written) {
        String text = Composition.of(written);
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (!isBlank(unit)) {
                folded.append(fold(unit));
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        int length = folded.length();
        if (length > 0 && folded.charAt(length - 1) == ' ') {
            folded.setLength(length - 1);
        }
        return folded.toString();
    }

    private static char narrow(char unit) {
        if (unit >= '\uFF01' && unit <= '\uFF5E') {
            return (char) (unit - 0xFEE0);
        }
        if (Character.isSpaceChar(unit)
                || Character.isWhitespace(unit)
                || unit == '\u0085'
                || unit == '\u200B'
                || unit == '\u2060'
                || unit == '\uFEFF') {
            return ' ';
        }
        return switch (unit) {
            case '\u2018', '\u2019' -> '\'';
            case '\u2010', '\u2011' -> '-';
            default -> unit;
        };
    }

    private static byte kind(char folded) {
        if (folded == ' ') {
            return BLANK;
        }
        if (!Character.isLetterOrDigit(folded) && folded != '\u30FC') {
            return OTHER;
        }
        return switch (Character.UnicodeScript.of(folded)) {
            case HAN, HIRAGANA, KATAKANA, THAI -> UNSPACED;
            default -> folded == '\u30FC' ? UNSPACED : WORD;
        };
    }
}
