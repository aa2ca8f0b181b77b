package org.noteworthy.playbooks.logic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.logic.Formula.All;
import org.noteworthy.playbooks.logic.Formula.Any;
import org.noteworthy.playbooks.logic.Formula.Asks;
import org.noteworthy.playbooks.logic.Formula.Not;

/** Looks for values of things under which some formulas are all so, one thing after the other. */
final class Search {
    private final List<Formula> formulas;
    private final Map<Thing, List<Object>> domains = new LinkedHashMap<>();
    private final Map<Thing, Object> values = new HashMap<>();
    private long steps;

    private Search(List<Formula> formulas, long steps) {
        this.formulas = formulas;
        this.steps = steps;
    }

    /**
     * What a search came to.
     *
     * @param found whether there are such values; empty where it took more steps than it may
     * @param steps how many it took
     */
    record Outcome(Optional<Boolean> found, long steps) {}

    /** Looks in at most so many steps, each of which asks one question. */
    static Outcome of(List<Formula> formulas, Domains domains, long steps) {
        Search search = new Search(formulas, steps);
        for (Map.Entry<Thing, Set<Asks>> asked : questions(formulas).entrySet()) {
            Optional<List<Object>> values = domains.of(asked.getKey(), asked.getValue());
            if (values.isEmpty()) {
                return new Outcome(Optional.empty(), 0);
            }
            search.domains.put(asked.getKey(), values.get());
        }
        boolean found = search.find();
        return new Outcome(search.steps < 0 ? Optional.empty() : Optional.of(found), steps - search.steps);
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
        Formula open = null;
        for (Formula formula : formulas) {
            Boolean so = now(formula);
            if (so == null) {
                open = open == null ? formula : open;
            } else if (!so) {
                return false;
            }
        }
        if (open == null) {
            return true;
        }
        Thing next = next(open);
        for (Object value : domains.getOrDefault(next, List.of())) {
            if (steps < 0) {
                return false;
            }
            values.put(next, value);
            if (find()) {
                return true;
            }
        }
        values.remove(next);
        return false;
    }

    /** Whether a formula is so by the values that were chosen; null while that is open. */
    private @Nullable Boolean now(Formula formula) {
        if (formula instanceof Asks asks) {
            steps--;
            Object value = values.get(asks.thing());
            return value == null ? null : (Boolean) asks.answeredBy(value);
        }
        if (formula instanceof Not not) {
            Boolean so = now(not.negated());
            return so == null ? null : (Boolean) !so;
        }
        boolean any = formula instanceof Any;
        List<Formula> parts = any ? ((Any) formula).parts() : ((All) formula).parts();
        boolean open = false;
        for (Formula part : parts) {
            Boolean so = now(part);
            if (so == null) {
                open = true;
            } else if (so == any) {
                return any;
            }
        }
        return open ? null : (Boolean) !any;
    }

    /** A thing that an open formula waits for. */
    private Thing next(Formula open) {
        List<Formula> parts = new ArrayList<>();
        if (open instanceof Asks asks) {
            return asks.thing();
        } else if (open instanceof Not not) {
            return next(not.negated());
        } else if (open instanceof All all) {
            parts = all.parts();
        } else if (open instanceof Any any) {
            parts = any.parts();
        }
        for (Formula part : parts) {
            if (now(part) == null) {
                return next(part);
            }
        }
        throw new IllegalStateException("An open formula waits for something");
    }
}
