package org.noteworthy.audit.change;

import java.util.regex.Pattern;
import org.noteworthy.audit.AuditException;
import org.noteworthy.notes.text.Characters;

/** Texts that are fit to stand in the audit log. */
final class Checked {
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z._-]{1,100}");

    private Checked() {}

    /** One line of so many characters. */
    static String line(String what, String text, int longest) {
        return checked(what, text, longest, "on one line", false);
    }

    /** The same, with line ends. */
    static String lines(String what, String text, int longest) {
        return checked(what, text, longest, "and line ends", true);
    }

    private static String checked(String what, String text, int longest, String how, boolean lineEnds) {
        boolean fit = !text.isBlank()
                && text.length() <= longest
                && text.codePoints().noneMatch(each -> Characters.misleads(each) && !(lineEnds && each == '\n'));
        if (!fit) {
            throw new AuditException(what + " is told in 1 to " + longest + " characters " + how
                    + ", without control characters; this is " + (text.isBlank() ? "nothing" : "")
                    + (text.isBlank() ? "" : text.length() + " characters")
                    + (text.isBlank() || text.length() > longest ? "." : ", and some of them are not seen."));
        }
        return Characters.wellFormed(text);
    }

    static void digest(String digest) {
        if (!DIGEST.matcher(digest).matches()) {
            throw new IllegalArgumentException("No digest: " + digest);
        }
    }

    static void hash(String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("No hash: " + hash);
        }
    }

    static void id(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("No id of a policy change: " + id);
        }
    }
}
