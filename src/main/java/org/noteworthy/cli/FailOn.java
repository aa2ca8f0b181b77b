package org.noteworthy.cli;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.Severity;

/** What {@code --fail-on} says: from which severity on a verb ends with 1. */
final class FailOn {
    private FailOn() {}

    /** The severity of that word; null for never. */
    static @Nullable Severity severity(String word) {
        if (word.equals("never")) {
            return null;
        }
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new UnusableException(
                        "There is no severity \"" + word + "\"; --fail-on takes error, warning, info or never."));
    }
}
