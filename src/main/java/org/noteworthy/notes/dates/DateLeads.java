package org.noteworthy.notes.dates;

import static org.noteworthy.notes.DateWordKind.*;

import org.noteworthy.notes.dates.DateWords.DateWord;

/** The words that stand right before something and lead to it, as in by the end of the next week. */
final class DateLeads {
    static final long ANY =
            bits(NEXT, LAST, EDGE, PLAN_LEAD, PAST_LEAD, LENGTH_LEAD, DATE_LEAD, DAY_LEAD, BARE_DAY_LEAD, NUMBERED);
    static final long ANY_OR_FILLER = ANY | FILLER.bit();
    static final long TO_A_DAY = bits(DATE_LEAD, NEXT, EDGE, DAY_LEAD, BARE_DAY_LEAD);

    private long kinds;
    private int leadTo = -1;
    private int from;

    /** Takes a word that leads to what begins there, or stands between such a word and that. */
    void take(DateWord word, int at, int next) {
        boolean goesOn = leadTo == at;
        if (word.isOf(ANY)) {
            kinds = goesOn ? kinds | word.kinds() : word.kinds();
            from = goesOn ? from : at;
            leadTo = next;
        } else if (goesOn && word.is(FILLER)) {
            leadTo = next;
        }
    }

    /** Whether a word of one of these kinds leads to what begins there. */
    boolean led(int at, long someKinds) {
        return leadTo == at && (kinds & someKinds) != 0;
    }

    /** Where the words begin that lead to what begins there; the same place if none does. */
    int from(int at) {
        return leadTo == at ? from : at;
    }
}
