package org.noteworthy.cli.option;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.noteworthy.failure.UsageException;
import org.noteworthy.playbooks.edition.Severity;

/** What {@code --fail-on} says: from which severity on a verb ends with 1. */
public final class FailOn {
    private FailOn() {}

    /** The severity of that word; null for never. */
    static @Nullable public Severity severity(String word) {
        if (word.equals("never")) {
            return null;
        }
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "There is no severity \"" + word + "\"; --fail-on takes error, warning, info or never."));
    }
}
