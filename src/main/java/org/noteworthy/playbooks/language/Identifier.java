package org.noteworthy.playbooks.language;

/** What names of rules and clauses look like: small letters and digits, in parts. */
public final class Identifier {
    /** The most characters that one has; nobody types more, and everything that names it stays short. */
    public static final int LONGEST = 64;

    private Identifier() {}

    /** Whether a text is one, with single ones of these signs between its parts. */
    public static boolean isOne(String text, String between) {
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean letter = sign >= 'a' && sign <= 'z' || sign >= '0' && sign <= '9';
            if (!letter && !(inside && between.indexOf(sign) >= 0)) {
                return false;
            }
            inside = letter;
        }
        return inside;
    }
}
