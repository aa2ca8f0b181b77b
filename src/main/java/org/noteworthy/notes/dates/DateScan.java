package org.noteworthy.notes.dates;

import static org.noteworthy.notes.DateWordKind.*;

import org.noteworthy.notes.DateReason;
import org.noteworthy.notes.dates.DateWords.DateWord;
import org.noteworthy.notes.text.Letters;

/**
 * One reading of a text for times, from its start to its end.
 *
 * <p>The grammar: a time is a word that says when by itself, a name of a day or month, a day in figures, a numbered period,
 * or a unit or length that a word before or after it makes one to come. Each step begins at a word or number and ends after
 * all that it has looked at and taken, so that the reading is linear in the text.
 */
final class DateScan {
    private static final long TO_A_NAME = bits(DATE_LEAD, NEXT, EDGE);
    private static final long STRETCH = bits(UNIT, UNITS, PERIOD, MONTH, NEXT, FILLER);
    private static final long SAYS_WHEN = bits(RELATIVE_DAY, RECURRENCE);

    private final DateText text;
    private final DateSight sight = new DateSight();
    private final DateFigures figures;
    private final DateNumbers numbers;
    private final DateLeads leads = new DateLeads();

    DateScan(String text, int to, DateWords words) {
        this.text = new DateText(text, to, words);
        figures = new DateFigures(this.text, sight);
        numbers = new DateNumbers(this.text, sight, leads);
    }

    DateReader.Times read(int from) {
        int at = from;
        while (at < text.to) {
            if (text.digitAt(at)) {
                at = number(at);
            } else if (Letters.startsWord(text.text, at)) {
                at = text.wordAt(at) ? word(at) : Letters.afterWord(text.text, at, text.to);
            } else {
                at++;
            }
        }
        return sight.times();
    }

    /** A word of the table; what it says depends on what leads to it and what follows. */
    private int word(int at) {
        DateWord word = text.word();
        int end = text.wordEnd();
        if (word.is(NO_TIME)) {
            return end;
        }
        if (word.is(NUMBER)) {
            int counted = numbers.counted(at);
            if (counted > end || !word.isOf(DateLeads.ANY_OR_FILLER)) {
                return counted;
            }
        }
        if (word.is(PERIOD) && period(at, end, word)) {
            return text.numberEnd();
        }
        if (word.is(MONTH)) {
            int named = month(at, end, word);
            if (named > 0) {
                return named;
            }
        }
        if (word.is(WEEKDAY)) {
            weekday(at, end, word);
        } else if (word.isOf(DateNumbers.ANY_UNIT)) {
            unit(at, end);
        }
        if (word.isOf(SAYS_WHEN)) {
            sight.dated();
        }
        if (word.is(PAST_DAY)) {
            sight.seen(DateReason.PAST, at, end);
        }
        leads.take(word, at, text.afterJoint(end));
        return end;
    }

    /** A word with a number behind it, as in week 20 or Q3; a single letter has it at once. */
    private boolean period(int at, int end, DateWord word) {
        int next = text.afterPoint(end);
        if (!text.digitAt(next)) {
            next = text.afterJoint(end);
        }
        boolean meant = (next == end || end - at > 1)
                && text.numberAt(next)
                && text.number() >= word.low()
                && text.number() <= word.high();
        if (meant) {
            sight.dated();
        }
        return meant;
    }

    /** A name that is an ordinary word or an ordinal too needs a word before it, a number after it, or to look like a name. */
    private boolean isNamed(int at, int end, DateWord word) {
        if (word.is(ALSO_AN_ORDINAL)) {
            return (leads.led(at, DateLeads.TO_A_DAY) || text.withinClause(at)) && text.endsDay(end);
        }
        return !word.is(ALSO_A_WORD)
                || leads.led(at, TO_A_NAME)
                || text.digitAt(text.afterPoint(end))
                || text.isNamed(at, end);
    }

    private void weekday(int at, int end, DateWord word) {
        boolean named = isNamed(at, end, word);
        if (leads.led(at, LAST.bit()) || text.wordAt(text.afterBlanks(end), PAST_END)) {
            goneBy(at, end);
        } else if (named) {
            sight.dated();
        } else {
            ordinary(at, end);
        }
    }

    /** A name that is not written as one is told where nothing follows that would make it an ordinary word. */
    private void ordinary(int at, int end) {
        if (text.endsClause(end)) {
            sight.seen(DateReason.WORD, at, end);
        }
    }

    /** What has gone by, unless it is the last of something, as in the last Friday of the month. */
    private void goneBy(int at, int end) {
        int next = text.afterBlanks(end);
        if (leads.led(at, LAST.bit()) && isOfATime(next)) {
            sight.dated();
        } else {
            sight.seen(DateReason.PAST, leads.from(at), text.wordAt(next, PAST_END) ? text.wordEnd() : end);
        }
    }

    private boolean isOfATime(int at) {
        return text.wordAt(at, OF)
                && text.wordAt(text.afterBlanks(text.wordEnd()))
                && text.word().isOf(STRETCH);
    }

    /** A unit without a number: next week, end of month, week after next. */
    private void unit(int at, int end) {
        int next = text.afterJoint(end);
        if (leads.led(at, LAST.bit()) || text.wordAt(next, PAST_END)) {
            goneBy(at, end);
        } else if (leads.led(at, NEXT.bit() | EDGE.bit()) || text.wordAt(next, NEXT_END)) {
            sight.dated();
        }
    }

    /** A month's name, perhaps with day and year after it: April 30, 2019; March 30th; May 2019; May. 0 if it is none. */
    private int month(int at, int end, DateWord month) {
        int next = text.afterPoint(end);
        if (!text.digitAt(next)) {
            next = text.at(end) == '-' ? end + 1 : next;
        }
        boolean number = text.numberAt(next);
        if (number && text.isYear()) {
            sight.dated();
            return text.numberEnd();
        }
        if (number && text.digits() <= 2 && text.number() <= 31) {
            int day = text.number();
            int dayEnd = text.afterOrdinal(text.numberEnd());
            int range = text.afterRangeSign(dayEnd);
            if (range > 0 && text.numberAt(range) && text.digits() <= 2 && text.number() > day) {
                day = text.number();
                dayEnd = text.numberEnd();
            }
            int year = text.yearAfter(dayEnd);
            int last = year > 0 ? text.numberEnd() : dayEnd;
            sight.day(year, month.month(), day, at, last);
            return last;
        }
        boolean named = isNamed(at, end, month);
        if (named && leads.led(at, LAST.bit())) {
            goneBy(at, end);
        } else if (named) {
            sight.dated();
        } else {
            ordinary(at, end);
            return 0;
        }
        return end;
    }

    /** A number in figures, or a word that begins with one. */
    private int number(int at) {
        if (text.wordAt(at)) {
            return word(at);
        }
        text.numberAt(at);
        int end = text.numberEnd();
        if (text.at(end) == ':' && text.digits() <= 2 && text.numberAt(end + 1)) {
            sight.seen(DateReason.CLOCK, at, text.numberEnd());
            return text.numberEnd();
        }
        if (DateFigures.go(text, end)) {
            int after = figures.read(at, leads.led(at, DateLeads.TO_A_DAY), leads.led(at, NUMBERED.bit()));
            if (after > at) {
                return after;
            }
        }
        return numbers.counted(at);
    }
}
