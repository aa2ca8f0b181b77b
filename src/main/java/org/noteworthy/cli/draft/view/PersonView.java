package org.noteworthy.cli.draft.view;

/** Who did something; {@code verified} is how that is known, and {@code none} where nobody has verified it. */
public record PersonView(String name, String verified) {

    /** With how it is known, for people. */
    public String told() {
        return name + " (" + (verified.equals("none") ? "not verified" : verified) + ")";
    }
}
