package org.noteworthy.authoring.form;

import org.noteworthy.failure.UserException;

/** A rule that a form cannot show, or a form that cannot be written as a rule; the sentence names the place. */
public final class FormException extends UserException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    private FormException(String pointer, String sentence) {
        super(sentence);
        this.pointer = pointer;
    }

    /** A place of a text that a form has no field for. */
    static FormException ofText(int line, String sentence) {
        return new FormException("/text", "line " + line + ": " + sentence);
    }

    /** A field of a form, named as JSON names it, that cannot be written. */
    public static FormException ofField(String pointer, String sentence) {
        return new FormException(pointer, sentence);
    }

    /** The field that is wrong, as JSON names it. */
    public String pointer() {
        return pointer;
    }
}
