package org.noteworthy.input;

import java.util.Locale;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.failure.UserException;

/** An input that can not be read at all, or not any further; the message names it, what is wrong and the way out. */
public final class UnreadableInputException extends UserException {
    private static final long serialVersionUID = 1L;

    private final String input;
    private final String reason;
    private boolean empty;

    /** The input as the caller named it, and a sentence that can follow its name and a colon. */
    public UnreadableInputException(String input, String sentence) {
        super(input + ": " + sentence);
        this.input = input;
        this.reason = sentence;
    }

    /** As the other, where something else gave the reason. */
    public UnreadableInputException(String input, String sentence, Throwable cause) {
        super(input + ": " + sentence, cause);
        this.input = input;
        this.reason = sentence;
    }

    /** What is wrong and the way out, without the input's name. */
    public String reason() {
        return reason;
    }

    /** The same as a problem of the input. */
    public Problem problem() {
        String detail = reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
        return Problem.of(400, empty ? "Nothing to check" : "Unreadable input", detail);
    }

    /** The input as the caller named it. */
    public String input() {
        return input;
    }

    /** Whether there is nothing in the input, so that nothing is wrong where that is fine. */
    public boolean isEmpty() {
        return empty;
    }

    /** That there is nothing in the input. */
    public static UnreadableInputException empty(String input, String sentence) {
        UnreadableInputException exception = new UnreadableInputException(input, sentence);
        exception.empty = true;
        return exception;
    }
}
