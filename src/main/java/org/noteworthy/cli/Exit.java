package org.noteworthy.cli;

/** The exit statuses of every verb. */
final class Exit {
    /** Nothing at or above what was asked for. */
    static final int FINE = 0;

    /** Something was found. */
    static final int FOUND = 1;

    /** Wrong usage, unreadable input, a playbook that cannot be used, or a rule that failed. */
    static final int UNUSABLE = 2;

    private Exit() {}
}
