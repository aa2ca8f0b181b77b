package org.noteworthy.playbooks.engine;

import static org.noteworthy.playbooks.language.CompilableText.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.noteworthy.playbooks.edition.Rule;

/**
 * Whom a rule binds and what it needs, which its annotations say, as the first conditions of its pattern.
 *
 * <p>Rules of one scope then share these conditions in the engine's network, and a note that they cannot judge costs one
 * look for all of them instead of a match for each that is thrown away. It changes nothing but time: the checker holds
 * every match against the scope again.
 */
final class ScopedRules {
    private ScopedRules() {}

    /** The conditions of a rule about single notes; none for others, whose patterns are about several facts. */
    static List<String> conditions(Rule rule) {
        List<String> conditions = new ArrayList<>();
        if (rule.subject() == Rule.Subject.NOTE) {
            append(conditions, "role.code", rule.roles());
            append(conditions, "noteType.name", rule.noteTypes());
            rule.needs().stream()
                    .filter(need -> !need.equals("role"))
                    .sorted()
                    .forEach(need -> conditions.add("given." + need + " != null"));
        }
        return conditions;
    }

    private static void append(List<String> conditions, String property, List<String> values) {
        if (!values.isEmpty()) {
            conditions.add(values.stream()
                    .map(value -> property + " == " + quoted(value))
                    .collect(Collectors.joining(" || ")));
        }
    }
}
