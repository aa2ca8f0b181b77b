package org.noteworthy.checking;

import java.time.Duration;

/**
 * How long rules may take; what they have not judged by then is left to a person. Where a rule fails or is too slow, the
 * same time is given once more, to find out which one it is and to hear the others.
 *
 * @param note for the rules about single notes, on each note
 * @param engagement for the rules about whole engagements, on each engagement
 */
public record TimeLimits(Duration note, Duration engagement) {

    /** Two seconds a note, which takes some microseconds; ten seconds an engagement. */
    public static final TimeLimits DEFAULT = new TimeLimits(Duration.ofSeconds(2), Duration.ofSeconds(10));
}
