package org.noteworthy.notes;

import java.util.List;

/**
 * How a note is laid out.
 *
 * @param text text of the whole note
 * @param body where the prefix ends and sections may begin
 * @param uses every label in the order of the text
 */
public record Layout(String text, int body, List<SectionUse> uses) {}
