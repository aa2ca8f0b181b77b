package org.noteworthy.drafts;

import org.noteworthy.notes.text.Characters;

/** What people write beside a change: titles, reasons, comments. */
final class Remark {
    static final int LONGEST_LINE = 200;
    static final int LONGEST_TEXT = 4_000;

    /** What the audit log takes, less what is put before it. */
    static final int LONGEST_REASON = 1_900;

    private Remark() {}

    /** One line that says something and hides nothing. */
    static String line(String what, String text, int longest) {
        String stripped = Characters.wellFormed(text.strip());
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
        return text(what, text, LONGEST_TEXT);
    }

    /** Why something is put in force, as the audit log tells it. */
    static String reason(String what, String text) {
        return text(what, text, LONGEST_REASON);
    }

    private static String text(String what, String text, int longest) {
        String stripped = Characters.wellFormed(text.strip())
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\t', ' ');
        if (stripped.isEmpty() || stripped.length() > longest || misleads(stripped)) {
            throw DraftException.invalid(
                    what + " is a text of 1 to " + longest + " characters, without control characters but line ends.");
        }
        return stripped;
    }

    /** What somebody wrote, as it can be shown to them. */
    static String shown(String text) {
        String harmless = Characters.harmless(Characters.wellFormed(text));
        return harmless.length() <= LONGEST_LINE ? harmless : harmless.substring(0, LONGEST_LINE) + "…";
    }

    private static boolean misleads(String text) {
        return text.chars().anyMatch(unit -> unit != '\n' && hides(unit));
    }

    private static boolean hides(int unit) {
        return Character.isISOControl(unit) || Characters.misleads(unit);
    }
}
