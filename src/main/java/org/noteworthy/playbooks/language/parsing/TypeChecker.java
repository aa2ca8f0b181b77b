package org.noteworthy.playbooks.language.parsing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.noteworthy.notes.vocabulary.Vocabulary;
import org.noteworthy.playbooks.language.Condition;
import org.noteworthy.playbooks.language.Days;
import org.noteworthy.playbooks.language.Literal;
import org.noteworthy.playbooks.language.Operator;
import org.noteworthy.playbooks.language.PropertyUse;
import org.noteworthy.playbooks.language.Value;
import org.noteworthy.playbooks.language.ValueKind;
import org.noteworthy.playbooks.language.pattern.TextPattern;

/** Holds each comparison against the kinds of its two sides: the engine would turn one into the other in ways of its own. */
final class TypeChecker {
    private final SourceDiagnostics diagnostics;

    TypeChecker(SourceDiagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** A property that stands by itself says yes or no. */
    void checkAlone(PropertyUse property) {
        switch (property.kind()) {
            case YES_OR_NO, UNKNOWN -> {}
            case PART -> part(property);
            case TEXT -> alone(property, " == \"…\"");
            case DAY -> alone(property, " >= \"2020-03-25\"");
            case NUMBER -> alone(property, " > 0");
            case TEXTS -> alone(property, " contains \"…\"");
        }
    }

    private void alone(PropertyUse property, String comparison) {
        diagnostics.add(
                property.at(),
                "\"" + property.written() + "\" is " + property.kind().words()
                        + ", which is not true or false by itself. Compare it: " + property.written() + comparison
                        + ".");
    }

    void check(Condition.OneOf oneOf) {
        for (Literal value : oneOf.values()) {
            if (value.value() == null || oneOf.property().kind() == ValueKind.YES_OR_NO) {
                diagnostics.add(value.at(), "A list holds texts between quotes, or numbers.");
                return;
            }
            if (!same(oneOf.property(), value)) {
                return;
            }
        }
    }

    void check(Condition.Compares compares) {
        Value left = compares.left();
        Value right = compares.right();
        if (hasPart(left) || hasPart(right) || left.kind() == ValueKind.UNKNOWN) {
            return;
        }
        switch (compares.operator()) {
            case EQUALS, DIFFERS -> equal(left, right);
            case LESS, AT_MOST, MORE, AT_LEAST -> {
                if (same(left, right)
                        && left.kind() != ValueKind.NUMBER
                        && !left.kind().ofText()) {
                    diagnostics.add(
                            compares.at(),
                            "\"" + compares.operator().written() + "\" compares numbers, or days written like"
                                    + " 2020-03-25, and " + told(left) + ".");
                }
            }
            case CONTAINS, LACKS -> {
                if (left.kind() != ValueKind.TEXTS) {
                    texts(left, right, compares.operator());
                } else {
                    needs(right, ValueKind.TEXT, compares.operator());
                }
            }
            case MEMBER_OF, NOT_MEMBER_OF -> {
                needs(left, ValueKind.TEXT, compares.operator());
                needs(right, ValueKind.TEXTS, compares.operator());
            }
            case MATCHES, MATCHES_NOT -> {
                if (left.kind() != ValueKind.DAY) {
                    needs(left, ValueKind.TEXT, compares.operator());
                }
                pattern(right);
            }
            case STARTS_WITH, ENDS_WITH -> texts(left, right, compares.operator());
        }
    }

    private void texts(Value left, Value right, Operator operator) {
        if (left.kind() == ValueKind.DAY
                && right instanceof Literal literal
                && literal.value() instanceof String part) {
            partOfDay(left, part, literal, operator);
        } else {
            needs(left, ValueKind.TEXT, operator);
            if (right.kind() != ValueKind.DAY) {
                needs(right, ValueKind.TEXT, operator);
            }
        }
    }

    private void partOfDay(Value day, String part, Literal literal, Operator operator) {
        boolean possible = Days.partOfDay(part, operator == Operator.STARTS_WITH, operator == Operator.ENDS_WITH);
        if (!possible) {
            diagnostics.add(
                    literal.at(),
                    told(day) + ", written year-month-day such as 2020-03-25, where \"" + part
                            + "\" cannot stand. Write it as a part of such a day, or compare by < and >=.");
        }
    }

    private void pattern(Value right) {
        if (right instanceof Literal literal && literal.value() instanceof String pattern) {
            TextPattern.refusal(pattern).ifPresent(sentence -> diagnostics.add(right.at(), sentence));
        } else {
            diagnostics.add(right.at(), "After \"matches\" stands the pattern itself, as a text between quotes.");
        }
    }

    private void equal(Value left, Value right) {
        if (left.kind() == ValueKind.TEXTS) {
            diagnostics.add(left.at(), told(left) + ". Ask for one of them: contains \"…\".");
        } else if (right instanceof Literal literal && literal.value() == null) {
            if (left.kind() == ValueKind.YES_OR_NO || left.kind() == ValueKind.NUMBER) {
                diagnostics.add(right.at(), told(left) + ", and never without a value.");
            }
        } else {
            same(left, right);
        }
    }

    private boolean same(Value left, Value right) {
        if (left.kind() == ValueKind.DAY
                && right instanceof Literal literal
                && literal.value() instanceof String text) {
            Optional<String> refusal = Days.refusal(text);
            refusal.ifPresent(sentence -> diagnostics.add(right.at(), sentence));
            return refusal.isEmpty();
        }
        if (left.kind() == right.kind() || left.kind() == ValueKind.UNKNOWN || unknown(right)) {
            return !hasPart(left);
        }
        if (!hasPart(left) && !hasPart(right)) {
            String quotes = left.kind() == ValueKind.NUMBER && right.kind() == ValueKind.TEXT
                    ? " A number stands without quotes."
                    : left.kind().ofText() && right instanceof Literal
                            ? (left.kind() == ValueKind.DAY ? " A day" : " A text") + " stands between quotes."
                            : "";
            diagnostics.add(right.at(), told(left) + ", and " + told(right) + ": they cannot be compared." + quotes);
        }
        return false;
    }

    private void needs(Value value, ValueKind kind, Operator operator) {
        if (value.kind() != kind && !unknown(value)) {
            diagnostics.add(
                    value.at(),
                    "\"" + operator.written() + "\" needs " + kind.words() + " here, and " + told(value) + ".");
        }
    }

    /** A name that is not known has been told already; {@code null} is known and fits nothing. */
    private static boolean unknown(Value value) {
        return value instanceof PropertyUse && value.kind() == ValueKind.UNKNOWN;
    }

    private boolean hasPart(Value value) {
        if (value instanceof PropertyUse property && property.kind() == ValueKind.PART) {
            part(property);
            return true;
        }
        return false;
    }

    private void part(PropertyUse property) {
        List<Vocabulary.Property> steps = property.steps();
        String type =
                steps.isEmpty() ? property.fact() : steps.get(steps.size() - 1).result();
        String examples = Vocabulary.properties(type).stream()
                .filter(each -> ValueKind.of(each) != ValueKind.PART)
                .limit(3)
                .map(each -> property.written() + "." + each.name())
                .collect(Collectors.joining(", "));
        diagnostics.add(
                property.at(),
                "\"" + property.written() + "\" is not a value that can be compared."
                        + (examples.isEmpty()
                                ? " It is a place that a violation can point at."
                                : " Ask for one of its properties, such as " + examples + "."));
    }

    private static String told(Value value) {
        if (value instanceof PropertyUse property) {
            return "\"" + property.written() + "\" is " + property.kind().words();
        }
        Object literal = ((Literal) value).value();
        return literal instanceof String text
                ? "\"" + text + "\" is a text"
                : literal instanceof Integer ? literal + " is a number" : literal + " is not a value";
    }
}
