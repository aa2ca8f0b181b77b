package org.noteworthy.notes;

/** What the customer asked for: go on, pause or stop. */
public enum Deployment {
    ACTIVE,
    PAUSED,
    STOPPED
}
