package org.noteworthy.report;

import org.noteworthy.notes.text.Characters;

/**
 * The line of a note in which a place lies, as a terminal can show it, and the marks to print beneath it.
 *
 * <p>A long line is cut to what stands around the place. Tabs become spaces up to the next fourth cell, wide characters
 * get two marks, and what would have an effect on the terminal is replaced.
 */
public record Snippet(String line, String marks) {
    private static final int CELLS = 100;
    private static final int CELLS_BEFORE = 40;
    private static final int TAB = 4;
    /** Bound for a line of characters that take no cells. */
    private static final int UNITS = 4 * CELLS;

    /** The line that offset {@code start} lies in, marked up to {@code end} or its own end. */
    public static Snippet of(String text, int start, int end) {
        int place = Math.min(start, text.length());
        int first = place;
        while (first > 0 && !endsLine(text.charAt(first - 1))) {
            first--;
        }
        int last = place;
        while (last < text.length() && !endsLine(text.charAt(last))) {
            last++;
        }
        int from = fits(text, first, last) ? first : back(text, place, first);
        return drawn(text, new Cut(from, last, from > first), place, Math.min(end, last));
    }

    private record Cut(int from, int to, boolean leftOut) {}

    private static Snippet drawn(String text, Cut cut, int start, int end) {
        StringBuilder line = new StringBuilder();
        StringBuilder marks = new StringBuilder();
        int cells = 0;
        if (cut.leftOut()) {
            line.append('…');
            marks.append(' ');
            cells++;
        }
        int at = cut.from();
        int width;
        for (; at < cut.to(); at += width) {
            int codePoint = text.codePointAt(at);
            width = Character.charCount(codePoint);
            int wide = codePoint == '\t' ? TAB - cells % TAB : Cells.of(Characters.harmless(codePoint));
            if (cells + wide > CELLS || at - cut.from() > UNITS) {
                line.append('…');
                break;
            }
            if (codePoint == '\t') {
                line.append(" ".repeat(wide));
            } else {
                line.appendCodePoint(Characters.harmless(codePoint));
            }
            if (at < start) {
                marks.append(" ".repeat(wide));
            } else if (at < end) {
                marks.append("~".repeat(wide));
            }
            cells += wide;
        }
        return new Snippet(line.toString(), pointed(marks));
    }

    private static String pointed(StringBuilder marks) {
        int tilde = marks.indexOf("~");
        if (tilde < 0) {
            return marks.append('^').toString();
        }
        marks.setCharAt(tilde, '^');
        return marks.toString();
    }

    private static boolean fits(String text, int from, int to) {
        int cells = 0;
        for (int at = from; at < to && cells <= CELLS && at - from <= UNITS; ) {
            int codePoint = text.codePointAt(at);
            cells += codePoint == '\t' ? TAB - cells % TAB : Cells.of(Characters.harmless(codePoint));
            at += Character.charCount(codePoint);
        }
        return cells <= CELLS && to - from <= UNITS;
    }

    private static int back(String text, int place, int first) {
        int at = place;
        for (int cells = 0; at > first && cells < CELLS_BEFORE; ) {
            int codePoint = text.codePointBefore(at);
            cells += codePoint == '\t' ? TAB : Math.max(1, Cells.of(Characters.harmless(codePoint)));
            at -= Character.charCount(codePoint);
        }
        return at;
    }

    private static boolean endsLine(char unit) {
        return unit == '\n' || unit == '\r';
    }
}
