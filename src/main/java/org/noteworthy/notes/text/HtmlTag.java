package org.noteworthy.notes.text;

/**
 * A tag or comment of HTML in a text: what it does to what a person sees.
 *
 * @param link where a link leads, empty for any other tag
 * @param end exclusive end of it, with all that it hides
 */
public record HtmlTag(Kind kind, boolean comment, boolean opensDocument, String link, int end) {

    /** What a tag does to what is seen. */
    public enum Kind {
        /** Begins or ends a line. */
        LINE,
        /** Keeps two cells of a table apart. */
        CELL,
        LINK,
        LINK_END,
        /** Does nothing that reading needs. */
        HIDDEN
    }
}
