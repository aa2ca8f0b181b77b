package org.noteworthy.playbooks.language;

import org.jspecify.annotations.Nullable;

/**
 * A value that a rule states.
 *
 * @param value a String, an Integer, a Boolean, or null for {@code null}
 */
public record Literal(@Nullable Object value, Span at) implements Value {
    @Override
    public ValueKind kind() {
        if (value instanceof String) {
            return ValueKind.TEXT;
        }
        if (value instanceof Integer) {
            return ValueKind.NUMBER;
        }
        return value instanceof Boolean ? ValueKind.YES_OR_NO : ValueKind.UNKNOWN;
    }
}
