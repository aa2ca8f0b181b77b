package org.noteworthy.checking.outcome;

import java.util.List;

/**
 * Why an input could not be judged.
 *
 * @param status the HTTP status that says the same: 400 malformed, 404 unknown playbook, 413 too large, 422 a field is wrong
 * @param title a few words for the kind of problem
 * @param detail one or two sentences: what is wrong, with the values, and the way out
 * @param errors the fields that are wrong, if the problem is with fields
 */
public record Problem(int status, String title, String detail, List<FieldError> errors) {
    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem that is not about single fields. */
    public static Problem of(int status, String title, String detail) {
        return new Problem(status, title, detail, List.of());
    }

    /** One field that is wrong: JSON pointer and a sentence. */
    public record FieldError(String pointer, String detail) {}
}
