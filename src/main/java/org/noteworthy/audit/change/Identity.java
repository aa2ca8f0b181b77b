package org.noteworthy.audit.change;

/**
 * Who did something.
 *
 * @param verified how that is known, such as {@code api-key}
 */
public record Identity(String name, String verified) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_VERIFIED = 100;

    public Identity {
        name = Checked.line("Who changes the policy", name, LONGEST_NAME);
        verified = Checked.line("How it is known who changes the policy", verified, LONGEST_VERIFIED);
    }
}
