package org.noteworthy.notes.dates;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.DateReason;
import org.noteworthy.notes.Tables.DateReasonRow;

/** The playbook's sentences for why a text does not say when, or not what is to come. */
public final class DateReasons {
    private static final String SEEN = "{seen}";
    private static final String LATEST = "{latest}";
    private static final String OTHER = "{other}";

    private final Map<DateReason, String> sentences = new EnumMap<>(DateReason.class);

    /** What a sentence may name in braces. */
    public static final Set<String> NAMES = Set.of(SEEN, LATEST, OTHER);

    public DateReasons(List<DateReasonRow> rows) {
        rows.forEach(row -> sentences.put(row.reason(), row.sentence()));
    }

    /** The sentence for a reason, about what was seen. */
    public String sentence(DateReason reason, String seen) {
        return sentences.getOrDefault(reason, "").replace(SEEN, seen);
    }

    /** The sentence for a reason, about the latest day and the date that was seen, which may mean another day too. */
    public String sentence(DateReason reason, LocalDate latest, @Nullable LocalDate other, String seen) {
        return sentence(reason, seen).replace(LATEST, latest.toString()).replace(OTHER, String.valueOf(other));
    }
}
