package org.noteworthy.playbooks.language;

import java.util.List;
import java.util.function.Function;
import org.noteworthy.playbooks.language.pattern.Deadline;
import org.noteworthy.playbooks.language.pattern.TextPattern;
import org.noteworthy.playbooks.language.pattern.TextSearch;

/**
 * Writes rules for the engine's compiler: from what was understood, each thing on the line on which its file says it.
 *
 * <p>Comments, annotations and the texts of violations do not get there; {@code matches} becomes a call of
 * {@link TextPattern}, and {@code contains} between texts one of {@link TextSearch}.
 */
public final class CompilableText {
    private final StringBuilder text = new StringBuilder();
    private int line = 1;
    private int lineStart;

    private CompilableText() {}

    /**
     * The rules as one text.
     *
     * @param scope the conditions under which a rule judges a note at all, written out; they become the first ones of
     *     its pattern. Empty for none
     */
    public static String of(List<WrittenRule> rules, Function<WrittenRule, List<String>> scope) {
        CompilableText written = new CompilableText();
        rules.forEach(rule -> written.rule(rule, scope.apply(rule)));
        return written.text.toString();
    }

    /** A text between quotes, as the compiler reads it. */
    public static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private void rule(WrittenRule rule, List<String> scope) {
        at(rule.at());
        text.append("rule ").append(quoted(rule.name())).append(" when");
        for (FactPattern pattern : rule.patterns()) {
            at(pattern.at());
            boolean first = pattern.equals(rule.patterns().get(0));
            pattern(pattern, first ? scope : List.of(watched(rule.patterns().get(0))));
        }
        at(rule.consequence().at());
        text.append("then report.violation( ")
                .append(rule.consequence().place().written())
                .append(", \"\" ); end");
    }

    /** The engine holds facts against each other for as long as it takes, unless a condition of theirs breaks it off. */
    private static String watched(FactPattern first) {
        return Deadline.class.getSimpleName() + ".allows( " + first.name() + " )";
    }

    private void pattern(FactPattern pattern, List<String> scope) {
        text.append(
                switch (pattern.quantity()) {
                    case EACH -> "";
                    case AT_LEAST_ONE -> "exists ";
                    case NONE -> "not ";
                });
        if (pattern.name() != null) {
            text.append(pattern.name()).append(" : ");
        }
        text.append(pattern.fact()).append("(");
        String comma = " ";
        for (String condition : scope) {
            text.append(comma).append(condition);
            comma = ", ";
        }
        for (Condition condition : pattern.conditions()) {
            text.append(comma);
            at(condition.at());
            condition(condition, false);
            comma = ", ";
        }
        text.append(" )");
    }

    private void condition(Condition condition, boolean inner) {
        if (condition instanceof Condition.All all) {
            joined(all.parts(), " && ", inner);
        } else if (condition instanceof Condition.Any any) {
            joined(any.parts(), " || ", inner);
        } else if (condition instanceof Condition.Not not) {
            text.append("!");
            boolean bare = not.negated() instanceof Condition.Holds;
            text.append(bare ? "" : "( ");
            condition(not.negated(), false);
            text.append(bare ? "" : " )");
        } else if (condition instanceof Condition.Holds holds) {
            text.append(holds.property().written());
        } else if (condition instanceof Condition.OneOf oneOf) {
            text.append(oneOf.property().written())
                    .append(oneOf.negated() ? " not in ( " : " in ( ")
                    .append(String.join(
                            ", ",
                            oneOf.values().stream().map(CompilableText::written).toList()))
                    .append(" )");
        } else if (condition instanceof Condition.Compares compares) {
            compares(compares);
        }
    }

    private void joined(List<Condition> parts, String sign, boolean brackets) {
        text.append(brackets ? "( " : "");
        String between = "";
        for (Condition part : parts) {
            text.append(between);
            at(part.at());
            condition(part, true);
            between = sign;
        }
        text.append(brackets ? " )" : "");
    }

    private void compares(Condition.Compares compares) {
        String left = written(compares.left());
        String right = written(compares.right());
        Operator operator = compares.operator();
        boolean list = compares.left().kind() == ValueKind.TEXTS;
        if (operator == Operator.MATCHES || operator == Operator.MATCHES_NOT) {
            call(operator == Operator.MATCHES_NOT, TextPattern.class, "matches", left, right);
        } else if ((operator == Operator.CONTAINS || operator == Operator.LACKS) && !list) {
            call(operator == Operator.LACKS, TextSearch.class, "contains", left, right);
        } else if (operator == Operator.EQUALS || operator == Operator.DIFFERS) {
            text.append(left + " " + operator.written() + " " + right);
        } else {
            guarded(compares, left + " " + operator.written() + " " + right);
        }
    }

    private void call(boolean negated, Class<?> of, String method, String left, String right) {
        text.append(negated ? "!" : "")
                .append(of.getSimpleName())
                .append("." + method + "( " + left + ", " + right + " )");
    }

    /** A text that is not there has no size, holds nothing and is no member of anything: the engine has ways of its own. */
    private void guarded(Condition.Compares compares, String comparison) {
        boolean negative = compares.operator() == Operator.LACKS || compares.operator() == Operator.NOT_MEMBER_OF;
        StringBuilder guards = new StringBuilder();
        for (Value side : List.of(compares.left(), compares.right())) {
            if (side instanceof PropertyUse && side.kind().ofText()) {
                guards.append(written(side)).append(negative ? " == null || " : " != null && ");
            }
        }
        text.append(guards.isEmpty() ? comparison : "( " + guards + comparison + " )");
    }

    private static String written(Value value) {
        if (value instanceof PropertyUse property) {
            return property.written();
        }
        Object literal = ((Literal) value).value();
        return literal instanceof String content ? quoted(content) : String.valueOf(literal);
    }

    /** Goes to a line of the file, and to the column there unless it is behind already. */
    private void at(Span place) {
        while (line < place.line()) {
            text.append("\n");
            line++;
            lineStart = text.length();
        }
        int blanks = Math.max(text.length() == lineStart ? 0 : 1, place.column() - 1 - (text.length() - lineStart));
        text.append(" ".repeat(blanks));
    }
}
