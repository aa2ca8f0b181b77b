package org.noteworthy.playbooks.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Days in rules, which are written year-month-day: so written, they stand in the order of the alphabet. */
public final class Days {
    private static final int LENGTH = 10;
    private static final String WRITTEN = "[0-9]{4}-[01][0-9]-[0-3][0-9]";
    private static final Pattern DAY = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})([-/.年]?)([0-9]{1,2})[-/.月]?([0-9]{1,2})日?");
    private static final Pattern YEAR_LAST = Pattern.compile("([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})");
    private static final String AS = " A rule writes a day as year-month-day, such as 2020-03-25.";

    private Days() {}

    /** The day that a text is as rules write it. */
    public static Optional<LocalDate> of(String text) {
        Matcher day = DAY.matcher(text);
        return day.matches() ? day(day.group(1), day.group(2), day.group(3)) : Optional.empty();
    }

    /** What is wrong with a text that should be a day, and what to write instead; empty if it is one. */
    public static Optional<String> refusal(String text) {
        if (of(text).isPresent()) {
            return Optional.empty();
        }
        if (DAY.matcher(text).matches()) {
            return Optional.of("There is no day \"" + text + "\"." + lastOf(text.substring(0, LENGTH - 3)));
        }
        String meant = meant(text.strip()).map(LocalDate::toString).distinct().collect(Collectors.joining(" or "));
        return Optional.of(
                "\"" + text + "\" is not a day as rules write it." + (meant.isEmpty() ? AS : " Write " + meant + "."));
    }

    /** Whether a text can stand somewhere in a day, at its start or at its end if that is asked for. */
    public static boolean partOfDay(String text, boolean atStart, boolean atEnd) {
        int most = LENGTH - text.length();
        for (int at = atEnd ? Math.max(0, most) : 0; at <= (atStart ? 0 : most); at++) {
            String whole =
                    "2000-01-01".substring(0, at) + text + "2000-01-01".substring(Math.min(LENGTH, at + text.length()));
            if (whole.matches(WRITTEN)) {
                return true;
            }
        }
        return false;
    }

    private static Stream<LocalDate> meant(String text) {
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches()) {
            return day(first.group(1), first.group(3), first.group(4)).stream();
        }
        Matcher last = YEAR_LAST.matcher(text);
        return last.matches()
                ? Stream.of(
                                day(last.group(3), last.group(1), last.group(2)),
                                day(last.group(3), last.group(2), last.group(1)))
                        .flatMap(Optional::stream)
                : Stream.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String lastOf(String month) {
        try {
            return " The last one of that month is " + YearMonth.parse(month).atEndOfMonth() + ".";
        } catch (DateTimeException e) {
            return AS;
        }
    }
}
