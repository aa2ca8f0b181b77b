package org.noteworthy.drafts.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of two texts that are shown side by side.
 *
 * @param before its number in the first text, from 1; 0 where it is not there
 * @param after its number in the second text, from 1; 0 where it is not there
 * @param text without its line end
 */
public record DiffLine(int before, int after, String text) {

    /** All lines of two texts; where they differ, those of the first stand before those of the second. */
    public static List<DiffLine> of(String before, String after) {
        List<String> one = Lines.of(before);
        List<String> other = Lines.of(after);
        List<DiffLine> lines = new ArrayList<>();
        int at = 0;
        int there = 0;
        for (LineChange change : LineChanges.between(one, other)) {
            for (; at < change.beforeFrom(); at++, there++) {
                lines.add(new DiffLine(at + 1, there + 1, bare(one.get(at))));
            }
            for (; at < change.beforeTo(); at++) {
                lines.add(new DiffLine(at + 1, 0, bare(one.get(at))));
            }
            for (; there < change.afterTo(); there++) {
                lines.add(new DiffLine(0, there + 1, bare(other.get(there))));
            }
        }
        for (; at < one.size(); at++, there++) {
            lines.add(new DiffLine(at + 1, there + 1, bare(one.get(at))));
        }
        return lines;
    }

    private static String bare(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == '\n' || line.charAt(end - 1) == '\r')) {
            end--;
        }
        return line.substring(0, end);
    }
}
