package org.noteworthy.authoring.lint;

import org.noteworthy.playbooks.edition.Diagnostic;

/**
 * Where in a text a diagnostic is, from offset to offset.
 *
 * @param endLine line of the end, from 1
 * @param endColumn column after the last character, from 1
 */
public record Region(int start, int end, int endLine, int endColumn) {

    /** The stretch that the diagnostic names, or its whole line; a diagnostic that names no line is at the beginning. */
    public static Region of(String text, Diagnostic diagnostic) {
        int lineStart = 0;
        for (int line = 1; line < diagnostic.line() && lineStart < text.length(); line++) {
            int end = text.indexOf('\n', lineStart);
            lineStart = end < 0 ? text.length() : end + 1;
        }
        int lineEnd = text.indexOf('\n', lineStart) < 0 ? text.length() : text.indexOf('\n', lineStart);
        if (diagnostic.column() == 0) {
            int first = lineStart;
            while (first < lineEnd && Character.isWhitespace(text.charAt(first))) {
                first++;
            }
            return new Region(first, lineEnd, diagnostic.line(), lineEnd - lineStart + 1);
        }
        int start = Math.min(lineStart + diagnostic.column() - 1, lineEnd);
        int end = Math.min(start + diagnostic.length(), text.length());
        int endLine = diagnostic.line();
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
