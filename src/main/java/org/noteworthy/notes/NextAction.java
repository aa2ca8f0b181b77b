package org.noteworthy.notes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The NEXT ACTION of a note, and what it says of time.
 *
 * @param dated whether it states a date, weekday, month, relative day, recurrence or a length to come
 * @param whyUndated why it does not say when, in the words of the playbook; empty if it does
 * @param past whether it has a full date and every full date lies before the day the note was written
 * @param whyPast how every full date of it lies before that day, in the words of the playbook; empty if one does not
 * @param lastDate the latest full date of it, as {@code yyyy-mm-dd}; null if there is none
 * @param lookalike what looks like a time in it and says no when; all of it if there is nothing such
 */
public record NextAction(
        Section section,
        boolean dated,
        String whyUndated,
        boolean past,
        String whyPast,
        @Nullable String lastDate,
        Place lookalike)
        implements Place {

    /** Whether the section is there and says something. */
    public boolean present() {
        return section.present();
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
