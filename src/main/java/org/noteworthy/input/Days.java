package org.noteworthy.input;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Days as records write them. */
public final class Days {
    private static final int DATE_LENGTH = "2020-03-25".length();

    private Days() {}

    /** An ISO date; or an ISO date-time, with {@code T} or a blank between, whose date is taken as it is written. */
    public static Optional<LocalDate> read(String value) {
        String written = value.strip();
        try {
            if (written.length() <= DATE_LENGTH) {
                return Optional.of(LocalDate.parse(written));
            }
            char between = written.charAt(DATE_LENGTH);
            if (between != 'T' && between != 't' && between != ' ') {
                return Optional.empty();
            }
            String dateTime = written.substring(0, DATE_LENGTH) + 'T' + written.substring(DATE_LENGTH + 1);
            return Optional.of(LocalDate.from(DateTimeFormatter.ISO_DATE_TIME.parse(dateTime)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The sentence for a value that is not a day. */
    public static String wrong(String field, String value) {
        return field + " must be a day such as 2020-03-25, not " + Quoted.of(value) + ".";
    }
}
