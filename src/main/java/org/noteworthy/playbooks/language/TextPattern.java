package org.noteworthy.playbooks.language;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** TEMPORARY until merged. */
public final class TextPattern {
    private TextPattern() {}

    /** Whether the whole text fits the pattern. */
    public static boolean matches(@Nullable String text, String pattern) {
        return text != null && text.matches(pattern);
    }

    /** Why a pattern cannot be used. */
    public static Optional<String> refusal(String pattern) {
        return Optional.empty();
    }
}
