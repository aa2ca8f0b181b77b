package org.noteworthy.playbooks.language;

import java.util.List;
import java.util.stream.Collectors;

/** Writes what was read as a rule file says it, with blanks of its own; reading that again gives the same. */
public final class DrlText {
    private DrlText() {}

    /** A whole rule. */
    public static String of(WrittenRule rule) {
        StringBuilder text = new StringBuilder("rule ").append(CompilableText.quoted(rule.name()));
        for (Annotation annotation : rule.annotations()) {
            text.append("\n    @")
                    .append(annotation.name())
                    .append("(\"")
                    .append(annotation.value())
                    .append("\")");
        }
        text.append(rule.enabled() ? "" : "\n    enabled false").append("\nwhen\n");
        rule.patterns()
                .forEach(pattern -> text.append("    ").append(of(pattern)).append("\n"));
        return text.append("then\n    report.violation( ")
                .append(rule.consequence().place().written())
                .append(", ")
                .append(CompilableText.quoted(rule.consequence().message()))
                .append(" );\nend\n")
                .toString();
    }

    /** A pattern, such as {@code not Note( interaction == $interaction.id )}. */
    public static String of(FactPattern pattern) {
        String quantity = switch (pattern.quantity()) {
            case EACH -> "";
            case AT_LEAST_ONE -> "exists ";
            case NONE -> "not ";
        };
        return quantity
                + (pattern.name() == null ? "" : pattern.name() + " : ")
                + pattern.fact()
                + (pattern.conditions().isEmpty()
                        ? "( )"
                        : pattern.conditions().stream().map(DrlText::of).collect(Collectors.joining(", ", "( ", " )")));
    }

    /** A condition, such as {@code !status.allowed}. */
    public static String of(Condition condition) {
        if (condition instanceof Condition.All all) {
            return joined(all.parts(), " && ");
        }
        if (condition instanceof Condition.Any any) {
            return joined(any.parts(), " || ");
        }
        if (condition instanceof Condition.Not not) {
            return not.negated() instanceof Condition.Holds
                    ? "!" + of(not.negated())
                    : "!( " + of(not.negated()) + " )";
        }
        if (condition instanceof Condition.Holds holds) {
            return holds.property().written();
        }
        if (condition instanceof Condition.OneOf oneOf) {
            return oneOf.property().written() + (oneOf.negated() ? " not in " : " in ") + of(oneOf.values());
        }
        Condition.Compares compares = (Condition.Compares) condition;
        return of(compares.left()) + " " + compares.operator().written() + " " + of(compares.right());
    }

    public static String of(Value value) {
        if (value instanceof PropertyUse property) {
            return property.written();
        }
        Object literal = ((Literal) value).value();
        return literal instanceof String content ? CompilableText.quoted(content) : String.valueOf(literal);
    }

    public static String of(List<Literal> values) {
        return values.stream().map(DrlText::of).collect(Collectors.joining(", ", "( ", " )"));
    }

    private static String joined(List<Condition> parts, String sign) {
        return parts.stream()
                .map(part -> part instanceof Condition.All || part instanceof Condition.Any
                        ? "( " + of(part) + " )"
                        : of(part))
                .collect(Collectors.joining(sign));
    }
}
