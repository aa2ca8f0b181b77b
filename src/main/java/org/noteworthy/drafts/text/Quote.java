package org.noteworthy.drafts.text;

import org.noteworthy.notes.text.Characters;

/** A value as a message shows it: in quotes, in one line, cut where it is long. */
final class Quote {
    private static final int LONGEST = 40;

    private Quote() {}

    static String of(String value) {
        boolean fits = value.codePointCount(0, value.length()) <= LONGEST;
        String shown = fits ? value : value.substring(0, value.offsetByCodePoints(0, LONGEST)) + "…";
        return "\"" + Characters.harmless(shown) + "\"";
    }
}
