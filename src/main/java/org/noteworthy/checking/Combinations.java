package org.noteworthy.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.Rule;
import org.noteworthy.playbooks.language.Condition;
import org.noteworthy.playbooks.language.FactPattern;
import org.noteworthy.playbooks.language.FactPattern.Quantity;
import org.noteworthy.playbooks.language.Operator;
import org.noteworthy.playbooks.language.PropertyUse;
import org.noteworthy.playbooks.language.WrittenRule;

/**
 * How many facts of an engagement a rule would have to hold against each other.
 *
 * <p>The engine makes all combinations before the first of them is judged, keeps them, and can not be stopped meanwhile;
 * so they are counted before. Where a pattern asks for equality, facts are found by an index, and only those count that
 * share a value.
 */
final class Combinations {
    private static final int MOST_PATTERNS = 4;
    private static final int FEW_FACTS =
            30; // of which there are fewer combinations than are kept, whatever a rule asks
    private static final long MOST_KEPT = 1_000_000;
    private static final long MOST_LOOKED_AT = 100_000_000;

    private final Playbook playbook;
    private final Map<String, Optional<WrittenRule>> written = new ConcurrentHashMap<>();

    Combinations(Playbook playbook) {
        this.playbook = playbook;
    }

    /** How often rules can at most apply to these facts; refused where that, or what leads to it, is too much for one. */
    long of(List<Rule> rules, List<Object> facts) {
        return rules.stream().mapToLong(rule -> of(rule, facts)).sum();
    }

    private long of(Rule rule, List<Object> facts) {
        if (facts.size() <= FEW_FACTS) {
            return (long) Math.pow(facts.size(), MOST_PATTERNS);
        }
        List<FactPattern> patterns = written.computeIfAbsent(
                        rule.id(), id -> playbook.files().written(rule))
                .map(WrittenRule::patterns)
                .orElse(List.of());
        if (patterns.isEmpty()) {
            return facts.size();
        }
        long kept = 1;
        for (FactPattern pattern : patterns) {
            long lookedAt = kept * most(pattern, facts);
            kept = pattern.quantity() == Quantity.EACH ? lookedAt : kept;
            if (lookedAt > MOST_LOOKED_AT || kept > MOST_KEPT) {
                throw new TooManyCombinationsException(rule.id(), facts.size());
            }
        }
        return kept;
    }

    /** How many facts can at most go together with what other patterns have found. */
    private static long most(FactPattern pattern, List<Object> facts) {
        List<PropertyUse> keys = keys(pattern.conditions());
        Map<List<Object>, Long> sharing = new HashMap<>();
        for (Object fact : facts) {
            if (fact.getClass().getSimpleName().equals(pattern.fact())) {
                List<Object> values = new ArrayList<>();
                keys.forEach(key -> values.add(String.valueOf(key.read(fact))));
                sharing.merge(values, 1L, Long::sum);
            }
        }
        return sharing.values().stream().max(Comparator.naturalOrder()).orElse(0L);
    }

    /** The properties of a fact that equal one of another fact. */
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
}
