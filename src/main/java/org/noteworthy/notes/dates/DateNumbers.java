package org.noteworthy.notes.dates;

import static org.noteworthy.notes.DateWordKind.*;

import org.noteworthy.notes.DateReason;
import org.noteworthy.notes.DateWordKind;
import org.noteworthy.notes.dates.DateWords.DateWord;
import org.noteworthy.notes.text.Letters;

/** What a number says of time with what stands around it: the day of a month, a length to come or gone by, or nothing. */
final class DateNumbers {
    static final long ANY_UNIT = bits(UNIT, UNITS);
    private static final long SIGNS = bits(YEAR_SIGN, MONTH_SIGN, DAY_SIGN);
    private static final long GONE_BY = bits(PAST_LEAD, LAST);
    private static final long TO_COME = bits(PLAN_LEAD, NEXT);
    private static final long BETWEEN = bits(FILLER, DATE_LEAD);
    private static final long LENGTH_ENDS = bits(PAST_END, PLAN_END);

    private final DateText text;
    private final DateSight sight;
    private final DateLeads leads;

    // The number read last.
    private int value;
    private int digits;
    private int numeralEnd;

    DateNumbers(DateText text, DateSight sight, DateLeads leads) {
        this.text = text;
        this.sight = sight;
        this.leads = leads;
    }

    /** Reads a number in figures or in words; one in words has no value here and may be several words. */
    private boolean numeral(int at) {
        if (text.numberAt(at)) {
            value = text.number();
            digits = text.digits();
            numeralEnd = text.numberEnd();
            return true;
        }
        value = 0;
        digits = 0;
        numeralEnd = -1;
        int next = at;
        while (next < text.to && text.wordAt(next, NUMBER)) {
            numeralEnd = text.wordEnd();
            next = text.afterJoint(numeralEnd);
        }
        return numeralEnd > 0;
    }

    /** What a number says with what stands behind it: a day before a month, a unit of time, a sign of the calendar. */
    int counted(int from) {
        numeral(from);
        int firstEnd = numeralEnd;
        if (digits > 4) {
            return firstEnd;
        }
        int ordinalEnd = digits > 0 ? text.afterOrdinal(firstEnd) : firstEnd;
        boolean ordinal = ordinalEnd > firstEnd;
        int firstValue = value;
        int firstDigits = digits;
        int end = ordinalEnd;
        int second = afterRange(ordinalEnd);
        if (second > 0 && numeral(second)) {
            end = digits > 0 ? text.afterOrdinal(numeralEnd) : numeralEnd;
        } else if (second > 0) {
            numeral(from);
        }
        int after = counts(from, end, ordinal);
        if (after > 0) {
            return after;
        }
        if (firstDigits > 0 && firstDigits <= 2) {
            dayAlone(from, ordinalEnd, firstValue, ordinal);
        }
        return ordinalEnd;
    }

    /** Where the second number of a range may begin, as in 2-3 weeks or two to three; -1 if there is none. */
    private int afterRange(int end) {
        int next = text.afterRangeSign(end);
        if (next < 0 && text.wordAt(text.afterBlanks(end), RANGE)) {
            next = text.afterBlanks(text.wordEnd());
        }
        return next < text.to ? next : -1;
    }

    /** What the number read last counts or names; 0 if nothing of time. */
    private int counts(int from, int numberEnd, boolean ordinal) {
        boolean point = digits > 0 && digits <= 2 && text.at(numberEnd) == '.';
        int end = point ? numberEnd + 1 : numberEnd;
        boolean hyphen = text.at(end) == '-';
        int next = hyphen ? end + 1 : text.afterBlanks(end);
        if (next > end && next < text.to && !Letters.startsWord(text.text, next) || !text.wordAt(next)) {
            return 0;
        }
        if (text.word().isOf(BETWEEN)) {
            int beyond = text.afterBlanks(text.wordEnd());
            boolean month = text.word().is(DATE_LEAD);
            if (!text.wordAt(beyond) || month && !text.word().is(MONTH)) {
                text.wordAt(next);
            } else {
                next = beyond;
            }
        }
        DateWord word = text.word();
        int wordEnd = text.wordEnd();
        if (digits > 0 && word.is(MONTH) && digits <= 2 && value <= 31) {
            int year = text.yearAfter(text.at(wordEnd) == '-' ? wordEnd + 1 : text.afterPoint(wordEnd));
            int last = year > 0 ? text.numberEnd() : wordEnd;
            sight.day(year, word.month(), value, from, last);
            return last;
        }
        if (word.isOf(SIGNS) && !hyphen) {
            int signed = signs(from, wordEnd, word);
            if (signed > 0) {
                return signed;
            }
        }
        if (ordinal && word.is(PERIOD) && value >= word.low() && value <= word.high()) {
            sight.dated();
            return wordEnd;
        }
        if (word.isOf(ANY_UNIT)) {
            length(from, wordEnd, hyphen, word.is(UNIT) && digits > 0 && value != 1);
            return wordEnd;
        }
        if (word.is(CLOCK)) {
            sight.seen(DateReason.CLOCK, from, wordEnd);
            return wordEnd;
        }
        return 0;
    }

    /** A number of units: a time to come, one gone by, or just a length. */
    private void length(int from, int end, boolean hyphen, boolean singular) {
        int next = text.afterBlanks(text.at(end) == '\'' ? end + 1 : end);
        boolean follows = text.wordAt(next);
        if (follows && text.word().is(PAST_END)) {
            sight.seen(DateReason.PAST, leads.from(from), text.wordEnd());
        } else if (follows && text.word().is(PLAN_END)) {
            sight.dated();
        } else if (leads.led(from, GONE_BY)) {
            sight.seen(DateReason.PAST, leads.from(from), end);
        } else if (!hyphen && isToCome(from, end, singular)) {
            sight.dated();
        } else {
            sight.seen(DateReason.LENGTH, from, end);
        }
    }

    private boolean isToCome(int from, int end, boolean singular) {
        if (leads.led(from, TO_COME)) {
            return !singular || text.endsDay(end);
        }
        return !leads.led(from, LENGTH_LEAD.bit()) && text.endsClause(end);
    }

    /** The number of a day and nothing else: by the 21st. */
    private void dayAlone(int from, int end, int day, boolean ordinal) {
        if (day < 1 || day > 31 || !ordinal && !leads.led(from, BARE_DAY_LEAD.bit())) {
            return;
        }
        boolean letters = ordinal && Letters.isWord(text.text.charAt(end - 1));
        boolean alone = text.endsClause(end);
        if (leads.led(from, DateLeads.TO_A_DAY)
                ? text.endsDay(end) || ordinal && !letters && text.startsSmall(text.afterBlanks(end))
                : letters && alone && text.withinClause(from)) {
            sight.dated();
        } else if (letters && alone) {
            sight.seen(DateReason.ORDINAL, from, end);
        }
    }

    /** 2019 年 4 月 30 日, or the last two or one of it; 0 if the sign is that of a unit. */
    private int signs(int from, int signEnd, DateWord sign) {
        int year = 0;
        int at = signEnd;
        boolean inWords = digits == 0;
        if (sign.is(YEAR_SIGN)) {
            // A year of fewer digits counts from the start of an era, as in 令和2年.
            year = digits == 4 ? value : 0;
            boolean month = numeral(text.afterBlanks(signEnd)) && signAt(MONTH_SIGN);
            if (!month) {
                if (year > 0) {
                    sight.dated();
                }
                return year > 0 ? signEnd : 0;
            }
            inWords |= digits == 0;
            at = text.wordEnd();
        } else if (!sign.is(MONTH_SIGN)) {
            return day(from, signEnd, sign);
        }
        int month = value;
        if (numeral(text.afterBlanks(at)) && signAt(DAY_SIGN)) {
            int end = text.wordEnd();
            if (inWords || digits == 0) {
                sight.dated();
            } else {
                sight.day(year, month, value, from, end);
            }
            return end;
        }
        if (inWords || month >= 1 && month <= 12) {
            sight.dated();
        } else {
            sight.seen(DateReason.NO_DAY, from, at);
        }
        return at;
    }

    private boolean signAt(DateWordKind kind) {
        return text.wordAt(text.afterBlanks(numeralEnd), kind);
    }

    /** The number of a day with its sign, unless what follows makes it a length. */
    private int day(int from, int end, DateWord sign) {
        boolean length = sign.isOf(ANY_UNIT)
                && (text.wordAt(text.afterBlanks(end)) && text.word().isOf(LENGTH_ENDS) || value > 31);
        if (length) {
            return 0;
        }
        if (digits == 0 || value >= 1 && value <= 31) {
            sight.dated();
        } else {
            sight.seen(DateReason.NO_DAY, from, end);
        }
        return end;
    }
}
