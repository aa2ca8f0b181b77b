package org.noteworthy.checking.intake;

import java.io.IOException;
import java.io.Reader;

/** Lines of a text, one at a time, of which none takes more memory than the limit: a longer one is passed over. */
final class BoundedLines {
    private final Reader reader;
    private final int limit;
    private final char[] buffer = new char[16 * 1024];
    private final StringBuilder line = new StringBuilder();
    private int next;
    private int end;
    private int number;
    private boolean tooLong;

    BoundedLines(Reader reader, int limit) {
        this.reader = reader;
        this.limit = limit;
    }

    /** Goes to the next line, which ends in a line feed or with the text; false if there is none. */
    boolean advance() throws IOException {
        line.setLength(0);
        tooLong = false;
        boolean any = false;
        while (next < end || fill()) {
            any = true;
            int start = next;
            while (next < end && buffer[next] != '\n') {
                next++;
            }
            keep(start, next);
            if (next < end) {
                next++;
                break;
            }
        }
        number += any ? 1 : 0;
        return any;
    }

    /** Whether there is more to read without waiting. */
    boolean isReady() throws IOException {
        return next < end || reader.ready();
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(reader.read(buffer), 0);
        return end > 0;
    }

    private void keep(int from, int to) {
        if (line.length() + (to - from) > limit) {
            tooLong = true;
            line.setLength(0);
            line.trimToSize();
        } else if (!tooLong) {
            line.append(buffer, from, to - from);
        }
    }

    /** Number of the line, from 1. */
    int number() {
        return number;
    }

    /** Whether the line is over the limit; its content is gone. */
    boolean tooLong() {
        return tooLong;
    }

    /** The line without its end. */
    String line() {
        return line.toString();
    }
}
