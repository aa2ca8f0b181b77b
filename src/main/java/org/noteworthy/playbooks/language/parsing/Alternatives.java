package org.noteworthy.playbooks.language.parsing;

import java.util.List;
import org.noteworthy.playbooks.language.Condition;
import org.noteworthy.playbooks.language.FactPattern;

/** In how many ways a condition can be fulfilled: the engine's compiler works each of them out. */
final class Alternatives {
    private static final long MOST = Integer.MAX_VALUE;

    private Alternatives() {}

    /** For all patterns of a rule together. */
    static long in(List<FactPattern> patterns) {
        return product(
                patterns.stream()
                        .flatMap(pattern -> pattern.conditions().stream())
                        .toList(),
                false);
    }

    private static long of(Condition condition, boolean negated) {
        if (condition instanceof Condition.Not not) {
            return of(not.negated(), !negated);
        }
        if (condition instanceof Condition.All all) {
            return negated ? sum(all.parts(), true) : product(all.parts(), false);
        }
        if (condition instanceof Condition.Any any) {
            return negated ? product(any.parts(), true) : sum(any.parts(), false);
        }
        return 1;
    }

    private static long sum(List<Condition> parts, boolean negated) {
        return parts.stream()
                .mapToLong(part -> of(part, negated))
                .reduce(0, (some, more) -> Math.min(MOST, some + more));
    }

    private static long product(List<Condition> parts, boolean negated) {
        return parts.stream()
                .mapToLong(part -> of(part, negated))
                .reduce(1, (some, more) -> Math.min(MOST, some * more));
    }
}
