package org.noteworthy.playbooks.language.pattern;

import org.jspecify.annotations.Nullable;

/** The time for judging something was over before it was judged. */
public final class DeadlinePassedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeadlinePassedException() {
        super("The time for this is over");
    }

    /** Whether that is what a failure comes down to, however the rule engine has wrapped it. */
    public static boolean isBehind(Throwable failure) {
        for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof DeadlinePassedException) {
                return true;
            }
        }
        return false;
    }
}
