package org.noteworthy.audit.change;

import java.util.Arrays;
import java.util.Optional;

/** What became of a part of the policy. */
public enum ChangeKind {
    /** A draft was put into its place. */
    PUBLISHED("published"),
    /** An earlier state was put in its place again. */
    ROLLED_BACK("rolled-back"),
    /** What was going to be published was not. */
    ABANDONED("abandoned"),
    /** It is not there any more. */
    REMOVED("removed");

    private final String word;

    ChangeKind(String word) {
        this.word = word;
    }

    /** As the audit log writes it. */
    public String word() {
        return word;
    }

    static Optional<ChangeKind> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
