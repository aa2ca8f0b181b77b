package org.noteworthy.playbooks.edition;

import java.util.List;

/** Long texts cut short: to their beginning, or to what differs between two of them. */
public final class Excerpt {
    private static final int LONGEST = 160;
    private static final int WORDS_AROUND = 3;

    private Excerpt() {}

    public static String beginning(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = text.lastIndexOf(' ', LONGEST);
        return text.substring(0, end < LONGEST / 2 ? LONGEST : end) + " …";
    }

    /** {@code before → after}, of each the words that differ and a few around them. */
    public static String change(String before, String after) {
        List<String> was = List.of(before.split(" ", -1));
        List<String> is = List.of(after.split(" ", -1));
        int shorter = Math.min(was.size(), is.size());
        int head = 0;
        while (head < shorter && was.get(head).equals(is.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && was.get(was.size() - 1 - tail).equals(is.get(is.size() - 1 - tail))) {
            tail++;
        }
        return around(was, head, tail) + " → " + around(is, head, tail);
    }

    private static String around(List<String> words, int head, int tail) {
        int from = Math.max(0, head - WORDS_AROUND);
        int to = Math.min(words.size(), words.size() - tail + WORDS_AROUND);
        String text = String.join(" ", words.subList(from, to));
        if (text.isEmpty()) {
            return "nothing";
        }
        return (from > 0 ? "… " : "") + beginning(text) + (to < words.size() ? " …" : "");
    }
}
