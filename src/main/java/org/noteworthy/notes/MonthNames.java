package org.noteworthy.notes;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The names of months, in full and short, in the languages of a playbook. */
public final class MonthNames {
    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

    private MonthNames() {}

    /** The number of each month, 1 to 12, by its names in lower case and without a point at the end. */
    public static Map<String, Integer> of(Tables tables) {
        Map<String, Integer> months = new TreeMap<>();
        tables.sections().stream()
                .map(Tables.SectionRow::language)
                .distinct()
                .map(Locale::forLanguageTag)
                .forEach(locale -> {
                    for (TextStyle style : STYLES) {
                        for (Month month : Month.values()) {
                            months.putIfAbsent(key(month.getDisplayName(style, locale)), month.getValue());
                        }
                    }
                });
        return months;
    }

    private static String key(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
