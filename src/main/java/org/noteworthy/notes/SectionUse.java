package org.noteworthy.notes;

import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Tables.SectionKind;

/**
 * A label that stands in a note, with the stretch of text under it.
 *
 * @param label as the note spells it
 * @param labelStart UTF-16 offset of the label's first letter
 * @param labelEnd exclusive end of the label
 * @param remark where a remark may begin that belongs to the label: behind its last word
 * @param start offset of what is written under it
 * @param end exclusive end of that; equal to {@code start} if nothing is
 * @param slip what the label should be; null where it is one of the playbook's
 */
public record SectionUse(
        SectionKind kind,
        String label,
        int labelStart,
        int labelEnd,
        int remark,
        int start,
        int end,
        @Nullable Slip slip) {

    /** What was written by mistake: the label that is meant, and what to write in its place, with a remark in brackets. */
    public record Slip(String label, String written, Fix.Kind kind) {}

    /** The label as the playbook has it. */
    public String meant() {
        return slip == null ? label : slip.label();
    }
}
