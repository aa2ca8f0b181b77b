package org.noteworthy.authoring.form;

import java.util.ArrayList;
import java.util.List;

/** A text that grows, and remembers which stretch of it stands for which field of a form. */
final class MarkedText {
    private final StringBuilder text = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();

    /** A stretch that stands for a field. */
    record Mark(String pointer, int start, int end) {}

    MarkedText add(String more) {
        text.append(more);
        return this;
    }

    /** What is written by that stands for the field. */
    MarkedText field(String pointer, Runnable writing) {
        int start = text.length();
        int place = marks.size();
        writing.run();
        marks.add(place, new Mark(pointer, start, text.length()));
        return this;
    }

    MarkedText field(String pointer, String written) {
        return field(pointer, () -> add(written));
    }

    int length() {
        return text.length();
    }

    List<Mark> marks() {
        return marks;
    }

    /**
     * Breaks what was written since that place at blanks behind commas and signs that join, where it is longer than a line
     * may be; a blank in quotes stays.
     */
    void wrap(int from, int width, String indent) {
        String line = text.substring(from);
        int before = from - (text.lastIndexOf("\n", from - 1) + 1);
        if (before + line.length() <= width) {
            return;
        }
        int column = before;
        int atom = 0;
        int[] moved = new int[line.length() + 1];
        StringBuilder wrapped = new StringBuilder();
        for (int end : breaks(line)) {
            boolean breaks = atom > 0 && column + end - atom > width;
            int start = atom;
            if (breaks) {
                wrapped.append("\n").append(indent);
                column = indent.length();
                moved[start] = wrapped.length();
                start++; // the blank that is broken at
            }
            for (int at = start; at < end; at++) {
                moved[at] = wrapped.length();
                wrapped.append(line.charAt(at));
            }
            column += end - start;
            atom = end;
        }
        moved[line.length()] = wrapped.length();
        text.replace(from, text.length(), wrapped.toString());
        marks.replaceAll(mark -> mark.start() < from
                ? mark
                : new Mark(mark.pointer(), from + moved[mark.start() - from], from + moved[mark.end() - from]));
    }

    /** Offsets at which lines may be broken: each is that of a blank, and the last the end. */
    private static List<Integer> breaks(String line) {
        List<Integer> breaks = new ArrayList<>();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char unit = line.charAt(at);
            if (quoted && unit == '\\') {
                at++;
            } else if (unit == '"') {
                quoted = !quoted;
            } else if (!quoted && unit == ' ' && at > 0 && ",&|".indexOf(line.charAt(at - 1)) >= 0) {
                breaks.add(at);
            }
        }
        breaks.add(line.length());
        return breaks;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
