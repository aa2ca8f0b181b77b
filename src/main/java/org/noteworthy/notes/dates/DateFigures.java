package org.noteworthy.notes.dates;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.DateReason;
import org.noteworthy.notes.DateWordKind;
import org.noteworthy.notes.text.Letters;

/** Reads numbers with signs between them: 2020-04-30, 04/30/2019, 30.04.2019, 4/30, 30.4., 06/2020. */
final class DateFigures {
    private static final int CENTURY = 2000;

    private final DateText text;
    private final DateSight sight;
    private final int[] numbers = new int[3];
    private final int[] digits = new int[3];

    DateFigures(DateText text, DateSight sight) {
        this.text = text;
        this.sight = sight;
    }

    /** Whether a sign follows there, and a number after it. */
    static boolean go(DateText text, int end) {
        char sign = text.at(end);
        return (sign == '-' || sign == '/' || sign == '.') && text.digitAt(end + 1);
    }

    /**
     * Reads the numbers from there on.
     *
     * @param led whether a word that leads to a date stands before them
     * @param numbered whether a word stands before them whose number is no date
     * @return where they end; the same place where they are a range of numbers, and no date
     */
    int read(int from, boolean led, boolean numbered) {
        char sign = 0;
        int count = 0;
        int at = from;
        while (text.numberAt(at)) {
            if (count < 3) {
                numbers[count] = text.number();
                digits[count] = text.digits();
            }
            count++;
            at = text.numberEnd();
            char next = text.at(at);
            boolean more = DateFigures.go(text, at) && (count == 1 || next == sign);
            if (!more) {
                break;
            }
            sign = next;
            at++;
        }
        boolean other = text.at(at) != sign && DateFigures.go(text, at);
        boolean range = other && (text.at(at) == '-' || sign == '-') && count <= 3;
        if (numbered || !led && isGlued(from) || count > 3 || other && !range) {
            if (numbered
                    && sign == '/'
                    && count == 2
                    && (mayBeDay(numbers[0], numbers[1]) || mayBeDay(numbers[1], numbers[0]))) {
                sight.seen(DateReason.NUMBER, from, at);
            }
            return afterAll(at);
        }
        if (count == 3) {
            three(sign, led, from, at);
            return at;
        }
        if (sign == '-' && digits[0] <= 2 && digits[1] <= 2) {
            return from;
        }
        two(sign, led, from, at);
        return at;
    }

    /** Whether the numbers go on what stands before them, as in v1.2. */
    private boolean isGlued(int from) {
        if (from < 2 || !Letters.isWord(text.text.charAt(from - 2))) {
            return false;
        }
        char sign = Letters.fold(text.text.charAt(from - 1));
        return sign == '.' || sign == '/' || sign == '-';
    }

    private int afterAll(int from) {
        int at = from;
        while (go(text, at) && text.numberAt(at + 1)) {
            at = text.numberEnd();
        }
        return at;
    }

    private void three(char sign, boolean led, int from, int to) {
        if (digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2) {
            sight.day(numbers[0], numbers[1], numbers[2], from, to);
            return;
        }
        boolean inFull = digits[2] == 4;
        boolean dated = digits[0] <= 2
                && digits[1] <= 2
                && (inFull || digits[2] == 2 && (sign != '.' || text.words.points() || led));
        if (!dated) {
            return;
        }
        int year = inFull ? numbers[2] : CENTURY + numbers[2];
        LocalDate dayFirst = DateSight.date(year, numbers[1], numbers[0]);
        LocalDate monthFirst = sign == '.' ? null : DateSight.date(year, numbers[0], numbers[1]);
        LocalDate first = text.words.monthFirst() ? or(monthFirst, dayFirst) : or(dayFirst, monthFirst);
        LocalDate second = text.words.monthFirst() ? or(dayFirst, monthFirst) : or(monthFirst, dayFirst);
        if (first != null && second != null) {
            sight.full(first, text.words.orderTold() ? first : second, from, to);
        } else if (inFull) {
            sight.seen(DateReason.NO_DAY, from, to);
        }
    }

    private static @Nullable LocalDate or(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null ? other : one;
    }

    private void two(char sign, boolean led, int from, int to) {
        boolean ended = sign != '.' || text.at(to) == '.';
        boolean plain = sign != '.' || led || text.words.points() && ended;
        if (!plain || text.at(to) == '%') {
            return;
        }
        if (digits[0] == 4 || digits[1] == 4) {
            int year = digits[0] == 4 ? numbers[0] : numbers[1];
            int month = digits[0] == 4 ? numbers[1] : numbers[0];
            if (year >= CENTURY && year < CENTURY + 100 && month >= 1 && month <= 12) {
                sight.dated();
            }
            return;
        }
        if (digits[0] > 2 || digits[1] > 2) {
            return;
        }
        if (isFraction(to)) {
            sight.seen(DateReason.PART, from, to);
            return;
        }
        // A version of one digit and one or two, as in 10.4, is a date only where a word or the language says so.
        boolean sure = ended || text.words.points() || digits[1] == 2;
        boolean dayFirst = sure && DateSight.date(0, numbers[1], numbers[0]) != null;
        boolean monthFirst = sign != '.' && DateSight.date(0, numbers[0], numbers[1]) != null;
        if (dayFirst || monthFirst) {
            sight.dated();
        } else if (sure && (mayBeDay(numbers[0], numbers[1]) || sign != '.' && mayBeDay(numbers[1], numbers[0]))) {
            sight.seen(DateReason.NO_DAY, from, to);
        }
    }

    private static boolean mayBeDay(int day, int month) {
        return day >= 1 && day <= 31 && month >= 1 && month <= 12;
    }

    private boolean isFraction(int end) {
        return numbers[0] <= 12 && numbers[1] <= 12 && text.wordAt(text.afterBlanks(end), DateWordKind.OF);
    }
}
