package org.noteworthy.drafts.text;

import java.util.List;

/**
 * Some lines of a text.
 *
 * @param from the first of them, from 1
 * @param to the one behind the last of them; that of {@code from} where there are none
 * @param lines with their line ends
 */
public record LineRange(int from, int to, List<String> lines) {
    public LineRange {
        lines = List.copyOf(lines);
    }

    /** Lines of a text from one place to another, counted from 0. */
    static LineRange of(List<String> text, int from, int to) {
        return new LineRange(from + 1, to + 1, text.subList(from, to));
    }
}
