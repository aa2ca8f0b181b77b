package org.noteworthy.playbooks.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a rule looks for.
 *
 * @param quantity whether it is there, is there at least once, or is not there
 * @param name by which the rest of the rule knows it, such as {@code $note}
 * @param fact simple name of its type, such as {@code Note}
 * @param conditions all of which it fulfils
 */
public record FactPattern(Quantity quantity, @Nullable String name, String fact, List<Condition> conditions, Span at) {
    public FactPattern {
        conditions = List.copyOf(conditions);
    }

    /** How many facts of the kind a rule looks for. */
    public enum Quantity {
        /** Each one by itself. */
        EACH,
        AT_LEAST_ONE,
        NONE
    }
}
