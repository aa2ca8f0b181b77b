package org.noteworthy.drafts;

import org.noteworthy.notes.text.Characters;

/** What people write beside a change: titles, reasons, comments. */
final class Remark {
    static final int LONGEST_LINE = 200;
    static final int LONGEST_TEXT = 4_000;

    private Remark() {}

    /** One line that says something and hides nothing. */
    static String line(String what, String text, int longest) {
        String stripped = text.strip();
        if (stripped.isEmpty()
                || stripped.length() > longest
                || stripped.chars().anyMatch(Remark::hides)) {
            throw DraftException.invalid(
                    what + " is one line of 1 to " + longest + " characters, none of them a control character.");
        }
        return stripped;
    }

    /** A text of several lines that says something and hides nothing. */
    static String text(String what, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_TEXT || misleads(stripped)) {
            throw DraftException.invalid(what + " is a text of 1 to " + LONGEST_TEXT
                    + " characters, without control characters but line ends.");
        }
        return stripped;
    }

    private static boolean misleads(String text) {
        return text.chars().anyMatch(unit -> unit != '\n' && unit != '\r' && unit != '\t' && hides(unit));
    }

    private static boolean hides(int unit) {
        return Character.isISOControl(unit) || Characters.misleads(unit);
    }
}
