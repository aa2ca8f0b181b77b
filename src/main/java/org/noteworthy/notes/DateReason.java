package org.noteworthy.notes;

/** Why a text does not say when, or says what has gone by, under the key that the table uses. */
public enum DateReason implements Tables.Keyed {
    /** There is nothing in it that looks like a time. */
    NOTHING("nothing"),
    /** It says how long, not when. */
    LENGTH("length"),
    /** What it names has gone by. */
    PAST("past"),
    /** The calendar has no such day. */
    NO_DAY("noDay"),
    /** A number that says which, and not of what. */
    ORDINAL("ordinal"),
    /** A time of day, and not of which day. */
    CLOCK("clock"),
    /** A part of a whole. */
    PART("part"),
    /** The number of something else, such as a room. */
    NUMBER("number"),
    /** A name of a day or month that is an ordinary word, and not written as a name. */
    WORD("word"),
    /** Every full date has gone by. */
    ALL_PAST("allPast"),
    /** The same, unless the day and the month of one stand the other way round. */
    EITHER_ORDER("eitherOrder");

    private final String key;

    DateReason(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
