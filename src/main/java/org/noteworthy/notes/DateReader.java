package org.noteworthy.notes;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what a stretch of text says of time: full dates, parts of dates, weekdays, relative days, recurrence. */
final class DateReader {
    private static final int CENTURY = 2000;

    private final Map<String, DateWords> words = new HashMap<>();
    private final DateWords fallback;
    private final boolean monthFirst;

    DateReader(Tables tables, List<String> languages) {
        monthFirst = tables.settings().monthFirst();
        for (String language : languages) {
            words.put(language, new DateWords(tables, languages, language));
        }
        fallback = new DateWords(tables, languages, "und");
    }

    /**
     * What a text says of time.
     *
     * @param dated whether it says anything
     * @param latest the latest date with day, month and year; null if there is none
     */
    record Times(boolean dated, @Nullable LocalDate latest) {
        static final Times NONE = new Times(false, null);
    }

    Times read(String text, int from, int to, String language) {
        return new Pass(text, to, words.getOrDefault(language, fallback)).read(from);
    }

    private final class Pass {
        private final String text;
        private final int to;
        private final DateWords dateWords;
        private final Phrases.Match<DateWords.DateWord> match = new Phrases.Match<>();
        private boolean dated;
        private @Nullable LocalDate latest;
        private int leadEnd = -1;

        // The number read last.
        private int number;
        private int digits;
        private int numberEnd;

        Pass(String text, int to, DateWords dateWords) {
            this.text = text;
            this.to = to;
            this.dateWords = dateWords;
        }

        Times read(int from) {
            int at = from;
            while (at < to) {
                char unit = text.charAt(at);
                if (Letters.isDigit(unit)) {
                    at = beginsRecurrence(at) ? word(at) : number(at);
                } else if (Letters.startsWord(text, at)) {
                    at = word(at);
                } else {
                    at++;
                }
            }
            return dated || latest != null ? new Times(true, latest) : Times.NONE;
        }

        /** Whether a number is part of a word, as in 14-tägig. */
        private boolean beginsRecurrence(int at) {
            return dateWords.longest(text, at, to, match) && match.meaning().kind() == DateWords.Kind.RECURRENCE;
        }

        private int word(int at) {
            if (!dateWords.longest(text, at, to, match)) {
                return Letters.afterWord(text, at, to);
            }
            int end = match.end();
            DateWords.DateWord word = match.meaning();
            switch (word.kind()) {
                case DATE_LEAD -> leadEnd = Markup.afterBlanks(text, end, to);
                case RELATIVE_DAY, RECURRENCE -> dated = true;
                case WEEKDAY -> dated |= !word.alsoAWord() || leadEnd == at || numberAt(skipPoint(end));
                case MONTH -> {
                    return month(at, end, word);
                }
                case TIME_UNIT -> {}
            }
            return end;
        }

        /** A month's name, perhaps with day and year after it: April 30, 2019; March 30th; May 2019; May. */
        private int month(int at, int end, DateWords.DateWord month) {
            int next = skipPoint(end);
            if (!numberAt(next)) {
                dated |= !month.alsoAWord() || leadEnd == at;
                return end;
            }
            dated = true;
            if (digits == 4) {
                return numberEnd;
            }
            int day = number;
            int dayEnd = afterOrdinal(numberEnd);
            int year = yearAfter(dayEnd);
            if (year > 0) {
                full(year, month.month(), day);
                return numberEnd;
            }
            return dayEnd;
        }

        private int number(int at) {
            numberAt(at);
            int first = number;
            int firstDigits = digits;
            int end = numberEnd;
            if (end >= to || firstDigits > 4) {
                return end;
            }
            char sign = Letters.fold(text.charAt(end));
            if ((sign == '-' || sign == '/' || sign == '.') && numberAt(end + 1)) {
                return dotted(first, firstDigits, sign, end);
            }
            int spaced = Markup.afterBlanks(text, end, to);
            if (spaced < to && isEastAsian(text.charAt(spaced))) {
                return eastAsian(first, firstDigits, spaced);
            }
            if (sign == '.' && firstDigits <= 2 && spaced == end) {
                spaced = Markup.afterBlanks(text, end + 1, to);
            }
            return dayBeforeMonth(first, end, spaced);
        }

        /** Numbers with signs between them: 2020-04-30, 04/30/2019, 30.04.2019, 4/30, 30.4. */
        private int dotted(int first, int firstDigits, char sign, int firstEnd) {
            int second = number;
            int secondEnd = numberEnd;
            boolean more = secondEnd < to && Letters.fold(text.charAt(secondEnd)) == sign;
            if (digits > 2 || first == 0 && firstDigits > 2) {
                return firstEnd;
            }
            if (more && numberAt(secondEnd + 1)) {
                if (firstDigits == 4 && digits <= 2) {
                    full(first, second, number);
                } else if (firstDigits <= 2 && (digits == 4 || digits == 2)) {
                    int year = digits == 4 ? number : CENTURY + number;
                    boolean monthLeads = sign != '.' && (monthFirst ? first <= 12 : second > 12);
                    full(year, monthLeads ? first : second, monthLeads ? second : first);
                }
                return numberEnd;
            }
            if (firstDigits <= 2) {
                boolean monthLeads = sign != '.' && monthFirst;
                int month = monthLeads ? first : second;
                int day = monthLeads ? second : first;
                boolean written = sign == '/' || sign == '.' && more && dateWords.points();
                dated |= written && month >= 1 && month <= 12 && day >= 1 && day <= 31;
            }
            return secondEnd;
        }

        /** A number before a month or a unit of time: 30 April 2019, 30. April, 30 de abril de 2019, 3 days. */
        private int dayBeforeMonth(int day, int end, int spaced) {
            int next = afterJoiners(Markup.afterBlanks(text, afterOrdinal(spaced == end ? end : spaced), to));
            if (next >= to
                    || !Letters.startsWord(text, next) && next != end
                    || !dateWords.longest(text, next, to, match)) {
                return end;
            }
            DateWords.DateWord word = match.meaning();
            int wordEnd = match.end();
            if (word.kind() == DateWords.Kind.TIME_UNIT) {
                dated = true;
                return wordEnd;
            }
            if (word.kind() != DateWords.Kind.MONTH || day < 1 || day > 31) {
                return end;
            }
            dated = true;
            int year = yearAfter(skipPoint(wordEnd));
            if (year > 0) {
                full(year, word.month(), day);
                return numberEnd;
            }
            return wordEnd;
        }

        /** 2019 年 4 月 30 日, or the last two or one of it. */
        private int eastAsian(int first, int firstDigits, int signAt) {
            int year = 0;
            int value = first;
            int at = signAt;
            if (text.charAt(at) == '\u5E74') {
                // A year of fewer digits counts from the start of an era, as in 令和2年.
                year = firstDigits == 4 ? first : 0;
                dated = true;
                if (!numberAt(Markup.afterBlanks(text, at + 1, to))) {
                    return at + 1;
                }
                value = number;
                at = Markup.afterBlanks(text, numberEnd, to);
            }
            if (at >= to || text.charAt(at) != '\u6708') {
                dated |= at < to && isDaySign(text.charAt(at));
                return Math.min(to, Math.max(signAt, at) + 1);
            }
            dated = true;
            int month = value;
            int afterMonth = at + 1;
            if (numberAt(Markup.afterBlanks(text, afterMonth, to))) {
                int daySign = Markup.afterBlanks(text, numberEnd, to);
                if (daySign < to && isDaySign(text.charAt(daySign))) {
                    if (year > 0) {
                        full(year, month, number);
                    }
                    return daySign + 1;
                }
            }
            return afterMonth;
        }

        private boolean numberAt(int at) {
            int end = at;
            int value = 0;
            while (end < to && Letters.isDigit(text.charAt(end))) {
                if (end - at < 5) {
                    value = value * 10 + Letters.fold(text.charAt(end)) - '0';
                }
                end++;
            }
            if (end == at) {
                return false;
            }
            number = value;
            digits = end - at;
            numberEnd = end;
            return true;
        }

        /** The four-digit year after a day or a month, or 0; leaves numberEnd after it. */
        private int yearAfter(int at) {
            int next = afterJoiners(Markup.afterBlanks(text, at, to));
            if (next < to && Letters.fold(text.charAt(next)) == ',') {
                next = Markup.afterBlanks(text, next + 1, to);
            }
            return numberAt(afterJoiners(next)) && digits == 4 ? number : 0;
        }

        /** Steps over words that lead to a date, as in 30 de abril de 2019 or 30th of April. */
        private int afterJoiners(int at) {
            if (at < to
                    && Letters.startsWord(text, at)
                    && dateWords.longest(text, at, to, match)
                    && match.meaning().kind() == DateWords.Kind.DATE_LEAD) {
                return Markup.afterBlanks(text, match.end(), to);
            }
            return at;
        }

        private int skipPoint(int at) {
            int next = at < to && text.charAt(at) == '.' ? at + 1 : at;
            return Markup.afterBlanks(text, next, to);
        }

        private int afterOrdinal(int at) {
            if (at < to && (text.charAt(at) == '\u00BA' || text.charAt(at) == '\u00AA')) {
                return at + 1;
            }
            if (at + 1 < to && Letters.endsWord(text, at + 2)) {
                char first = Letters.fold(text.charAt(at));
                char second = Letters.fold(text.charAt(at + 1));
                boolean ordinal = first == 's' && second == 't'
                        || first == 'n' && second == 'd'
                        || first == 'r' && second == 'd'
                        || first == 't' && second == 'h';
                return ordinal ? at + 2 : at;
            }
            return at;
        }

        private boolean isEastAsian(char unit) {
            return unit == '\u5E74' || unit == '\u6708' || isDaySign(unit);
        }

        private boolean isDaySign(char unit) {
            return unit == '\u65E5' || unit == '\u53F7';
        }

        private void full(int year, int month, int day) {
            try {
                LocalDate date = LocalDate.of(year, month, day);
                dated = true;
                if (latest == null || date.isAfter(latest)) {
                    latest = date;
                }
            } catch (DateTimeException noSuchDay) {
                // 31 June states no day; the words around it may still state one.
                return;
            }
        }
    }
}
