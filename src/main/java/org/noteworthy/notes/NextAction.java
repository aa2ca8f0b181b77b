package org.noteworthy.notes;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The NEXT ACTION of a note.
 *
 * @param dated whether it states a date, weekday, month, relative day or recurrence
 * @param latest the latest of its dates that have day, month and year; null if none has
 * @param writtenOn day the note was recorded; null if unknown
 */
public record NextAction(
        Section section,
        boolean dated,
        @Nullable LocalDate latest,
        @Nullable LocalDate writtenOn) implements Place {

    /** Whether the section is there and says something. */
    public boolean present() {
        return section.present();
    }

    /** Whether it has a full date and every full date lies before the day the note was written. */
    public boolean past() {
        return latest != null && writtenOn != null && latest.isBefore(writtenOn);
    }

    /** The latest full date of it, as {@code yyyy-mm-dd}; empty if there is none. */
    public @Nullable String lastDate() {
        return latest == null ? null : latest.toString();
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
