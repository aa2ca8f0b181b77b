package org.noteworthy.audit.outline;

import org.noteworthy.audit.Decision;

/**
 * What is counted of a decision.
 *
 * @param ms when it was made, in milliseconds since 1970
 */
public record Outline(Kind kind, long ms, Names names) {

    /** That of a decision. */
    public static Outline of(Decision decision) {
        return new Outline(Kind.of(decision), decision.time().toEpochMilli(), Names.of(decision));
    }
}
