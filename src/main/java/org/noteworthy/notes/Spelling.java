package org.noteworthy.notes;

/** How the names and phrases of a playbook are compared: in any case and width, with any blanks, as whole words. */
public final class Spelling {
    private Spelling() {}

    /** The name as it is looked up; names that fold to the same are one name. */
    public static String folded(String name) {
        return Letters.fold(name);
    }

    /** Whether a text begins with a phrase and, behind its last word, goes on. */
    public static boolean begins(String phrase, String text) {
        String start = folded(phrase);
        String whole = folded(text);
        return !start.isEmpty()
                && whole.length() > start.length()
                && whole.startsWith(start)
                && Letters.endsWord(whole, start.length());
    }
}
