package org.noteworthy.report;

import org.noteworthy.notes.text.Characters;

/** Any text as XML 1.0 can carry it; a character that XML cannot carry becomes U+FFFD. */
public final class Xml {
    private Xml() {}

    /** The text between two tags, its line breaks kept. */
    public static String text(String text) {
        return escaped(text, false);
    }

    /** The text within double quotes, its line breaks and tabs kept. */
    public static String attribute(String text) {
        return escaped(text, true);
    }

    private static String escaped(String text, boolean attribute) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append(attribute ? "&quot;" : "\"");
                case '\n' -> escaped.append(attribute ? "&#10;" : "\n");
                case '\t' -> escaped.append(attribute ? "&#9;" : "\t");
                case '\r' -> escaped.append("&#13;");
                default -> escaped.appendCodePoint(allowed(codePoint) ? codePoint : Characters.REPLACEMENT);
            }
        });
        return escaped.toString();
    }

    private static boolean allowed(int codePoint) {
        boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return codePoint >= ' ' && !surrogate && codePoint != 0xFFFE && codePoint != 0xFFFF;
    }
}
