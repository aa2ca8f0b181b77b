package org.noteworthy.playbooks.language;

/**
 * A stretch of a rule file.
 *
 * @param start UTF-16 offset
 * @param end exclusive end
 * @param line of its start, from 1
 * @param column of its start, in UTF-16 units from 1
 */
public record Span(int start, int end, int line, int column) {

    /** From the start of this one to the end of a later one. */
    public Span to(Span last) {
        return new Span(start, last.end, line, column);
    }

    /** How many UTF-16 units it holds. */
    public int length() {
        return end - start;
    }
}
