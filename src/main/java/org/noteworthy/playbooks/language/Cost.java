package org.noteworthy.playbooks.language;

import java.util.List;
import org.noteworthy.playbooks.language.pattern.TextPattern;

/**
 * What a rule costs at most, seen before it judges anything.
 *
 * @param conditions that the compiler works on
 * @param steps for each character of what it looks through, counting those of its patterns of {@code matches}
 * @param freeJoins facts that it looks for without asking that they equal another one in something
 */
public record Cost(int conditions, int steps, int freeJoins) {
    public static final Cost NONE = new Cost(0, 0, 0);

    /** That of one rule. */
    public static Cost of(WrittenRule rule) {
        return of(rule.patterns());
    }

    public static Cost of(List<FactPattern> patterns) {
        List<Condition> leaves = patterns.stream()
                .flatMap(pattern -> pattern.conditions().stream())
                .flatMap(Condition::leaves)
                .toList();
        long free = patterns.stream()
                .skip(1)
                .filter(pattern -> pattern.keys().isEmpty())
                .count();
        return new Cost(leaves.size(), leaves.stream().mapToInt(Cost::steps).sum(), (int) free);
    }

    /** That of both. */
    public Cost plus(Cost other) {
        return new Cost(conditions + other.conditions, steps + other.steps, freeJoins + other.freeJoins);
    }

    private static int steps(Condition leaf) {
        if (!(leaf instanceof Condition.Compares compares)) {
            return 0;
        }
        return switch (compares.operator()) {
            case CONTAINS, LACKS -> compares.left().kind() == ValueKind.TEXTS ? 0 : 1;
            case MATCHES, MATCHES_NOT ->
                compares.right() instanceof Literal literal && literal.value() instanceof String pattern
                        ? TextPattern.steps(pattern)
                        : 0;
            default -> 0;
        };
    }
}
