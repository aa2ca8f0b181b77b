package org.noteworthy.notes;

import org.noteworthy.notes.Tables.SectionKind;

/**
 * A label that stands in a note, with the stretch of text under it.
 *
 * @param label as the note spells it
 * @param labelStart UTF-16 offset of the label's first letter
 * @param labelEnd exclusive end of the label
 * @param start offset of what is written under it
 * @param end exclusive end of that; equal to {@code start} if nothing is
 */
public record SectionUse(SectionKind kind, String label, int labelStart, int labelEnd, int start, int end) {}
