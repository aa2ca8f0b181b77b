package org.noteworthy.checking;

/** Tells an offset into a text as line and column; reads on from the last one asked for, and never past it. */
final class Lines {
    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;

    Lines(String text) {
        this.text = text;
    }

    /** Line of an offset, from 1. */
    int line(int offset) {
        moveTo(offset);
        return line;
    }

    /** UTF-16 column of an offset in its line, from 1. */
    int column(int offset) {
        moveTo(offset);
        return offset - lineStart + 1;
    }

    private void moveTo(int offset) {
        if (offset < at) {
            at = 0;
            line = 1;
            lineStart = 0;
        }
        for (; at < offset; at++) {
            char unit = text.charAt(at);
            if (unit == '\n' || unit == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n')) {
                line++;
                lineStart = at + 1;
            }
        }
    }
}
