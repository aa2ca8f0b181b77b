package org.noteworthy.drafts.text;

import java.util.ArrayList;
import java.util.List;

/** A text as lines, each with the line end that it has; only the last may be without one. */
final class Lines {
    private Lines() {}

    static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(from, to));
            from = to;
        }
        return lines;
    }

    static boolean ends(String line) {
        return line.endsWith("\n");
    }
}
