package org.noteworthy.playbooks.language.words;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.language.Condition;
import org.noteworthy.playbooks.language.FactPattern;
import org.noteworthy.playbooks.language.Literal;
import org.noteworthy.playbooks.language.Operator;
import org.noteworthy.playbooks.language.PropertyUse;
import org.noteworthy.playbooks.language.Value;
import org.noteworthy.playbooks.language.pattern.TextPattern;
import org.noteworthy.playbooks.language.pattern.TextSearch;

/**
 * Judges conditions on one fact as the engine does, and tells which of their parts decided.
 *
 * <p>The engine stays the judge; this is for telling people why.
 */
public final class Evaluation {
    private final Object fact;
    private final Map<String, Object> named;

    private Evaluation(Object fact, Map<String, Object> named) {
        this.fact = fact;
        this.named = named;
    }

    /** On a fact of the pattern's type; no other pattern is known. */
    public static Evaluation of(FactPattern pattern, Object fact) {
        return new Evaluation(fact, pattern.name() == null ? Map.of() : Map.of(pattern.name(), fact));
    }

    /** Whether all of these conditions are true. */
    public boolean holds(List<Condition> conditions) {
        return conditions.stream().allMatch(this::holds);
    }

    /** Whether the condition is true. */
    public boolean holds(Condition condition) {
        if (condition instanceof Condition.All all) {
            return holds(all.parts());
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().anyMatch(this::holds);
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.negated());
        }
        return finding(condition).holds();
    }

    /** The innermost conditions that make it true, or that keep it from being true. */
    public List<ConditionResult> deciding(Condition condition) {
        boolean holds = holds(condition);
        if (condition instanceof Condition.All all) {
            return deciding(all.parts(), holds);
        }
        if (condition instanceof Condition.Any any) {
            return deciding(any.parts(), holds);
        }
        return condition instanceof Condition.Not not ? deciding(not.negated()) : List.of(finding(condition));
    }

    private List<ConditionResult> deciding(List<Condition> parts, boolean alike) {
        return parts.stream()
                .filter(part -> holds(part) == alike)
                .flatMap(part -> deciding(part).stream())
                .toList();
    }

    private ConditionResult finding(Condition leaf) {
        if (leaf instanceof Condition.Holds yes) {
            Object value = value(yes.property());
            return new ConditionResult(leaf, Boolean.TRUE.equals(value), value, null);
        }
        if (leaf instanceof Condition.OneOf oneOf) {
            Object value = value(oneOf.property());
            boolean among = oneOf.values().stream().anyMatch(literal -> Objects.equals(literal.value(), value));
            return new ConditionResult(leaf, among != oneOf.negated(), value, null);
        }
        Condition.Compares compares = (Condition.Compares) leaf;
        Object left = value(compares.left());
        Object right = value(compares.right());
        return new ConditionResult(leaf, stands(left, compares.operator(), right), left, right);
    }

    private @Nullable Object value(Value value) {
        if (value instanceof Literal literal) {
            return literal.value();
        }
        PropertyUse property = (PropertyUse) value;
        Object of = property.of() == null ? fact : named.get(property.of());
        return of == null ? null : property.read(of);
    }

    private static boolean stands(@Nullable Object left, Operator operator, @Nullable Object right) {
        return switch (operator) {
            case EQUALS -> Objects.equals(left, right);
            case DIFFERS -> !Objects.equals(left, right);
            case LESS -> ordered(left, right, order -> order < 0);
            case AT_MOST -> ordered(left, right, order -> order <= 0);
            case MORE -> ordered(left, right, order -> order > 0);
            case AT_LEAST -> ordered(left, right, order -> order >= 0);
            case CONTAINS -> contains(left, right);
            case LACKS -> !contains(left, right);
            case MEMBER_OF -> contains(right, left);
            case NOT_MEMBER_OF -> !contains(right, left);
            case MATCHES -> matches(left, right);
            case MATCHES_NOT -> !matches(left, right);
            case STARTS_WITH -> left instanceof String text && right instanceof String part && text.startsWith(part);
            case ENDS_WITH -> left instanceof String text && right instanceof String part && text.endsWith(part);
        };
    }

    private static boolean ordered(@Nullable Object left, @Nullable Object right, IntPredicate asked) {
        if (left instanceof Integer one && right instanceof Integer other) {
            return asked.test(one.compareTo(other));
        }
        return left instanceof String one && right instanceof String other && asked.test(one.compareTo(other));
    }

    private static boolean contains(@Nullable Object whole, @Nullable Object part) {
        return whole instanceof List<?> list
                ? part != null && list.contains(part)
                : TextSearch.contains((String) whole, (String) part);
    }

    private static boolean matches(@Nullable Object text, @Nullable Object pattern) {
        return pattern instanceof String wanted && TextPattern.matches((String) text, wanted);
    }
}
