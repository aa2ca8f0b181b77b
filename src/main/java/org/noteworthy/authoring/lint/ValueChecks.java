package org.noteworthy.authoring.lint;

import java.util.List;
import java.util.Map;
import org.noteworthy.notes.vocabulary.Vocabulary.Form;
import org.noteworthy.playbooks.edition.ReadRule;
import org.noteworthy.playbooks.language.Condition;
import org.noteworthy.playbooks.language.Literal;
import org.noteworthy.playbooks.language.PropertyUse;
import org.noteworthy.playbooks.language.Value;
import org.noteworthy.playbooks.language.ValueKind;
import org.noteworthy.playbooks.language.pattern.TextPattern;

/** Checks the values that single comparisons hold properties against. */
final class ValueChecks {
    private final Map<String, List<String>> closed;
    private final LintDiagnostics diagnostics;

    /** {@code closed} lists all values of the properties that have no others, by their paths. */
    ValueChecks(Map<String, List<String>> closed, LintDiagnostics diagnostics) {
        this.closed = closed;
        this.diagnostics = diagnostics;
    }

    void look(ReadRule rule) {
        rule.written().patterns().stream()
                .flatMap(pattern -> pattern.conditions().stream())
                .flatMap(Condition::leaves)
                .forEach(leaf -> look(rule, leaf));
    }

    private void look(ReadRule rule, Condition leaf) {
        if (leaf instanceof Condition.OneOf oneOf) {
            oneOf.values().forEach(value -> known(rule, oneOf.property(), value));
        } else if (leaf instanceof Condition.Compares compares) {
            switch (compares.operator()) {
                case EQUALS, DIFFERS -> known(rule, compares.left(), compares.right());
                case CONTAINS, LACKS -> {
                    known(rule, compares.left(), compares.right());
                    empty(rule, compares);
                }
                case STARTS_WITH, ENDS_WITH -> empty(rule, compares);
                case MEMBER_OF, NOT_MEMBER_OF -> known(rule, compares.right(), compares.left());
                case MATCHES, MATCHES_NOT -> lineEnds(rule, compares);
                default -> {}
            }
        }
    }

    /** Looks for the value of a property in the tables that hold all of them. */
    private void known(ReadRule rule, Value of, Value value) {
        if (of instanceof PropertyUse property
                && value instanceof Literal literal
                && literal.value() instanceof String text) {
            List<String> known = closed.get(property.path());
            if (known != null && !known.contains(text)) {
                add(
                        Code.UNKNOWN_VALUE,
                        rule,
                        literal,
                        "\"" + property.written() + "\" is never \"" + text + "\" in this edition, by its tables."
                                + diagnostics.insteadOf(text, known));
            }
        }
    }

    private void empty(ReadRule rule, Condition.Compares compares) {
        if (compares.left().kind() != ValueKind.TEXTS
                && compares.right() instanceof Literal literal
                && "".equals(literal.value())) {
            add(
                    Code.NO_EFFECT,
                    rule,
                    literal,
                    "Every text contains \"\", begins and ends with it, so this asks only whether there is a text. Write what"
                            + " should stand in it, or != null.");
        }
    }

    private void lineEnds(ReadRule rule, Condition.Compares compares) {
        if (compares.left() instanceof PropertyUse property
                && property.form() == Form.LINES
                && compares.right() instanceof Literal literal
                && literal.value() instanceof String pattern
                && TextPattern.stopsAtLineEnds(pattern)) {
            add(
                    Code.STOPS_AT_LINE_END,
                    rule,
                    literal,
                    "\"" + property.written()
                            + "\" may have several lines, and a dot stops at the end of a line. Begin the"
                            + " pattern with (?s), and a dot takes line ends too; or say where a line ends with \\\\n.");
        }
    }

    private void add(Code code, ReadRule rule, Value at, String sentence) {
        diagnostics.add(code, rule.rule().file(), at.at(), sentence);
    }
}
