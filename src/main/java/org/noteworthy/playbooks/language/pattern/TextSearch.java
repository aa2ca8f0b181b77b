package org.noteworthy.playbooks.language.pattern;

import org.jspecify.annotations.Nullable;

/**
 * What {@code contains} means in a rule: one text stands in another somewhere.
 *
 * <p>The time that it takes grows with the length of both together, never with their product, and while it runs the
 * deadline of its thread is looked at.
 */
public final class TextSearch {
    /** So many comparisons take no longer than preparing a search that needs fewer. */
    private static final long FEW = 1 << 17;

    private static final int UNWATCHED = 1 << 10;

    private TextSearch() {}

    /** Whether the part stands in the text; nothing stands in a text that is unknown, and what is unknown nowhere. */
    public static boolean contains(@Nullable String text, @Nullable String part) {
        if (text == null || part == null) {
            return false;
        }
        Deadline.look();
        return (long) text.length() * part.length() <= FEW ? text.contains(part) : found(text, part);
    }

    /** Knuth, Morris and Pratt: no character of the text is looked at again once the search has gone past it. */
    private static boolean found(String text, String part) {
        int[] borders = borders(part);
        int agreed = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i % UNWATCHED == 0) {
                Deadline.look();
            }
            while (agreed > 0 && text.charAt(i) != part.charAt(agreed)) {
                agreed = borders[agreed - 1];
            }
            agreed += text.charAt(i) == part.charAt(agreed) ? 1 : 0;
            if (agreed == part.length()) {
                return true;
            }
        }
        return false;
    }

    /** For each beginning of the part, the length of its longest proper beginning that it also ends with. */
    private static int[] borders(String part) {
        int[] borders = new int[part.length()];
        int border = 0;
        for (int i = 1; i < part.length(); i++) {
            while (border > 0 && part.charAt(i) != part.charAt(border)) {
                border = borders[border - 1];
            }
            border += part.charAt(i) == part.charAt(border) ? 1 : 0;
            borders[i] = border;
        }
        return borders;
    }
}
