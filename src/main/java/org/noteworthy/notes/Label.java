package org.noteworthy.notes;

import java.util.Objects;
import org.noteworthy.notes.Tables.SectionKind;

/**
 * A word in a text that looks like the label of a section.
 *
 * @param meaning of a section's label
 * @param before where what stands before it ends
 * @param start UTF-16 offset of its first letter
 * @param end exclusive end of the word
 * @param content where what stands under it begins
 * @param lineEnd end of the line that it stands on
 */
record Label(LabelWords.Meaning meaning, Look look, int before, int start, int end, int content, int lineEnd) {

    /** What makes a word look like a label; all but the first are words of a sentence in some notes. */
    enum Look {
        /** Opens a line and has a colon, a dash, bold or the line to itself; or stands within one after a pause or in bold. */
        PLAIN,
        /** Opens a line in capitals, without a colon, after the end of something. */
        SHOUTED,
        /** Opens a line in capitals, without a colon, in the middle of something. */
        WRAPPED,
        /** Stands within a line and has a colon, but no pause before it. */
        RUN_ON
    }

    SectionKind kind() {
        return Objects.requireNonNull(meaning.kind());
    }
}
