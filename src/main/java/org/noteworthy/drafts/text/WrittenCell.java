package org.noteworthy.drafts.text;

/** A cell of a table as it is written, with its quotes. */
record WrittenCell(String written) {
    private static final String QUOTE = "\"";
    static final WrittenCell EMPTY = new WrittenCell("");

    /** A text as a cell: between quotes if it must be, or if it is asked for. */
    static WrittenCell of(String text, char separator, boolean quoted) {
        return quoted || mustBeQuoted(text, separator)
                ? new WrittenCell(QUOTE + text.replace(QUOTE, "\"\"") + QUOTE)
                : new WrittenCell(text);
    }

    private static boolean mustBeQuoted(String text, char separator) {
        return text.indexOf(separator) >= 0
                || text.indexOf('"') >= 0
                || text.indexOf('\n') >= 0
                || text.indexOf('\r') >= 0;
    }

    boolean quoted() {
        return written.startsWith(QUOTE);
    }

    /** Whether it has quotes that it could do without. */
    boolean quotedByHabit(char separator) {
        return quoted() && !mustBeQuoted(text(), separator);
    }

    /** What it says; its line breaks are line feeds. */
    String text() {
        String bare = quoted() ? written.substring(1, written.length() - 1).replace("\"\"", QUOTE) : written;
        return bare.indexOf('\r') < 0 ? bare : bare.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Another text, with the quotes and the kind of line breaks that this one has. */
    WrittenCell saying(String text, char separator) {
        String broken = written.contains("\r\n") ? text.replace("\n", "\r\n") : text;
        return of(broken, separator, quoted());
    }
}
