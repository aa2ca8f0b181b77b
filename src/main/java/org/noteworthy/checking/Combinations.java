package org.noteworthy.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.noteworthy.checking.outcome.TooManyCombinationsException;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.language.FactPattern;
import org.noteworthy.playbooks.language.FactPattern.Quantity;
import org.noteworthy.playbooks.language.PropertyUse;
import org.noteworthy.playbooks.language.WrittenRule;

/**
 * How many facts of an engagement a rule would have to hold against each other.
 *
 * <p>The engine makes all combinations before the first of them is judged, and keeps them; so they are counted before.
 * Where a pattern asks for equality, facts are found by an index, and only those count that
 * share a value.
 */
final class Combinations {
    private static final long MOST_KEPT = 100_000;
    private static final long MOST_LOOKED_AT = 100_000_000;

    private final Playbook playbook;
    private final Map<String, Optional<WrittenRule>> written = new ConcurrentHashMap<>();

    Combinations(Playbook playbook) {
        this.playbook = playbook;
    }

    /** How often rules can at most apply to these facts; refused where that, or what leads to it, is too much. */
    long of(List<Rule> rules, List<Object> facts) {
        long all = 0;
        for (Rule rule : rules) {
            all += of(rule, facts);
            if (all > mostKept(facts)) {
                throw new TooManyCombinationsException(rule.id(), facts.size());
            }
        }
        return all;
    }

    /** A rule may apply to each fact, however many there are. */
    private static long mostKept(List<Object> facts) {
        return Math.max(MOST_KEPT, facts.size());
    }

    private long of(Rule rule, List<Object> facts) {
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
            if (lookedAt > MOST_LOOKED_AT || kept > mostKept(facts)) {
                throw new TooManyCombinationsException(rule.id(), facts.size());
            }
        }
        return kept;
    }

    /** How many facts can at most go together with what other patterns have found. */
    private static long most(FactPattern pattern, List<Object> facts) {
        List<PropertyUse> keys = pattern.keys();
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
}
