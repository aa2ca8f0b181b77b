package org.noteworthy.checking.outcome;

import java.util.Locale;

/** What kind of record stands at a place of an input, or the input as a whole. */
public enum RecordKind {
    NOTE,
    INTERACTION,
    ENGAGEMENT,
    INPUT;

    /** Its name in every form of report, e.g. {@code note}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
