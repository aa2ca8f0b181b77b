package org.noteworthy.checking;

import java.util.Arrays;

/** Where the lines of a text begin, so that an offset can be told as line and column. */
final class Lines {
    private final int[] starts;

    Lines(String text) {
        int[] found = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean ends = unit == '\n' || unit == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (ends) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = i + 1;
            }
        }
        starts = Arrays.copyOf(found, count);
    }

    /** Line of an offset, from 1. */
    int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** UTF-16 column of an offset in its line, from 1. */
    int column(int offset) {
        return offset - starts[line(offset) - 1] + 1;
    }
}
