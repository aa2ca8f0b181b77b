package org.noteworthy.authoring.lint;

import org.noteworthy.playbooks.edition.Flaw;

/**
 * Where in a text a flaw is, from offset to offset.
 *
 * @param endLine line of the end, from 1
 * @param endColumn column after the last character, from 1
 */
record Region(int start, int end, int endLine, int endColumn) {

    /** The stretch that the flaw names, or its whole line; a flaw that names no line is at the beginning. */
    static Region of(String text, Flaw flaw) {
        int lineStart = 0;
        for (int line = 1; line < flaw.line() && lineStart < text.length(); line++) {
            int end = text.indexOf('\n', lineStart);
            lineStart = end < 0 ? text.length() : end + 1;
        }
        int lineEnd = text.indexOf('\n', lineStart) < 0 ? text.length() : text.indexOf('\n', lineStart);
        if (flaw.column() == 0) {
            int first = lineStart;
            while (first < lineEnd && Character.isWhitespace(text.charAt(first))) {
                first++;
            }
            return new Region(first, lineEnd, flaw.line(), lineEnd - lineStart + 1);
        }
        int start = Math.min(lineStart + flaw.column() - 1, lineEnd);
        int end = Math.min(start + flaw.length(), text.length());
        int endLine = flaw.line();
        int endLineStart = lineStart;
        for (int at = lineStart; at < end; at++) {
            if (text.charAt(at) == '\n') {
                endLine++;
                endLineStart = at + 1;
            }
        }
        return new Region(start, end, endLine, end - endLineStart + 1);
    }
}
