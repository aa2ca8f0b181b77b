package org.noteworthy.audit;

/** What happens while decisions come faster than they can be recorded, or cannot be recorded at all. */
public enum WhenFull {
    /** A check is answered when its decision is on the disk, or not at all. */
    NEVER_LOSE,
    /** Checks are answered at once; a decision for which there is no room is dropped, and counted. */
    NEVER_BLOCK
}
