package org.noteworthy.notes.parsing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.SectionUse;
import org.noteworthy.notes.Tables.SectionKind;
import org.noteworthy.notes.words.LabelWords;

/**
 * A word in a text that looks like the label of a section.
 *
 * @param meaning of a section's label
 * @param before where what stands before it ends
 * @param start UTF-16 offset of its first letter
 * @param word exclusive end of the word
 * @param end exclusive end of the word with a remark that should be in brackets
 * @param content where what stands under it begins
 * @param lineEnd end of the line that it stands on
 * @param slip what it should be; null where it is one of the playbook's
 */
record Label(
        LabelWords.Meaning meaning,
        Look look,
        int before,
        int start,
        int word,
        int end,
        int content,
        int lineEnd,
        SectionUse.@Nullable Slip slip) {

    /** What makes a word look like a label; from the third on, it may be a word of a sentence. */
    enum Look {
        /** Opens a line as the playbook writes it, and has a colon, a dash, bold or the line to itself. */
        SPELT,
        /** Stands within a line as the playbook writes it, with a colon, after a pause or in bold. */
        PAUSED,
        /** As the first, in other letters. */
        PLAIN,
        /** As the second, in other letters. */
        INLINE,
        /** Opens a line in capitals, without a colon, after the end of something. */
        SHOUTED,
        /** Opens a line in capitals, without a colon, in the middle of something. */
        WRAPPED,
        /** Stands within a line and has a colon, but no pause before it; as the playbook writes it. */
        RUN_ON,
        /** As the one before, in other letters. */
        RUN_ON_SMALL,
        /** Opens a line with a colon and is a misspelt label, or what people write in capitals instead of one. */
        SLIP,
        /** What people write instead of a label, in other letters or within a line. */
        GUESS;

        /** The bit for it in a set of looks. */
        @SuppressWarnings("EnumOrdinal") // any bit will do, as long as no two looks share it
        int bit() {
            return 1 << ordinal();
        }

        boolean isIn(int looks) {
            return (looks & bit()) != 0;
        }
    }

    SectionKind kind() {
        return Objects.requireNonNull(meaning.kind());
    }
}
