package org.noteworthy.authoring.lint.logic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.noteworthy.authoring.lint.logic.Formula.Asks;
import org.noteworthy.notes.vocabulary.FactInvariants;
import org.noteworthy.playbooks.language.Condition;
import org.noteworthy.playbooks.language.FactPattern;
import org.noteworthy.playbooks.language.Operator;
import org.noteworthy.playbooks.language.WrittenRule;

/**
 * When a rule is violated.
 *
 * @param scope of which facts it is asked at all
 * @param patterns what it looks for, the fact that it judges first
 */
public record Meaning(Formula scope, List<Pattern> patterns) {
    public Meaning {
        patterns = List.copyOf(patterns);
    }

    /**
     * What is looked for, and the conditions that the fact fulfils.
     *
     * @param ofFirst when the first fact of the rule fulfils them itself, where it is of the same type
     */
    public record Pattern(FactPattern written, List<Part> parts, Formula ofFirst) {
        public Pattern {
            parts = List.copyOf(parts);
        }

        /** All of its conditions. */
        public Formula formula() {
            return new Formula.All(parts.stream().map(Part::formula).toList());
        }
    }

    /** One of the conditions between commas. */
    public record Part(Condition written, Formula formula) {}

    /** Takes a rule that is right; the lists are what its annotations say, empty where they say nothing. */
    public static Meaning of(WrittenRule rule, List<String> roles, List<String> noteTypes, List<String> needs) {
        Map<String, Integer> names = new HashMap<>();
        List<Pattern> patterns = new ArrayList<>();
        for (FactPattern pattern : rule.patterns()) {
            int place = patterns.size();
            if (pattern.name() != null) {
                names.put(pattern.name(), place);
            }
            Translation ofFirst = new Translation(name -> name == null ? 0 : names.getOrDefault(name, place));
            Translation translation = new Translation(name -> name == null ? place : names.getOrDefault(name, place));
            patterns.add(new Pattern(
                    pattern,
                    pattern.conditions().stream()
                            .map(condition -> new Part(condition, translation.of(condition)))
                            .toList(),
                    ofFirst.all(pattern.conditions())));
        }
        String type = rule.patterns().get(0).fact();
        List<Formula> scope = new ArrayList<>();
        oneOf(type, "role.code", roles, scope);
        oneOf(type, "noteType.name", noteTypes, scope);
        needs.forEach(field -> scope.add(known(type, field)));
        return new Meaning(new Formula.All(scope), patterns);
    }

    /** When it is violated: all that it looks for is there. What must not be there is left out, so it may be violated less. */
    public Formula looksFor() {
        List<Formula> formulas = new ArrayList<>(List.of(scope));
        patterns.stream()
                .filter(pattern -> pattern.written().quantity() != FactPattern.Quantity.NONE)
                .forEach(pattern -> formulas.add(pattern.formula()));
        return new Formula.All(formulas);
    }

    private static void oneOf(String type, String path, List<String> values, List<Formula> scope) {
        if (!values.isEmpty()) {
            Thing thing = new Thing(0, type, path, Thing.Kind.TEXT);
            scope.add(new Formula.Any(values.stream()
                    .map(value -> (Formula) new Asks(thing, Operator.EQUALS, value))
                    .toList()));
        }
    }

    private static Formula known(String type, String field) {
        String condition = FactInvariants.known(field);
        return condition.isEmpty() || !type.equals("Note")
                ? new Asks(new Thing(0, type, "given " + field, Thing.Kind.YES_OR_NO), Operator.EQUALS, true)
                : Certain.formula(type, condition, 0);
    }
}
