package org.noteworthy.cli.terminal;

/** The exit statuses of every verb. */
public final class Exit {
    /** Nothing at or above what was asked for. */
    public static final int FINE = 0;

    /** Something was found. */
    public static final int FOUND = 1;

    /** Wrong usage, unreadable input, a playbook that cannot be used, or a rule that failed. */
    public static final int UNUSABLE = 2;

    private Exit() {}
}
