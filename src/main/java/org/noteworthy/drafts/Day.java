package org.noteworthy.drafts;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Days as editions are named by them. */
final class Day {
    private Day() {}

    /** Whether an edition can be named so. */
    static boolean isDay(String text) {
        try {
            return text.length() == "2020-03-25".length()
                    && LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
