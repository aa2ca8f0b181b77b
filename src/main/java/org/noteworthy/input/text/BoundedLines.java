package org.noteworthy.input.text;

import java.io.IOException;
import java.io.Reader;

/** Lines of a text, one at a time, of which none takes more memory than the limit: a longer one is passed over. */
public final class BoundedLines {
    private final Reader reader;
    private final int limit;
    private final char[] buffer = new char[16 * 1024];
    private final StringBuilder line = new StringBuilder();
    private int next;
    private int end;
    private int number;
    private boolean tooLong;

    public BoundedLines(Reader reader, int limit) {
        this.reader = reader;
        this.limit = limit;
    }

    /** Goes to the next line, which ends in a line feed or with the text; false if there is none. */
    public boolean advance() throws IOException {
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
    public boolean isReady() throws IOException {
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
    public int number() {
        return number;
    }

    /** Whether the line is over the limit; its content is gone. */
    public boolean tooLong() {
        return tooLong;
    }

    /** The line without its end. */
    public String line() {
        return line.toString();
    }
}
