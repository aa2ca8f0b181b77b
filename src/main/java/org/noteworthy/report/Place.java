package org.noteworthy.report;

import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.checking.outcome.Violation;

/** A line and a UTF-16 column, both from 1; lines end with LF, CR LF or CR. */
record Place(int line, int column) {

    /** Where a violation starts, in the note's text. */
    static Place of(Violation violation) {
        return new Place(violation.line(), violation.column());
    }

    /** Where a violation starts, for its reader: in the file where the note stands there verbatim, else in its text. */
    static Place of(Origin origin, Violation violation) {
        Place inText = of(violation);
        return origin.verbatim() ? inText.inFile(origin) : inText;
    }

    /** The place in the file of a place in a note that stands there verbatim. */
    Place inFile(Origin origin) {
        return new Place(origin.line() + line - 1, column);
    }

    /** The place at offset {@code to} of a text in which this is the place at offset {@code from}. */
    Place walk(String text, int from, int to) {
        int lines = line;
        int columns = column;
        for (int i = from; i < Math.min(to, text.length()); i++) {
            char unit = text.charAt(i);
            boolean beforeLf = i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (unit == '\n' || (unit == '\r' && !beforeLf)) {
                lines++;
                columns = 1;
            } else {
                columns++;
            }
        }
        return new Place(lines, columns);
    }
}
