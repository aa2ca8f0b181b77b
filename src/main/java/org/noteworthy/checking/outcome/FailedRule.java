package org.noteworthy.checking.outcome;

import org.noteworthy.playbooks.language.pattern.DeadlinePassedException;

/**
 * A rule that came to no result on a note or an engagement, so that a person has to judge that point; {@code reason} says
 * why, in a sentence or two. Nothing that it had found until then counts.
 */
public record FailedRule(String rule, String reason) {
    private static final String SLOW = "This rule took too long and came to no result here. Judge the point by hand.";
    private static final String LARGE =
            "This rule holds all notes and interactions of an engagement against each other, and"
                    + " here are too many for that. Judge the point by hand, and tell the owner of the rule.";
    private static final String BROKEN =
            "This rule failed and came to no result here. Judge the point by hand, and tell the owner of the rule.";

    public static FailedRule of(String rule, Throwable failure) {
        if (failure instanceof TooManyCombinationsException) {
            return new FailedRule(rule, LARGE);
        }
        return new FailedRule(rule, DeadlinePassedException.isBehind(failure) ? SLOW : BROKEN);
    }

    public static FailedRule late(String rule) {
        return new FailedRule(rule, SLOW);
    }
}
