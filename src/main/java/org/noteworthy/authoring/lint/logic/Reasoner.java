package org.noteworthy.authoring.lint.logic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether conditions can be fulfilled together, and what follows from what, by what is certain of every fact.
 *
 * <p>An answer holds for every note. There is none (empty) where a condition is too large, or where too much was asked
 * already.
 */
public final class Reasoner {
    private static final long STEPS_OF_ONE = 500_000;
    private static final long STEPS_OF_ALL = 50_000_000;

    private final Domains domains;
    private final Map<String, List<Certainty>> certainties = new HashMap<>();
    private final IdentityHashMap<Formula, Reach> reaches = new IdentityHashMap<>();
    private long left = STEPS_OF_ALL;

    /** The things that a formula asks about, those that something certain connects with them, and all that is so certain. */
    private record Reach(Set<Thing> things, List<Formula> certain) {}

    /** Something certain, and what it is about. */
    private record Certainty(Formula formula, Set<Thing> things) {}

    /** {@code closed} lists all values of the properties that have no others in this edition, by their paths. */
    public Reasoner(Map<String, List<String>> closed) {
        domains = new Domains(closed);
    }

    /** Whether a fact can fulfil all of them. */
    public Optional<Boolean> possible(Formula... formulas) {
        Set<Formula> all = new LinkedHashSet<>(List.of(formulas));
        for (Formula formula : formulas) {
            all.addAll(reach(formula).certain());
        }
        Search.Outcome outcome = Search.of(List.copyOf(all), domains, Math.min(STEPS_OF_ONE, left));
        left -= outcome.steps();
        return outcome.found();
    }

    /** Whether every fact fulfils it. */
    public Optional<Boolean> certain(Formula formula) {
        return possible(Formula.not(formula)).map(possible -> !possible);
    }

    /** Whether every fact that fulfils the one fulfils the other. */
    public Optional<Boolean> follows(Formula one, Formula other) {
        return possible(one, Formula.not(other)).map(possible -> !possible);
    }

    /** Whether the same facts fulfil both. */
    public Optional<Boolean> same(Formula one, Formula other) {
        return follows(one, other).flatMap(follows -> follows ? follows(other, one) : Optional.of(false));
    }

    /** Whether the two have to do with each other: neither says anything of the other otherwise. */
    public boolean related(Formula one, Formula other) {
        return !Collections.disjoint(reach(one).things(), reach(other).things());
    }

    private Reach reach(Formula formula) {
        Formula bare = formula instanceof Formula.Not not ? not.negated() : formula;
        return reaches.computeIfAbsent(bare, this::reached);
    }

    private Reach reached(Formula formula) {
        Set<Thing> asked = Search.questions(List.of(formula)).keySet();
        Set<Thing> things = new LinkedHashSet<>(asked);
        List<Formula> certain = new ArrayList<>();
        List<Certainty> rest = new ArrayList<>();
        facts(asked).forEach((fact, type) -> rest.addAll(certainties(fact, type)));
        boolean grown = true;
        while (grown) {
            List<Certainty> next = rest.stream()
                    .filter(certainty -> !Collections.disjoint(certainty.things(), things))
                    .toList();
            next.forEach(certainty -> {
                things.addAll(certainty.things());
                certain.add(certainty.formula());
            });
            grown = rest.removeAll(next);
        }
        return new Reach(things, certain);
    }

    private static Map<Integer, String> facts(Set<Thing> things) {
        Map<Integer, String> facts = new HashMap<>();
        things.stream()
                .filter(thing -> !thing.type().isEmpty())
                .forEach(thing -> facts.put(thing.fact(), thing.type()));
        return facts;
    }

    private List<Certainty> certainties(int fact, String type) {
        return certainties.computeIfAbsent(
                type + " " + fact,
                key -> Certain.of(type, fact).stream()
                        .map(formula -> new Certainty(
                                formula,
                                new HashSet<>(Search.questions(List.of(formula)).keySet())))
                        .toList());
    }
}
