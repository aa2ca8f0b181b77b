package org.noteworthy.notes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A section of a note: its label and what is written under it.
 *
 * @param layout how the note is laid out
 * @param use where it stands; null if the note has no such label
 * @param missing where it should be: at its empty label, at a misspelt label, else the note as a whole
 */
public record Section(Layout layout, @Nullable SectionUse use, Place missing) implements Place {

    /** Text of the whole note. */
    public String text() {
        return layout.text();
    }

    /** Whether it has its label and something under it. */
    public boolean present() {
        return use != null && use.start() < use.end();
    }

    /** Characters under the label. */
    public int length() {
        return use == null ? 0 : text().codePointCount(use.start(), use.end());
    }

    /** What is written under the label; empty if it is missing. */
    public String content() {
        return use == null ? "" : text().substring(use.start(), use.end());
    }

    @Override
    public List<Spot> spots() {
        return use == null
                ? List.of(layout.whole(List.of()))
                : List.of(Spot.of(use.label(), use.start(), use.end(), text()));
    }
}
