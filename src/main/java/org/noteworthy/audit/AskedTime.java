package org.noteworthy.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A moment as those who ask write it: with its hour, such as {@code 2020-06-02T08:00:00Z}, or a day, which is its start in UTC. */
final class AskedTime {
    private static final int LAST_YEAR = 9999;

    private AskedTime() {}

    static Instant read(String name, String given) {
        try {
            OffsetDateTime time = given.indexOf('T') >= 0
                    ? OffsetDateTime.parse(given).withOffsetSameInstant(ZoneOffset.UTC)
                    : LocalDate.parse(given).atStartOfDay().atOffset(ZoneOffset.UTC);
            if (time.getYear() >= 1 && time.getYear() <= LAST_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new InvalidQueryException(name
                + " is a day such as 2020-06-02, or a moment such as 2020-06-02T08:00:00Z, not \"" + given + "\".");
    }
}
