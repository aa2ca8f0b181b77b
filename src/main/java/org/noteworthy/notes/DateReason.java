package org.noteworthy.notes;

/** Why a text does not say when, under the key that the table uses. */
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
    CLOCK("clock");

    private final String key;

    DateReason(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
