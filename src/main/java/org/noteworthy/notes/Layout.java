package org.noteworthy.notes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a note, or one workload's block of it, is laid out.
 *
 * @param text text of the whole note
 * @param head prefix of the block as written, where the note has several blocks; null if it is the whole note
 * @param start UTF-16 offset of the prefix
 * @param body where the prefix ends and sections may begin
 * @param end exclusive end of the block
 * @param uses every label in the order of the text
 */
public record Layout(String text, @Nullable String head, int start, int body, int end, List<SectionUse> uses) {

    /** The block as a whole: where something of it is missing. */
    public Spot whole(List<String> expected) {
        return head == null ? Spot.ofField(expected, null) : new Spot(head, start, start, null, expected, null, null);
    }
}
