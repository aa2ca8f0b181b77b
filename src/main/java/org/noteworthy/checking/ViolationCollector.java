package org.noteworthy.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Violations as rules find them. Of very many it keeps the first ones in the order of the report and the first one of each
 * rule: which these are does not depend on the order in which they come, and no violated rule is lost.
 *
 * @param <V> kind of violation
 */
final class ViolationCollector<V> {
    /** No setting: wherever a note is judged, its report is the same. */
    static final int MOST = 1_000;

    private final Comparator<V> order;
    private final Function<V, String> rule;
    private List<V> kept = new ArrayList<>(4);
    private int room = 2 * MOST;
    private int omitted;

    ViolationCollector(Comparator<V> order, Function<V, String> rule) {
        this.order = order;
        this.rule = rule;
    }

    void add(V violation) {
        if (kept.size() >= room) {
            cut();
            room = kept.size() + MOST;
        }
        kept.add(violation);
    }

    void addAll(ViolationCollector<V> others) {
        others.kept.forEach(this::add);
        omitted += others.omitted;
    }

    /** Those that the report tells, in its order. */
    List<V> inOrder() {
        if (kept.size() > MOST) {
            cut();
        } else if (kept.size() > 1) {
            kept.sort(order);
        }
        return kept;
    }

    /** How many were left out, once they have been told. */
    int omitted() {
        return omitted;
    }

    private void cut() {
        kept.sort(order);
        Set<String> told = new HashSet<>();
        List<V> some = new ArrayList<>(room);
        for (int i = 0; i < kept.size(); i++) {
            V violation = kept.get(i);
            if (told.add(rule.apply(violation)) || i < MOST) {
                some.add(violation);
            }
        }
        omitted += kept.size() - some.size();
        kept = some;
    }
}
