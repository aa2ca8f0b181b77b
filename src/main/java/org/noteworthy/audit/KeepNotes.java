package org.noteworthy.audit;

/** Which notes are kept with their decisions, so that they can be replayed. */
public enum KeepNotes {
    ALL,
    /** Those that break any rule. */
    VIOLATING,
    NONE
}
