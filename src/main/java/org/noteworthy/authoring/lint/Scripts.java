package org.noteworthy.authoring.lint;

import java.util.Locale;
import java.util.Optional;
import org.noteworthy.playbooks.language.pattern.UnicodeTable;

/** Letters of Greek and Cyrillic, many of which look like Latin ones. */
final class Scripts {
    private Scripts() {}

    /** The first such letter, named by its number and script. */
    static Optional<String> foreign(String text) {
        return text.codePoints()
                .filter(Scripts::isForeign)
                .mapToObj(point ->
                        String.format(Locale.ROOT, "U+%04X (%s)", point, isGreek(point) ? "Greek" : "Cyrillic"))
                .findFirst();
    }

    /** Whether a word of the text has such letters and Latin ones. */
    static boolean mixed(String text) {
        boolean latin = false;
        boolean foreign = false;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int point = text.codePointAt(at);
            if (!Character.isLetter(point)) {
                latin = false;
                foreign = false;
            } else {
                foreign |= isForeign(point);
                latin |= UnicodeTable.script(point).equals("LATIN");
            }
            if (latin && foreign) {
                return true;
            }
        }
        return false;
    }

    private static boolean isForeign(int point) {
        return isGreek(point) || UnicodeTable.script(point).equals("CYRILLIC");
    }

    private static boolean isGreek(int point) {
        return UnicodeTable.script(point).equals("GREEK");
    }
}
