package org.noteworthy.playbooks.language;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.vocabulary.Vocabulary;

/**
 * A property that a rule asks for.
 *
 * @param of the name of the fact it is asked of, such as {@code $note}; null for the fact of the pattern it stands in
 * @param fact simple name of that fact's type
 * @param path dotted names, such as {@code status.present}; empty for the fact itself
 * @param steps the properties along the path; empty for the fact itself, and where a name is not known
 */
public record PropertyUse(@Nullable String of, String fact, String path, List<Vocabulary.Property> steps, Span at)
        implements Value {
    public PropertyUse {
        steps = List.copyOf(steps);
    }

    /** As it is written, without blanks. */
    public String written() {
        if (of == null) {
            return path;
        }
        return path.isEmpty() ? of : of + "." + path;
    }

    @Override
    public ValueKind kind() {
        if (path.isEmpty()) {
            return ValueKind.PART;
        }
        return steps.isEmpty() ? ValueKind.UNKNOWN : ValueKind.of(steps.get(steps.size() - 1));
    }

    /** What its text looks like; free where it has none. */
    public Vocabulary.Form form() {
        return steps.isEmpty()
                ? Vocabulary.Form.FREE
                : steps.get(steps.size() - 1).form();
    }

    /** Its value for a fact of its type; null where one of its steps has none. */
    public @Nullable Object read(Object factOrPart) {
        Object value = factOrPart;
        for (Vocabulary.Property step : steps) {
            value = value == null ? null : step.read().apply(value);
        }
        return value;
    }
}
