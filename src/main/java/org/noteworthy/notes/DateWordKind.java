package org.noteworthy.notes;

/** What a word can say of time, under the key that the table uses; a word can have several rows. */
public enum DateWordKind implements Tables.Keyed {
    /** A month's name; the value is its number. */
    MONTH("month"),
    /** A weekday's name, or one for the end of the week. */
    WEEKDAY("weekday"),
    /** A month's or weekday's name that is an ordinary word too, and needs company to count. */
    ALSO_A_WORD("alsoAWord"),
    /** A weekday's name that is an ordinal too, and counts where nothing stands behind it that it could count. */
    ALSO_AN_ORDINAL("alsoAnOrdinal"),
    /** Says when by itself: tomorrow. */
    RELATIVE_DAY("relativeDay"),
    /** Names a day that has gone by: yesterday. */
    PAST_DAY("pastDay"),
    /** Says that something comes again and again. */
    RECURRENCE("recurrence"),
    /** Never says when, though a part of it looks so. */
    NO_TIME("noTime"),
    /** A number in words. */
    NUMBER("number"),
    /** One unit of time: day. */
    UNIT("unit"),
    /** Several units of time, or a unit that has no form for several: days. */
    UNITS("units"),
    /** Has a number behind it, and with it names a stretch of the calendar: week 20; the value is the numbers it can have. */
    PERIOD("period"),
    /** Makes the unit, weekday or length behind it one to come: next. */
    NEXT("next"),
    /** Makes the unit, weekday or length behind it one gone by: last. */
    LAST("last"),
    /** Names an end or the middle of the unit or month behind it: end of. */
    EDGE("edge"),
    /** Makes the unit before it one to come: after next. */
    NEXT_END("nextEnd"),
    /** Makes the length behind it a time to come: within. */
    PLAN_LEAD("planLead"),
    /** Makes the length before it a time to come: from now. */
    PLAN_END("planEnd"),
    /** Makes the length behind it one gone by: since. */
    PAST_LEAD("pastLead"),
    /** Makes what stands before it one gone by: ago. */
    PAST_END("pastEnd"),
    /** Says that the length behind it is just that: for. */
    LENGTH_LEAD("lengthLead"),
    /** May stand between such a word and what it leads to, or between a number and its unit: the. */
    FILLER("filler"),
    /** Stands between two numbers of which one is meant: two to three. */
    RANGE("range"),
    /** Stands before a date. */
    DATE_LEAD("dateLead"),
    /** Stands before the number of a day that has the ending of an ordinal: the. */
    DAY_LEAD("dayLead"),
    /** Stands before the mere number of a day. */
    BARE_DAY_LEAD("bareDayLead"),
    /** Ends a number that says which: st. */
    ORDINAL_END("ordinalEnd"),
    /** Makes two numbers before it a fraction, and a length before it a length of something: of. */
    OF("of"),
    /** May follow the day of a month; what other words follow may be what is counted. */
    FOLLOW("follow"),
    /** Has a number behind it that is no date: room. */
    NUMBERED("numbered"),
    /** Stands after the number of a year. */
    YEAR_SIGN("yearSign"),
    /** Stands after the number of a month. */
    MONTH_SIGN("monthSign"),
    /** Stands after the number of a day. */
    DAY_SIGN("daySign"),
    /** Stands after the hour of a day. */
    CLOCK("clock"),
    /** No word but the sign between two numbers of a date; the value is which of them comes first in that language. */
    FIGURES("figures");

    /** The value of a word that counts only in notes of its language. */
    public static final String OWN = "own";

    /** The values of {@link #FIGURES}. */
    public static final String MONTH_FIRST = "month-first";

    /** The values of {@link #FIGURES}. */
    public static final String DAY_FIRST = "day-first";

    private final String key;

    DateWordKind(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    /** A bit of its own. */
    @SuppressWarnings("EnumOrdinal")
    public // any bit will do, as long as no two kinds share it
    long bit() {
        return 1L << ordinal();
    }

    /** The bits of some kinds. */
    public static long bits(DateWordKind... kinds) {
        long bits = 0;
        for (DateWordKind kind : kinds) {
            bits |= kind.bit();
        }
        return bits;
    }
}
