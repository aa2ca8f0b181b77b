package org.noteworthy.playbooks.language.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.text.Nearest;
import org.noteworthy.notes.vocabulary.Vocabulary;
import org.noteworthy.playbooks.language.Condition;
import org.noteworthy.playbooks.language.Limits;
import org.noteworthy.playbooks.language.Literal;
import org.noteworthy.playbooks.language.Operator;
import org.noteworthy.playbooks.language.PropertyUse;
import org.noteworthy.playbooks.language.Span;
import org.noteworthy.playbooks.language.Value;
import org.noteworthy.playbooks.language.parsing.SourceDiagnostics.Halt;
import org.noteworthy.playbooks.language.parsing.Token.Kind;

/** Reads the conditions of one pattern. */
final class ConditionParser {
    private static final Map<String, Operator> SIGNS = Map.of(
            "==", Operator.EQUALS,
            "!=", Operator.DIFFERS,
            "<", Operator.LESS,
            "<=", Operator.AT_MOST,
            ">", Operator.MORE,
            ">=", Operator.AT_LEAST,
            "contains", Operator.CONTAINS,
            "memberOf", Operator.MEMBER_OF,
            "matches", Operator.MATCHES);
    private static final Map<String, Operator> NEGATED = Map.of(
            "contains", Operator.LACKS,
            "memberOf", Operator.NOT_MEMBER_OF,
            "matches", Operator.MATCHES_NOT);
    /** What rules write for what programs call. */
    private static final Map<String, String> METHODS = Map.of(
            "startsWith", "str[startsWith]",
            "endsWith", "str[endsWith]",
            "contains", "contains",
            "matches", "matches",
            "equals", "==");

    private static final Map<String, Operator> OF_TEXTS =
            Map.of("startsWith", Operator.STARTS_WITH, "endsWith", Operator.ENDS_WITH);

    private final Cursor cursor;
    private final Names names;
    private final SourceDiagnostics diagnostics;
    private final String fact;
    private final TypeChecker fit;
    private int count;
    private @Nullable Halt lost;

    ConditionParser(Cursor cursor, Names names, SourceDiagnostics diagnostics, String fact) {
        this.cursor = cursor;
        this.names = names;
        this.diagnostics = diagnostics;
        this.fact = fact;
        fit = new TypeChecker(diagnostics);
    }

    /** Everything up to the bracket that closes the pattern, but for what cannot be understood. */
    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        if (!cursor.comes(")")) {
            do {
                condition().ifPresent(conditions::add);
            } while (cursor.take(","));
        }
        return conditions;
    }

    /** Why a condition could not be understood, the first of them; null where all were. */
    @Nullable
    Halt lost() {
        return lost;
    }

    private Optional<Condition> condition() {
        int start = cursor.place();
        try {
            Condition condition = any();
            if (!cursor.comes(",", ")")) {
                throw unexpected();
            }
            return Optional.of(condition);
        } catch (Halt halt) {
            halt.tell(diagnostics);
            lost = lost == null ? halt : lost;
            if (!cursor.goToEndOfCondition(start)) {
                throw halt;
            }
            return Optional.empty();
        }
    }

    private Condition any() {
        List<Condition> parts = parts("||", this::all);
        return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts, spanOf(parts));
    }

    private Condition all() {
        List<Condition> parts = parts("&&", this::single);
        return parts.size() == 1 ? parts.get(0) : new Condition.All(parts, spanOf(parts));
    }

    private List<Condition> parts(String sign, Supplier<Condition> part) {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(part.get());
        } while (cursor.take(sign));
        return parts;
    }

    private static Span spanOf(List<Condition> parts) {
        return parts.get(0).at().to(parts.get(parts.size() - 1).at());
    }

    private Condition single() {
        Span start = cursor.peek().at();
        if (++count == Limits.CONDITIONS + 1) {
            throw cursor.halt(
                    "A pattern has at most " + Limits.CONDITIONS + " conditions. Write several rules instead.");
        }
        if (cursor.take("!")) {
            if (cursor.comes("!")) {
                throw cursor.halt("Two ! in a row cancel each other. Remove both.");
            }
            calledLikeAMethod();
            Condition negated = cursor.comes("(") ? group() : holds(names.property(fact));
            if (operatorComes()) {
                throw cursor.halt("\"!\" negates a yes-or-no property or a bracket. Put the comparison into brackets:"
                        + " !( … " + cursor.peek().text() + " … ).");
            }
            return new Condition.Not(negated, start.to(cursor.last().at()));
        }
        if (cursor.comes("(")) {
            Condition group = group();
            if (operatorComes()) {
                throw cursor.halt("Brackets stand around whole conditions, not around one side of a comparison.");
            }
            return group;
        }
        return comparison();
    }

    private Condition group() {
        cursor.next();
        Condition inner = any();
        if (!cursor.comes(")")) {
            throw unexpected();
        }
        cursor.next();
        return inner;
    }

    private Condition comparison() {
        Literal literal = literalOrNull();
        if (literal != null) {
            return memberOf(literal);
        }
        calledLikeAMethod();
        PropertyUse left = names.property(fact);
        boolean negated = cursor.take("not");
        if (cursor.take("in")) {
            return oneOf(left, negated);
        }
        if (!negated && !operatorComes()) {
            if (cursor.comes("(")) {
                throw cursor.halt("\"" + left.written() + "\" is followed by a bracket. A rule asks for properties by"
                        + " their names, without brackets.");
            }
            if (!cursor.comes(",", ")", "&&", "||")) {
                throw unexpected();
            }
            return holds(left);
        }
        Operator operator = operator(negated);
        Value right = right();
        Condition.Compares compares =
                new Condition.Compares(left, operator, right, left.at().to(right.at()));
        fit.check(compares);
        return compares;
    }

    /** Halts at {@code text.startsWith( … )} and its like, which programs say and rules say otherwise. */
    private void calledLikeAMethod() {
        int at = 0;
        while (cursor.peek(at + 1).is(".") && cursor.peek(at + 2).kind() == Kind.WORD) {
            at += 2;
        }
        String operator = METHODS.get(cursor.peek(at).text());
        if (at >= 2 && operator != null && cursor.peek(at + 1).is("(")) {
            StringBuilder asked = new StringBuilder();
            for (int i = 0; i < at - 1; i++) {
                asked.append(cursor.peek(i).text());
            }
            if (cursor.peek().kind() == Kind.WORD
                    && Vocabulary.path(fact, asked.toString()).isEmpty()) {
                return;
            }
            throw new Halt(
                    cursor.peek(at).at(),
                    "A rule calls nothing. Write " + asked + " " + operator + " \"…\" without brackets.");
        }
    }

    private Condition memberOf(Literal literal) {
        boolean negated = cursor.take("not");
        if (!cursor.comes("memberOf")) {
            throw new Halt(
                    literal.at(),
                    "A comparison begins with a property, such as status.length > 300. Write the property first.");
        }
        Operator operator = operator(negated);
        Value right = right();
        Condition.Compares compares =
                new Condition.Compares(literal, operator, right, literal.at().to(right.at()));
        fit.check(compares);
        return compares;
    }

    private Condition holds(PropertyUse property) {
        fit.checkAlone(property);
        return new Condition.Holds(property, property.at());
    }

    private Condition oneOf(PropertyUse left, boolean negated) {
        cursor.expect("(", "After \"in\" stands a list between brackets: in ( \"a\", \"b\" ).");
        List<Literal> values = new ArrayList<>();
        do {
            Literal value = literalOrNull();
            if (value == null) {
                throw cursor.halt("A list holds texts between quotes, or numbers: in ( \"a\", \"b\" ).");
            }
            values.add(value);
        } while (cursor.take(","));
        Span end = cursor.expect(")", "The values of a list stand between commas, and a bracket ends it.")
                .at();
        if (values.size() > Limits.LIST_ITEMS) {
            diagnostics.add(
                    left.at().to(end),
                    "The list has " + values.size() + " values; at most " + Limits.LIST_ITEMS
                            + " may stand in a rule. Rows belong in a table.");
        }
        Condition.OneOf oneOf =
                new Condition.OneOf(left, negated, values, left.at().to(end));
        fit.check(oneOf);
        return oneOf;
    }

    private boolean operatorComes() {
        return SIGNS.containsKey(cursor.peek().text()) && cursor.peek().kind() != Kind.TEXT
                || cursor.comes("in", "not", "str");
    }

    private Operator operator(boolean negated) {
        Token token = cursor.next();
        if (token.is("str") && !negated) {
            cursor.expect("[", "After \"str\" stands [startsWith] or [endsWith].");
            Token word = cursor.next();
            Operator operator = OF_TEXTS.get(word.text());
            if (operator == null) {
                throw new Halt(
                        word.at(),
                        "There is no str[" + word.text() + "]."
                                + Nearest.insteadOf(word.text(), new TreeSet<>(OF_TEXTS.keySet())));
            }
            cursor.expect("]", "After \"str\" stands [startsWith] or [endsWith].");
            return operator;
        }
        Operator operator = negated ? NEGATED.get(token.text()) : SIGNS.get(token.text());
        if (operator == null) {
            throw new Halt(
                    token.at(),
                    "After \"not\" stands in, contains, memberOf or matches. Write !( … ) to negate others.");
        }
        return operator;
    }

    private Value right() {
        Literal literal = literalOrNull();
        return literal == null ? names.property(fact) : literal;
    }

    private @Nullable Literal literalOrNull() {
        Token token = cursor.peek();
        if (token.kind() == Kind.TEXT) {
            return new Literal(cursor.next().content(), token.at());
        }
        if (token.kind() == Kind.NUMBER) {
            return new Literal(number(cursor.next(), ""), token.at());
        }
        if (token.is("-") && cursor.peek(1).kind() == Kind.NUMBER) {
            cursor.next();
            Token digits = cursor.next();
            return new Literal(number(digits, "-"), token.at().to(digits.at()));
        }
        if (cursor.take("true") || cursor.take("false")) {
            return new Literal(token.is("true"), token.at());
        }
        return cursor.take("null") ? new Literal(null, token.at()) : null;
    }

    private int number(Token token, String sign) {
        try {
            if (token.text().matches("0|[1-9][0-9]*")) {
                return Integer.parseInt(sign + token.text());
            }
        } catch (NumberFormatException e) {
            // told below, with those of another shape
        }
        diagnostics.add(
                token.at(),
                "\"" + sign + token.text()
                        + "\" is not a number of a rule. Write a whole one without zeros in front, of" + " at most "
                        + Integer.MAX_VALUE + ".");
        return 0;
    }

    private Halt unexpected() {
        Token token = cursor.peek();
        String advice = switch (token.text()) {
            case "." -> "Numbers of a rule are whole.";
            case "=" -> "Write == to compare.";
            case "&", "and" -> "Write && for \"and\".";
            case "|", "or" -> "Write || for \"or\".";
            case "+", "-", "*", "/", "%" -> "Rules compare; they do not calculate.";
            case "[" -> "A rule asks for properties by their names alone.";
            case ":", ":=" -> "Only a fact has a name, before its type: $note : Note( … ).";
            case ";" -> "Conditions are separated by commas.";
            default -> "Conditions are separated by commas or joined by && and ||.";
        };
        return cursor.halt(token.shown() + " is not expected here. " + advice);
    }
}
