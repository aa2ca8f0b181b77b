package org.noteworthy.playbooks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A rule file as the engine compiles it: whom a rule binds and what it needs, which its annotations say, stands as the
 * first conditions of its pattern.
 *
 * <p>Rules of one scope then share these conditions in the engine's network, and a note that they cannot judge costs one
 * look for all of them instead of a match for each that is thrown away. It changes nothing but time: the checker holds
 * every match against the scope again.
 *
 * <p>What is put in stands on lines that are there, so that the compiler's lines are those of the file; it tells no
 * columns.
 */
final class ScopedRules {
    private static final Pattern NOTE = Pattern.compile("\\$\\w+\\s*:\\s*Note\\s*\\(");
    private static final Pattern PLAIN = Pattern.compile("[^\"\\\\\\r\\n]*");

    private ScopedRules() {}

    /** The text to compile; {@code rules} are all rules of the written one. */
    static String of(String written, List<Rule> rules) {
        List<Rule> inOrder =
                rules.stream().sorted(Comparator.comparingInt(Rule::line)).toList();
        List<Integer> places = new ArrayList<>();
        Matcher patterns = NOTE.matcher(written);
        while (patterns.find()) {
            places.add(patterns.end());
        }
        boolean ofNotes = rules.stream().allMatch(rule -> rule.subject() == Rule.Subject.NOTE);
        if (!ofNotes || places.size() != rules.size()) {
            return written;
        }
        StringBuilder text = new StringBuilder(written);
        for (int i = places.size() - 1; i >= 0; i--) {
            int at = places.get(i);
            String conditions = conditions(inOrder.get(i));
            if (!conditions.isEmpty() && written.substring(at).stripLeading().startsWith(")")) {
                conditions = conditions.substring(0, conditions.length() - 1);
            }
            text.insert(at, conditions);
        }
        return text.toString();
    }

    private static String conditions(Rule rule) {
        StringBuilder conditions = new StringBuilder();
        append(conditions, "role.code", rule.roles());
        append(conditions, "noteType.name", rule.noteTypes());
        rule.needs().stream()
                .filter(need -> !need.equals("role"))
                .sorted()
                .forEach(need -> conditions.append(" given.").append(need).append(" != null,"));
        return conditions.toString();
    }

    private static void append(StringBuilder conditions, String property, List<String> values) {
        if (!values.isEmpty()
                && values.stream().allMatch(value -> PLAIN.matcher(value).matches())) {
            conditions.append(values.stream()
                    .map(value -> property + " == \"" + value + "\"")
                    .collect(Collectors.joining(" || ", " ", ",")));
        }
    }
}
