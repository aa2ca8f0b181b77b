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
 * @param text with the conditions put in, all lines where they were
 * @param inserts where something was put in
 */
record ScopedRules(String text, List<Insert> inserts) {
    private static final Pattern NOTE = Pattern.compile("\\$\\w+\\s*:\\s*Note\\s*\\(");
    private static final Pattern PLAIN = Pattern.compile("[^\"\\\\\\r\\n]*");

    /** A place in the written file: line and column from 1, and how much was put in there. */
    record Insert(int line, int column, int length) {}

    /** Puts the conditions into a file; {@code rules} are all rules of it, in its order. */
    static ScopedRules of(String written, List<Rule> rules) {
        List<Rule> inOrder =
                rules.stream().sorted(Comparator.comparingInt(Rule::line)).toList();
        List<Integer> places = new ArrayList<>();
        Matcher patterns = NOTE.matcher(written);
        while (patterns.find()) {
            places.add(patterns.end());
        }
        boolean ofNotes = rules.stream().allMatch(rule -> rule.subject() == Rule.Subject.NOTE);
        if (!ofNotes || places.size() != rules.size()) {
            return new ScopedRules(written, List.of());
        }
        StringBuilder text = new StringBuilder(written);
        List<Insert> inserts = new ArrayList<>();
        for (int i = places.size() - 1; i >= 0; i--) {
            int at = places.get(i);
            String conditions = conditions(inOrder.get(i));
            if (!conditions.isEmpty() && written.substring(at).stripLeading().startsWith(")")) {
                conditions = conditions.substring(0, conditions.length() - 1);
            }
            text.insert(at, conditions);
            int lineStart = Math.max(written.lastIndexOf('\n', at - 1), written.lastIndexOf('\r', at - 1)) + 1;
            int line = (int) written.substring(0, at).lines().count();
            inserts.add(new Insert(line, at - lineStart + 1, conditions.length()));
        }
        return new ScopedRules(text.toString(), inserts);
    }

    /** The column in the written file of a column in this text. */
    int writtenColumn(int line, int column) {
        int written = column;
        for (Insert insert : inserts) {
            if (insert.line() == line && column > insert.column()) {
                written = Math.max(insert.column(), written - insert.length());
            }
        }
        return written;
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
