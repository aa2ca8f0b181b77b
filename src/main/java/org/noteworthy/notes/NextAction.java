package org.noteworthy.notes;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The NEXT ACTION of a note, and what it says of time. */
public final class NextAction implements Place {
    private final Section section;
    private final DateReader.Times times;
    private final @Nullable LocalDate writtenOn;
    private final DateReasons reasons;

    NextAction(Section section, DateReader.Times times, @Nullable LocalDate writtenOn, DateReasons reasons) {
        this.section = section;
        this.times = times;
        this.writtenOn = writtenOn;
        this.reasons = reasons;
    }

    /** Whether the section is there and says something. */
    public boolean present() {
        return section.present();
    }

    /** Whether it states a date, weekday, month, relative day, recurrence or a length to come. */
    public boolean dated() {
        return times.dated();
    }

    /** Why it does not say when, in the words of the playbook; empty if it does. */
    public String whyUndated() {
        return dated() ? "" : reasons.sentence(times.reason(), seen());
    }

    /** What looks like a time in it and says no when; all of it if there is nothing such. */
    public Place lookalike() {
        return () -> times.seenFrom() == times.seenTo()
                ? spots()
                : section.spots().stream()
                        .map(spot -> Spot.of(spot.section(), times.seenFrom(), times.seenTo(), section.text()))
                        .toList();
    }

    private String seen() {
        return section.text().substring(times.seenFrom(), times.seenTo()).replaceAll("\\s+", " ");
    }

    /** Whether it has a full date and every full date lies before the day the note was written. */
    public boolean past() {
        return isPast(times.latest());
    }

    /** How every full date of it lies before that day, in the words of the playbook; empty if one does not. */
    public String whyPast() {
        LocalDate latest = times.latest();
        if (latest == null || !past()) {
            return "";
        }
        DateReason reason = isPast(times.other()) ? DateReason.ALL_PAST : DateReason.EITHER_ORDER;
        return reasons.sentence(reason, latest, times.other(), seen());
    }

    private boolean isPast(@Nullable LocalDate day) {
        return day != null && writtenOn != null && day.isBefore(writtenOn);
    }

    /** The latest full date of it, as {@code yyyy-mm-dd}; empty if there is none. */
    public @Nullable String lastDate() {
        LocalDate latest = times.latest();
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
