package org.noteworthy.authoring.lint.logic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.noteworthy.authoring.lint.logic.Formula.All;
import org.noteworthy.authoring.lint.logic.Formula.Any;
import org.noteworthy.authoring.lint.logic.Formula.Asks;
import org.noteworthy.authoring.lint.logic.Formula.Not;

/**
 * Looks for values of things under which some formulas are all so, one thing after the other. All questions are answered
 * for all values before it begins: a rules folder at its limits asks a hundred million times.
 */
final class Search {
    private static final int OPEN = -1;
    private static final int NO = 0;
    private static final int YES = 1;

    private final List<Node> formulas;

    /** For each thing, how many values it can have, and which of them is chosen; {@link #OPEN} if none is. */
    private final int[] sizes;

    private final int[] chosen;
    private long steps;

    private Search(List<Node> formulas, int[] sizes, long steps) {
        this.formulas = formulas;
        this.sizes = sizes;
        this.steps = steps;
        chosen = new int[sizes.length];
        Arrays.fill(chosen, OPEN);
    }

    /** A formula about things by their numbers. */
    private sealed interface Node {
        /** A question, with the values of the thing that answer it by yes. */
        record Answers(int thing, BitSet yes) implements Node {}

        record Negated(Node node) implements Node {}

        /** {@code any}: one of the parts is enough. */
        record Parts(boolean any, List<Node> parts) implements Node {}
    }

    /**
     * What a search came to.
     *
     * @param found whether there are such values; empty where it took more steps than it may
     * @param steps how many it took
     */
    record Outcome(Optional<Boolean> found, long steps) {}

    /** Looks in at most so many steps, each of which answers one question or makes one value to try. */
    static Outcome of(List<Formula> formulas, Domains domains, long steps) {
        Map<Thing, Integer> numbers = new HashMap<>();
        List<List<Object>> values = new ArrayList<>();
        for (Map.Entry<Thing, Set<Asks>> asked : questions(formulas).entrySet()) {
            Optional<List<Object>> ofThing = domains.of(asked.getKey(), asked.getValue());
            if (ofThing.isEmpty()) {
                return new Outcome(Optional.empty(), 0);
            }
            numbers.put(asked.getKey(), values.size());
            values.add(ofThing.get());
        }
        int[] sizes = values.stream().mapToInt(List::size).toArray();
        Search search = new Search(
                formulas.stream().map(formula -> node(formula, numbers, values)).toList(), sizes, steps);
        search.steps -= Arrays.stream(sizes).sum();
        boolean found = search.find();
        return new Outcome(search.steps < 0 ? Optional.empty() : Optional.of(found), steps - search.steps);
    }

    private static Node node(Formula formula, Map<Thing, Integer> numbers, List<List<Object>> values) {
        if (formula instanceof Asks asks) {
            int thing = numbers.getOrDefault(asks.thing(), OPEN);
            List<Object> ofThing = values.get(thing);
            BitSet yes = new BitSet(ofThing.size());
            for (int i = 0; i < ofThing.size(); i++) {
                yes.set(i, asks.answeredBy(ofThing.get(i)));
            }
            return new Node.Answers(thing, yes);
        }
        if (formula instanceof Not not) {
            return new Node.Negated(node(not.negated(), numbers, values));
        }
        boolean any = formula instanceof Any;
        List<Formula> parts = any ? ((Any) formula).parts() : ((All) formula).parts();
        return new Node.Parts(
                any, parts.stream().map(part -> node(part, numbers, values)).toList());
    }

    /** Everything that the formulas ask, by what they ask it of. */
    static Map<Thing, Set<Asks>> questions(List<Formula> formulas) {
        Map<Thing, Set<Asks>> questions = new LinkedHashMap<>();
        formulas.forEach(formula -> gather(formula, questions));
        return questions;
    }

    private static void gather(Formula formula, Map<Thing, Set<Asks>> questions) {
        if (formula instanceof All all) {
            all.parts().forEach(part -> gather(part, questions));
        } else if (formula instanceof Any any) {
            any.parts().forEach(part -> gather(part, questions));
        } else if (formula instanceof Not not) {
            gather(not.negated(), questions);
        } else if (formula instanceof Asks asks) {
            questions
                    .computeIfAbsent(asks.thing(), thing -> new LinkedHashSet<>())
                    .add(asks);
        }
    }

    private boolean find() {
        Node open = null;
        for (Node formula : formulas) {
            int so = now(formula);
            if (so == NO) {
                return false;
            }
            open = so == OPEN && open == null ? formula : open;
        }
        if (open == null) {
            return true;
        }
        int next = next(open);
        for (int value = 0; value < sizes[next]; value++) {
            if (steps < 0) {
                return false;
            }
            chosen[next] = value;
            if (find()) {
                return true;
            }
        }
        chosen[next] = OPEN;
        return false;
    }

    /** Whether a formula is so by the values that were chosen. */
    private int now(Node formula) {
        if (formula instanceof Node.Answers asks) {
            steps--;
            int value = chosen[asks.thing()];
            return value == OPEN ? OPEN : asks.yes().get(value) ? YES : NO;
        }
        if (formula instanceof Node.Negated not) {
            int so = now(not.node());
            return so == OPEN ? OPEN : YES - so;
        }
        Node.Parts parts = (Node.Parts) formula;
        int enough = parts.any() ? YES : NO;
        int end = YES - enough;
        for (int i = 0; i < parts.parts().size(); i++) {
            int so = now(parts.parts().get(i));
            if (so == enough) {
                return enough;
            }
            end = so == OPEN ? OPEN : end;
        }
        return end;
    }

    /** A thing that an open formula waits for. */
    private int next(Node open) {
        if (open instanceof Node.Answers asks) {
            return asks.thing();
        }
        if (open instanceof Node.Negated not) {
            return next(not.node());
        }
        for (Node part : ((Node.Parts) open).parts()) {
            if (now(part) == OPEN) {
                return next(part);
            }
        }
        throw new IllegalStateException("A formula without an open part is not open: " + open);
    }
}
