package org.noteworthy.checking.outcome;

import java.util.Iterator;

/** Entries of an input, one after the other. */
public interface Entries extends Iterator<Entry> {

    /** Whether more can be asked for without waiting for whoever sends the input. */
    default boolean isReady() {
        return true;
    }
}
