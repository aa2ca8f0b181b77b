package org.noteworthy.notes.dates;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.DateWordKind;
import org.noteworthy.notes.Tables;
import org.noteworthy.notes.Tables.DateWordRow;
import org.noteworthy.notes.text.Letters;
import org.noteworthy.notes.words.Phrases;

/**
 * The words that say something of time in notes of one language: those of every language, but for words that count only in
 * notes of their own; and the order of the numbers in a date.
 */
final class DateWords {
    private static final String SLASH = "/";
    private static final String POINT = ".";

    private final Phrases<DateWord> phrases = Phrases.besideDigits();
    private final @Nullable String slashOrder;
    private final boolean points;
    private final boolean monthFirst;

    /**
     * What a word says of time.
     *
     * @param kinds the bits of its kinds
     * @param month 1 to 12 for a month, else 0
     * @param low the least number that may stand behind a period
     * @param high the greatest
     */
    record DateWord(long kinds, int month, int low, int high) {
        boolean is(DateWordKind kind) {
            return (kinds & kind.bit()) != 0;
        }

        boolean isOf(long someKinds) {
            return (kinds & someKinds) != 0;
        }

        private DateWord and(DateWord other) {
            return new DateWord(
                    kinds | other.kinds,
                    Math.max(month, other.month),
                    Math.max(low, other.low),
                    Math.max(high, other.high));
        }
    }

    DateWords(Tables tables, String language) {
        Set<String> elsewhere = new HashSet<>();
        for (DateWordRow row : tables.dateWords()) {
            if (row.value().equals(DateWordKind.OWN) && !row.language().equals(language)) {
                elsewhere.add(named(row));
            }
        }
        Map<String, DateWord> words = new HashMap<>();
        String slash = null;
        boolean point = false;
        for (DateWordRow row : tables.dateWords()) {
            if (row.kind() != DateWordKind.FIGURES) {
                if (!elsewhere.contains(named(row))) {
                    words.merge(Letters.fold(row.word()), word(row), DateWord::and);
                }
            } else if (row.language().equals(language)) {
                slash = row.word().equals(SLASH) ? row.value() : slash;
                point |= row.word().equals(POINT);
            }
        }
        words.forEach(phrases::add);
        slashOrder = slash;
        points = point;
        monthFirst = slash == null ? tables.settings().monthFirst() : slash.equals(DateWordKind.MONTH_FIRST);
    }

    /** Whether numbers with points between them are a date in this language without a word that says so. */
    boolean points() {
        return points;
    }

    /** Whether 4/5 is the fifth of April. */
    boolean monthFirst() {
        return monthFirst;
    }

    /** Whether the language says which of two numbers is the month. */
    boolean orderTold() {
        return slashOrder != null;
    }

    boolean longest(String text, int from, int to, Phrases.Match<DateWord> match) {
        return phrases.longest(text, from, to, match);
    }

    private static String named(DateWordRow row) {
        return row.language() + " " + Letters.fold(row.word());
    }

    private static DateWord word(DateWordRow row) {
        long kind = row.kind().bit();
        String value = row.value();
        return switch (row.kind()) {
            case MONTH -> new DateWord(kind, Integer.parseInt(value), 0, 0);
            case PERIOD -> {
                int dash = value.indexOf('-');
                yield new DateWord(
                        kind,
                        0,
                        Integer.parseInt(value.substring(0, dash)),
                        Integer.parseInt(value.substring(dash + 1)));
            }
            default -> new DateWord(kind, 0, 0, 0);
        };
    }
}
