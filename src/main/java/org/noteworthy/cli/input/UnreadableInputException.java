package org.noteworthy.cli.input;

/** An input that can not be read at all, or not any further; the message names it, what is wrong and the way out. */
public final class UnreadableInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String input;

    /** The input as the caller named it, and a sentence that can follow its name and a colon. */
    public UnreadableInputException(String input, String sentence) {
        super(input + ": " + sentence);
        this.input = input;
    }

    /** As the other, where something else gave the reason. */
    public UnreadableInputException(String input, String sentence, Throwable cause) {
        super(input + ": " + sentence, cause);
        this.input = input;
    }

    /** The input as the caller named it. */
    public String input() {
        return input;
    }
}
