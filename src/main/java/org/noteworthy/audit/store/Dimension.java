package org.noteworthy.audit.store;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.noteworthy.audit.InvalidQueryException;

/** What decisions can be grouped by. */
public enum Dimension {
    DAY("day"),
    WEEK("week"),
    MONTH("month"),
    RULE("rule"),
    SEVERITY("severity"),
    ROLE("role"),
    NOTE_TYPE("noteType"),
    EDITION("edition"),
    DIGEST("digest"),
    VERDICT("verdict"),
    AUTHOR("author"),
    CALLER("caller"),
    IDENTITY("identity");

    /** The most that groups are made by at once. */
    private static final int MOST = 2;

    private final String word;

    Dimension(String word) {
        this.word = word;
    }

    /** The name by which callers ask. */
    public String word() {
        return word;
    }

    /** The names of all. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Dimension::word).toList();
    }

    /**
     * Reads one name or two with a comma between.
     *
     * @throws InvalidQueryException if there is no such name, or it is given twice
     */
    public static List<Dimension> read(String given) {
        List<Dimension> read = new ArrayList<>();
        for (String name : given.split(",", -1)) {
            Dimension found = Arrays.stream(values())
                    .filter(each -> each.word.equals(name))
                    .findFirst()
                    .orElseThrow(() -> InvalidQueryException.unknown("by", name, words()));
            if (read.contains(found) || read.size() == MOST) {
                throw new InvalidQueryException("by takes one name or two different ones, such as week,rule; not \""
                        + given + "\". Leave one out.");
            }
            read.add(found);
        }
        return read;
    }

    /** Whether a decision is in several of its groups, one for each rule or severity that it found broken. */
    boolean ofFindings() {
        return this == RULE || this == SEVERITY;
    }

    /** Whether it needs the names that decisions tell. */
    boolean ofNames() {
        return this == AUTHOR || this == CALLER || this == IDENTITY;
    }

    /** Whether it is a part of the calendar, of which there are only so many. */
    boolean ofTime() {
        return this == DAY || this == WEEK || this == MONTH;
    }

    /** The name of a day's week, of ISO 8601, such as {@code 2020-W23}. */
    static String week(long epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
