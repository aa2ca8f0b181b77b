package org.noteworthy.notes;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.noteworthy.notes.Tables.WordKind;
import org.noteworthy.notes.Tables.WordRow;

/**
 * The words of one language that tell a time: names of months and weekdays as the platform knows them (in full for every
 * language of the playbook, shortened for this one), and the playbook's own words for days and recurrence.
 */
final class DateWords {
    private static final List<TextStyle> FULL = List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE);
    private static final List<TextStyle> SHORT = List.of(TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

    private final Phrases<DateWord> phrases = Phrases.acrossLines();
    private final boolean points;

    /** What a word says of time. */
    enum Kind {
        MONTH,
        WEEKDAY,
        RELATIVE_DAY,
        RECURRENCE,
        TIME_UNIT,
        DATE_LEAD
    }

    /**
     * A word that says something of time.
     *
     * @param month 1 to 12 for a month, else 0
     * @param alsoAWord whether it is an ordinary word too, and says something of time only in the right company
     */
    record DateWord(Kind kind, int month, boolean alsoAWord) {}

    DateWords(Tables tables, List<String> languages, String language) {
        Set<String> ordinary = new HashSet<>();
        for (WordRow row : tables.words()) {
            if (row.kind() == WordKind.ALSO_A_WORD) {
                ordinary.add(Letters.fold(row.word()));
            }
        }
        for (WordRow row : tables.words()) {
            switch (row.kind()) {
                case RELATIVE_DAY -> add(row.word(), Kind.RELATIVE_DAY, 0, ordinary);
                case RECURRENCE -> add(row.word(), Kind.RECURRENCE, 0, ordinary);
                case TIME_UNIT -> add(row.word(), Kind.TIME_UNIT, 0, ordinary);
                case DATE_LEAD -> add(row.word(), Kind.DATE_LEAD, 0, ordinary);
                default -> {}
            }
        }
        for (String each : languages) {
            addNames(Locale.forLanguageTag(each), FULL, ordinary);
        }
        Locale locale = Locale.forLanguageTag(language);
        addNames(locale, SHORT, ordinary);
        points = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale)
                .contains(".");
    }

    /** Whether a short date of this language has points in it, as in 30.4. */
    boolean points() {
        return points;
    }

    boolean longest(String text, int from, int to, Phrases.Match<DateWord> match) {
        return phrases.longest(text, from, to, match);
    }

    private void addNames(Locale locale, List<TextStyle> styles, Set<String> ordinary) {
        for (TextStyle style : styles) {
            for (Month month : Month.values()) {
                add(month.getDisplayName(style, locale), Kind.MONTH, month.getValue(), ordinary);
            }
            for (DayOfWeek day : DayOfWeek.values()) {
                add(day.getDisplayName(style, locale), Kind.WEEKDAY, 0, ordinary);
            }
        }
    }

    /** Names of fewer than three letters and one sign would turn half of a language into dates. */
    private void add(String name, Kind kind, int month, Set<String> ordinary) {
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        boolean telling =
                bare.length() > 2 || !bare.isEmpty() && Letters.isUnspaced(bare.charAt(0)) && bare.length() > 1;
        boolean numbered = !bare.isEmpty() && Letters.isDigit(bare.charAt(0));
        boolean named = kind == Kind.MONTH || kind == Kind.WEEKDAY;
        if (!bare.isEmpty() && (telling && !numbered || !named)) {
            phrases.add(bare, new DateWord(kind, month, ordinary.contains(Letters.fold(bare))));
        }
    }
}
