package org.noteworthy.input;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day as the cell of a table says it where that is not the ISO form: in figures with the year first, with the month or the day first, with
 * the name of the month, or as a spreadsheet counts days. A time after it does not count, nor does its zone.
 *
 * @param date the day; null where there is a problem
 * @param problem the end of a sentence that begins with the field's name; null where there is a date
 */
record WrittenDay(@Nullable LocalDate date, @Nullable String problem) {
    private static final int LONGEST = 100;
    private static final Pattern TIME = Pattern.compile("(?<=\\d)[\\s,T]+\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d+)?)?"
            + "(\\s*[ap]\\.?\\s?m\\.?)?(\\s*(z|utc|gmt|[+-]\\d{2}(:?\\d{2})?))?$");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})\\s?[^\\d\\s]\\s?(\\d{1,2})\\s?[^\\d\\s]\\s?(\\d{1,2})[^\\d\\s]?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([/.-])\\s?(\\d{1,2})\\2\\s?(\\d{4})");
    private static final Pattern FIGURES = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SERIAL = Pattern.compile("([1-9]\\d{4})(\\.\\d+)?");
    private static final Pattern PARTS = Pattern.compile("\\d+|[^\\d\\s.,/-]+");
    /** Spreadsheets count days from here, if not from the same day of 1904. */
    private static final LocalDate FIRST_COUNTED = LocalDate.of(1899, 12, 30);

    static WrittenDay read(String cell, FieldWords words) {
        String written = cell.strip();
        if (written.length() > LONGEST) {
            return wrong(cell);
        }
        String day = withoutTime(written.toLowerCase(Locale.ROOT));
        for (Pattern yearFirst : List.of(YEAR_FIRST, FIGURES)) {
            Matcher parts = yearFirst.matcher(day);
            if (parts.matches()) {
                return of(cell, number(parts, 1), number(parts, 2), number(parts, 3));
            }
        }
        Matcher parts = YEAR_LAST.matcher(day);
        if (parts.matches()) {
            return yearLast(cell, parts, words);
        }
        Matcher serial = SERIAL.matcher(day);
        if (serial.matches()) {
            return new WrittenDay(FIRST_COUNTED.plusDays(number(serial, 1)), null);
        }
        return named(cell, day, words);
    }

    private static String withoutTime(String day) {
        Matcher time = TIME.matcher(day);
        return time.find() ? day.substring(0, time.start()) : day;
    }

    /** With points, the day comes first wherever days are so written; else it may be either. */
    private static WrittenDay yearLast(String cell, Matcher parts, FieldWords words) {
        int first = number(parts, 1);
        int second = number(parts, 3);
        int year = number(parts, 4);
        boolean either = first <= 12 && second <= 12 && first != second;
        if (parts.group(2).equals(".") || first > 12) {
            return of(cell, year, second, first);
        }
        if (either && words.monthFirst() == null) {
            return new WrittenDay(
                    null, " is " + Quoted.of(cell) + ", which may be a day of two months; write it as in 2020-03-25.");
        }
        boolean monthFirst = second > 12 || Objects.requireNonNullElse(words.monthFirst(), true);
        return monthFirst ? of(cell, year, first, second) : of(cell, year, second, first);
    }

    /** A month's name, a day and a year; besides, there may be short words and the weekday's name. */
    private static WrittenDay named(String cell, String day, FieldWords words) {
        List<Integer> numbers = new ArrayList<>();
        Integer month = null;
        int others = 0;
        Matcher parts = PARTS.matcher(day);
        while (parts.find()) {
            String part = parts.group();
            Integer named = words.months().get(part);
            if (Character.isDigit(part.charAt(0))) {
                numbers.add(part.length() > 4 ? 0 : Integer.parseInt(part));
            } else if (named == null) {
                others++;
            } else if (month == null) {
                month = named;
            } else {
                return wrong(cell);
            }
        }
        if (month == null || numbers.size() != 2 || others > 2) {
            return wrong(cell);
        }
        int first = numbers.get(0);
        int second = numbers.get(1);
        return first > 999 ? of(cell, first, month, second) : of(cell, second, month, first);
    }

    private static WrittenDay of(String cell, int year, int month, int day) {
        try {
            return year < 1000 ? wrong(cell) : new WrittenDay(LocalDate.of(year, month, day), null);
        } catch (DateTimeException e) {
            return wrong(cell);
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static WrittenDay wrong(String cell) {
        return new WrittenDay(null, Days.wrong("", cell));
    }
}
