package org.noteworthy.notes.parsing;

import java.util.List;

/**
 * The labels that may open a section.
 *
 * @param own those of the note's language
 * @param all those of every language, the note's first
 */
public record SectionLabels(List<String> own, List<String> all) {
    static final SectionLabels NONE = new SectionLabels(List.of(), List.of());
}
