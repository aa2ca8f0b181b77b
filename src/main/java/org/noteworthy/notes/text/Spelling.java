package org.noteworthy.notes.text;

import java.util.ArrayList;
import java.util.List;

/** How the names and phrases of a playbook are compared: in any case and width, with any blanks, as whole words. */
public final class Spelling {
    private Spelling() {}

    /** The name as it is looked up; names that fold to the same are one name. */
    public static String folded(String name) {
        return Letters.fold(name);
    }

    /** With what a name begins, as it is looked up: each of its parts that ends with a word, but the whole. */
    public static List<String> beginnings(String name) {
        String whole = folded(name);
        List<String> beginnings = new ArrayList<>();
        for (int end = 1; end < whole.length(); end++) {
            if (Letters.endsWord(whole, end)) {
                beginnings.add(whole.substring(0, end));
            }
        }
        return beginnings;
    }
}
