package org.noteworthy.playbooks.logic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
    private static final long STEPS_OF_ALL = 200_000_000;

    private final Domains domains;
    private final Map<String, List<Certainty>> certainties = new HashMap<>();
    private long left = STEPS_OF_ALL;

    /** Something certain, and what it is about. */
    private record Certainty(Formula formula, Set<Thing> things) {}

    /** {@code closed} lists all values of the properties that have no others in this edition, by their paths. */
    public Reasoner(Map<String, List<String>> closed) {
        domains = new Domains(closed);
    }

    /** Whether a fact can fulfil all of them. */
    public Optional<Boolean> possible(Formula... formulas) {
        List<Formula> all = new ArrayList<>(List.of(formulas));
        all.addAll(concerning(Search.questions(all).keySet()));
        Search.Outcome outcome = Search.of(all, domains, Math.min(STEPS_OF_ONE, left));
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
        Set<Thing> things = reach(Search.questions(List.of(one)).keySet());
        return Search.questions(List.of(other)).keySet().stream().anyMatch(things::contains);
    }

    private List<Formula> concerning(Set<Thing> asked) {
        Set<Thing> things = reach(asked);
        List<Formula> concerning = new ArrayList<>();
        facts(asked)
                .forEach((fact, type) -> certainties(fact, type).stream()
                        .filter(certainty -> certainty.things().stream().anyMatch(things::contains))
                        .forEach(certainty -> concerning.add(certainty.formula())));
        return concerning;
    }

    /** The things, those that something certain connects with them, and so on. */
    private Set<Thing> reach(Set<Thing> asked) {
        Set<Thing> reached = new LinkedHashSet<>(asked);
        List<Certainty> rest = new ArrayList<>();
        facts(asked).forEach((fact, type) -> rest.addAll(certainties(fact, type)));
        boolean grown = true;
        while (grown) {
            grown = rest.removeIf(certainty ->
                    certainty.things().stream().anyMatch(reached::contains) && reached.addAll(certainty.things()));
        }
        return reached;
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
