package org.noteworthy.checking.outcome;

/** An engagement holds more than a rule can hold against each other in bounds. */
public final class TooManyCombinationsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooManyCombinationsException(String rule, int facts) {
        super("The rule " + rule + " holds too many of the " + facts
                + " notes and interactions of an engagement against each other. Let it ask for equality, such as"
                + " interaction == $note.interaction.");
    }
}
