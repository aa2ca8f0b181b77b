package org.noteworthy.playbooks.language.pattern;

import org.jspecify.annotations.Nullable;

/**
 * What is seen of a pattern before anything is made of it.
 *
 * @param repetitions how often a part of it is repeated at most, by counts inside counts
 * @param steps about how many steps it has, with its repetitions written out
 * @param foreign a sentence about what means one thing here and another elsewhere; null where there is no such thing
 * @param checked the pattern for the library to find faults in: as it was given, but for the names of classes
 * @param written the pattern for the library to match by, which has to know no class of characters and no case
 * @param stopsAtLineEnds whether a dot stops at a line end, and nothing shows that line ends were thought of
 */
record PatternReading(
        long repetitions,
        long steps,
        @Nullable String foreign,
        String checked,
        String written,
        boolean stopsAtLineEnds) {

    static PatternReading of(String pattern) {
        return new PatternReader(pattern).read();
    }
}
