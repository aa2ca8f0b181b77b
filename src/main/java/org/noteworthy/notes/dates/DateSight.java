package org.noteworthy.notes.dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.DateReason;

/** What has been seen of time so far while a text is read. */
final class DateSight {
    private boolean dated;
    private @Nullable LocalDate latest;
    private @Nullable LocalDate latestOther;
    private DateReason reason = DateReason.NOTHING;
    private int seenFrom;
    private int seenTo;
    private int otherFrom;
    private int otherTo;

    /** Something says when. */
    void dated() {
        dated = true;
    }

    /** Something looks like a time and says no when; what is seen first is told. */
    void seen(DateReason why, int from, int to) {
        if (reason == DateReason.NOTHING) {
            reason = why;
            seenFrom = from;
            seenTo = to;
        }
    }

    /** A day with its month, which stands from one place to another; the year may be unknown, which is 0. */
    void day(int year, int month, int day, int from, int to) {
        LocalDate date = date(year, month, day);
        if (date == null) {
            seen(DateReason.NO_DAY, from, to);
        } else {
            dated = true;
            if (year > 0) {
                full(date, date, from, to);
            }
        }
    }

    /** A date that can be read as two days, which stands from one place to another. */
    void full(LocalDate date, LocalDate other, int from, int to) {
        dated = true;
        latest = latest == null || date.isAfter(latest) ? date : latest;
        if (latestOther == null || other.isAfter(latestOther)) {
            latestOther = other;
            otherFrom = from;
            otherTo = to;
        }
    }

    /** That day, in any year if the year is 0; null where the calendar has none such. */
    static @Nullable LocalDate date(int year, int month, int day) {
        boolean possible = month >= 1 && month <= 12 && day >= 1 && day <= 31;
        try {
            return possible ? LocalDate.of(year == 0 ? 2000 : year, month, day) : null;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    DateReader.Times times() {
        if (!dated) {
            return reason == DateReason.NOTHING
                    ? DateReader.Times.NONE
                    : new DateReader.Times(false, null, null, reason, seenFrom, seenTo);
        }
        return latest == null
                ? DateReader.Times.DATED
                : new DateReader.Times(true, latest, latestOther, DateReason.NOTHING, otherFrom, otherTo);
    }
}
