package org.noteworthy.input.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.input.RecordLimits;

/** What the JSON parser stumbled over, as a problem with line and column. */
final class Malformed {
    private static final String TITLE = "Malformed JSON";

    private Malformed() {}

    /** {@code firstLine} is the line of the input at which what was parsed begins. */
    static Problem of(JsonProcessingException stumble, int firstLine, RecordLimits limits) {
        JsonLocation location = stumble.getLocation();
        String place = location == null ? "In this JSON " : place(location, firstLine);
        if (stumble instanceof StreamConstraintsException) {
            return overLimit(stumble.getOriginalMessage(), place, limits);
        }
        if (stumble instanceof JsonEOFException) {
            return Problem.of(400, TITLE, place + "the JSON ends too early: a quote, bracket or brace is still open.");
        }
        return Problem.of(
                400,
                TITLE,
                place
                        + "this is not JSON. Look just before it for a comma, quote, bracket or brace that is missing or too"
                        + " many, and for a line end or control character inside a text.");
    }

    private static Problem overLimit(String message, String place, RecordLimits limits) {
        if (message.startsWith("String value length")) {
            return Problem.of(
                    413,
                    "Text too long",
                    place + "a text of more than " + limits.recordChars()
                            + " characters, the most that a record may have.");
        }
        if (message.contains("nesting depth")) {
            return Problem.of(
                    400,
                    TITLE,
                    place + "brackets and braces are nested more than " + JsonRecords.DEEPEST
                            + " deep; a record needs no more than 4.");
        }
        return Problem.of(400, TITLE, place + "a number or a name is far too long.");
    }

    /** The same for a reader who took what stands before it. */
    static Problem last(Problem problem) {
        return new Problem(
                problem.status(),
                problem.title(),
                problem.detail() + " Nothing after it could be read.",
                problem.errors());
    }

    /** Something where the JSON should have ended. */
    static Problem trailing(JsonLocation location, int firstLine) {
        return Problem.of(
                400,
                TITLE,
                place(location, firstLine)
                        + "something follows the end of the JSON. Several records go into an array, or into NDJSON, one a line.");
    }

    private static String place(JsonLocation location, int firstLine) {
        return "Line " + (location.getLineNr() + firstLine - 1) + ", column " + location.getColumnNr() + ": ";
    }
}
