package org.noteworthy.notes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The STATUS of a note.
 *
 * @param section where it stands
 * @param selected key of the status that it begins with, e.g. {@code paused}; null if it begins with none
 * @param opening what it begins with instead of a status
 */
public record Status(Section section, @Nullable String selected, Place opening) implements Place {

    /** Whether the section is there and says something. */
    public boolean present() {
        return section.present();
    }

    /** Whether it begins with one of the statuses. */
    public boolean allowed() {
        return selected != null;
    }

    /** Characters of it. */
    public int length() {
        return section.length();
    }

    /** What is written under the label. */
    public String content() {
        return section.content();
    }

    @Override
    public List<Spot> spots() {
        return section.spots();
    }

    /** Where the section should be. */
    public Place missing() {
        return section.missing();
    }
}
