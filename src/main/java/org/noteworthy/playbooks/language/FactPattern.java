package org.noteworthy.playbooks.language;

import java.util.ArrayList;
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

    /** The properties that must equal one of another fact, by which the engine looks such facts up. */
    public List<PropertyUse> keys() {
        return keys(conditions);
    }

    private static List<PropertyUse> keys(List<Condition> conditions) {
        List<PropertyUse> keys = new ArrayList<>();
        for (Condition condition : conditions) {
            if (condition instanceof Condition.All all) {
                keys.addAll(keys(all.parts()));
            } else if (condition instanceof Condition.Compares compares
                    && compares.operator() == Operator.EQUALS
                    && compares.left() instanceof PropertyUse left
                    && compares.right() instanceof PropertyUse right
                    && (left.of() == null) != (right.of() == null)) {
                keys.add(left.of() == null ? left : right);
            }
        }
        return keys;
    }

    /** How many facts of the kind a rule looks for. */
    public enum Quantity {
        /** Each one by itself. */
        EACH,
        AT_LEAST_ONE,
        NONE
    }
}
