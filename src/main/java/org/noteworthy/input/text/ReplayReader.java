package org.noteworthy.input.text;

import java.io.IOException;
import java.io.Reader;

/**
 * A reader that can go back to the start of a line not yet forgotten.
 *
 * <p>A parser that stumbles over a row can so be replaced by a fresh one at the row's second line. Lines end in a line
 * feed, a carriage return, or both, and count from 1.
 */
public final class ReplayReader extends Reader {
    private final Reader source;
    private final int mostKept;
    private char[] kept = new char[32 * 1024];
    private int end;
    private int next;
    private long firstLine = 1;
    private long neededFrom = 1;
    private boolean sourceEnded;

    public ReplayReader(Reader source, int mostKept) {
        this.source = source;
        this.mostKept = mostKept;
    }

    /** Allows that lines before that one are forgotten. */
    public void forgetBefore(long line) {
        neededFrom = line;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (next == end) {
            forget();
            if (!fill()) {
                return -1;
            }
        }
        int count = Math.min(length, end - next);
        System.arraycopy(kept, next, target, offset, count);
        next += count;
        return count;
    }

    private void forget() throws IOException {
        int from = 0;
        while (firstLine < neededFrom) {
            int following = nextLine(from);
            if (following < 0) {
                break;
            }
            from = following;
            firstLine++;
        }
        if (from > 0) {
            System.arraycopy(kept, from, kept, 0, end - from);
            end -= from;
            next -= from;
        }
    }

    /** Where the line after the one that begins there begins, as far as it is kept; -1 if it is not. */
    private int nextLine(int from) {
        for (int at = from; at < end; at++) {
            if (kept[at] == '\n') {
                return at + 1;
            }
            if (kept[at] == '\r') {
                if (at + 1 == end && !sourceEnded) {
                    return -1;
                }
                return at + 1 < end && kept[at + 1] == '\n' ? at + 2 : at + 1;
            }
        }
        return -1;
    }

    private boolean fill() throws IOException {
        if (end == kept.length) {
            if (end >= mostKept) {
                throw new RowTooLong();
            }
            char[] larger = new char[Math.min(mostKept, 2 * end)];
            System.arraycopy(kept, 0, larger, 0, end);
            kept = larger;
        }
        int count = source.read(kept, end, kept.length - end);
        sourceEnded = count < 0;
        end += Math.max(count, 0);
        return !sourceEnded;
    }

    /** What is kept from the start of that line on. */
    public String keptFrom(long line) {
        int from = 0;
        for (long each = firstLine; each < line; each++) {
            int following = nextLine(from);
            if (following < 0) {
                return "";
            }
            from = following;
        }
        return new String(kept, from, end - from);
    }

    /** Reads on from the start of that line, which is none that was forgotten. */
    public void goTo(long line) throws IOException {
        neededFrom = line;
        next = 0;
        forget();
        while (firstLine < line) {
            dropUnfinishedLine();
            next = 0;
            if (!fill()) {
                next = end;
                return;
            }
            forget();
        }
        next = 0;
    }

    /** Forgets the beginning of a line that is to be passed over, save what may be half of a line end. */
    private void dropUnfinishedLine() {
        if (end > 0 && kept[end - 1] == '\r') {
            kept[0] = '\r';
            end = 1;
        } else {
            end = 0;
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** A row that is longer than a record may be. */
    public static final class RowTooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
