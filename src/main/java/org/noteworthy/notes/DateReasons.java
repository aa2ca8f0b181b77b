package org.noteworthy.notes;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.noteworthy.notes.Tables.DateReasonRow;

/** The playbook's sentences for why a text does not say when. */
final class DateReasons {
    private static final String SEEN = "{seen}";

    private final Map<DateReason, String> sentences = new EnumMap<>(DateReason.class);

    DateReasons(List<DateReasonRow> rows) {
        rows.forEach(row -> sentences.put(row.reason(), row.sentence()));
    }

    /** The sentence for a reason, about what was seen. */
    String sentence(DateReason reason, String seen) {
        return sentences.getOrDefault(reason, "").replace(SEEN, seen);
    }
}
