package org.noteworthy.authoring.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.noteworthy.playbooks.language.Annotation;
import org.noteworthy.playbooks.language.Condition;
import org.noteworthy.playbooks.language.Days;
import org.noteworthy.playbooks.language.DrlText;
import org.noteworthy.playbooks.language.FactPattern;
import org.noteworthy.playbooks.language.FactPattern.Quantity;
import org.noteworthy.playbooks.language.Literal;
import org.noteworthy.playbooks.language.Operator;
import org.noteworthy.playbooks.language.Span;
import org.noteworthy.playbooks.language.Value;
import org.noteworthy.playbooks.language.WrittenRule;
import org.noteworthy.playbooks.language.parsing.RuleFile;

/**
 * The small changes of a rule, each of which should make a difference to some note: a condition left out or negated, a
 * constant or a boundary moved, a role, note type or need left out.
 */
public final class Mutations {
    private static final String OTHER_TEXT = "another text";
    private static final Map<String, String> LISTS = Map.of(
            "roles", "the role",
            "noteTypes", "the note type",
            "needs", "the need");
    private static final Map<Operator, Operator> BOUNDARIES = Map.of(
            Operator.LESS, Operator.AT_MOST,
            Operator.AT_MOST, Operator.LESS,
            Operator.MORE, Operator.AT_LEAST,
            Operator.AT_LEAST, Operator.MORE);

    private Mutations() {}

    /** A part with a change somewhere in it. */
    private record Changed<T>(T part, Span at, String change) {
        <R> Changed<R> in(Function<T, R> whole) {
            return new Changed<>(whole.apply(part), at, change);
        }
    }

    /** Every change of the rule that leaves a rule of the language, none twice. */
    public static List<Mutation> of(WrittenRule rule) {
        Map<String, Mutation> mutations = new LinkedHashMap<>();
        Stream.concat(
                        annotations(rule),
                        parts(rule.patterns(), Mutations::pattern, DrlText::of)
                                .filter(changed -> startsAlike(changed.part(), rule))
                                .map(changed -> changed.in(rule::withPatterns)))
                .map(changed -> new Mutation(changed.part(), changed.at(), changed.change()))
                .filter(mutation ->
                        RuleFile.read(DrlText.of(mutation.rule())).diagnostics().isEmpty())
                .forEach(mutation -> mutations.putIfAbsent(DrlText.of(mutation.rule()), mutation));
        return List.copyOf(mutations.values());
    }

    /** The first fact of a rule is the one that it judges: without it there is no rule. */
    private static boolean startsAlike(List<FactPattern> patterns, WrittenRule rule) {
        return !patterns.isEmpty()
                && patterns.get(0).at().equals(rule.patterns().get(0).at());
    }

    private static Stream<Changed<WrittenRule>> annotations(WrittenRule rule) {
        List<Changed<WrittenRule>> changes = new ArrayList<>();
        for (Annotation annotation : rule.annotations()) {
            String thing = LISTS.get(annotation.name());
            if (thing != null) {
                List<String> items = items(annotation);
                for (String item : items) {
                    List<String> others =
                            items.stream().filter(other -> !other.equals(item)).toList();
                    changes.add(new Changed<>(
                            rule.withAnnotations(rule.annotations().stream()
                                    .filter(each -> !each.equals(annotation) || !others.isEmpty())
                                    .map(each -> each.equals(annotation) ? saying(each, others) : each)
                                    .toList()),
                            annotation.at(),
                            "without " + thing + " " + item));
                }
            }
        }
        return changes.stream();
    }

    private static List<String> items(Annotation annotation) {
        return Arrays.stream(annotation.value().split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static Annotation saying(Annotation annotation, List<String> items) {
        return new Annotation(annotation.name(), String.join(", ", items), annotation.at(), annotation.valueAt());
    }

    private static Stream<Changed<FactPattern>> pattern(FactPattern pattern) {
        Stream<Changed<FactPattern>> changed = parts(pattern.conditions(), Mutations::condition, DrlText::of)
                .map(change -> change.in(conditions -> with(pattern, pattern.quantity(), conditions)));
        if (pattern.quantity() == Quantity.EACH) {
            return changed;
        }
        FactPattern opposite = with(
                pattern,
                pattern.quantity() == Quantity.NONE ? Quantity.AT_LEAST_ONE : Quantity.NONE,
                pattern.conditions());
        return Stream.concat(
                Stream.of(instead(opposite, DrlText.of(opposite), pattern.at(), DrlText.of(pattern))), changed);
    }

    private static FactPattern with(FactPattern pattern, Quantity quantity, List<Condition> conditions) {
        return new FactPattern(quantity, pattern.name(), pattern.fact(), conditions, pattern.at());
    }

    /** Each part left out, and each part with a change of its own. */
    private static <T> Stream<Changed<List<T>>> parts(
            List<T> parts, Function<T, Stream<Changed<T>>> changes, Function<T, String> written) {
        List<Changed<List<T>>> changed = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            int place = i;
            T part = parts.get(i);
            List<T> others = new ArrayList<>(parts);
            others.remove(place);
            changed.add(new Changed<>(others, at(part), "without \"" + written.apply(part) + "\""));
            changes.apply(part)
                    .map(change -> change.in(other -> {
                        List<T> all = new ArrayList<>(parts);
                        all.set(place, other);
                        return all;
                    }))
                    .forEach(changed::add);
        }
        return changed.stream();
    }

    private static Span at(Object part) {
        return part instanceof FactPattern pattern ? pattern.at() : ((Condition) part).at();
    }

    private static Stream<Changed<Condition>> condition(Condition condition) {
        if (condition instanceof Condition.All all) {
            return joined(all.parts(), parts -> new Condition.All(parts, all.at()));
        }
        if (condition instanceof Condition.Any any) {
            return joined(any.parts(), parts -> new Condition.Any(parts, any.at()));
        }
        Stream<Changed<Condition>> negated = Stream.of(instead(negated(condition), condition));
        if (condition instanceof Condition.Not not) {
            return Stream.concat(negated, condition(not.negated()).map(change -> change.in(Mutations::negated)));
        }
        return Stream.concat(negated, constants(condition));
    }

    private static Stream<Changed<Condition>> joined(List<Condition> parts, Function<List<Condition>, Condition> join) {
        return parts(parts, Mutations::condition, DrlText::of)
                .map(change -> change.in(left -> left.size() == 1 ? left.get(0) : join.apply(left)));
    }

    private static Condition negated(Condition condition) {
        return condition instanceof Condition.Not not ? not.negated() : new Condition.Not(condition, condition.at());
    }

    private static Stream<Changed<Condition>> constants(Condition leaf) {
        if (leaf instanceof Condition.OneOf oneOf) {
            return oneOf.values().stream()
                    .filter(value -> oneOf.values().size() > 1)
                    .map(value -> new Changed<>(
                            new Condition.OneOf(
                                    oneOf.property(),
                                    oneOf.negated(),
                                    oneOf.values().stream()
                                            .filter(other -> !other.equals(value))
                                            .toList(),
                                    oneOf.at()),
                            value.at(),
                            "without " + DrlText.of(value) + " in \"" + DrlText.of(oneOf) + "\""));
        }
        if (!(leaf instanceof Condition.Compares compares)) {
            return Stream.of();
        }
        List<Condition> others = new ArrayList<>();
        Operator boundary = BOUNDARIES.get(compares.operator());
        if (boundary != null) {
            others.add(new Condition.Compares(compares.left(), boundary, compares.right(), compares.at()));
        }
        swapped(compares.left(), compares.right(), (literal, right) -> compares(literal, compares, right))
                .forEach(others::add);
        swapped(compares.right(), compares.left(), (literal, left) -> compares(left, compares, literal))
                .forEach(others::add);
        return others.stream().map(other -> instead(other, leaf));
    }

    private static Condition compares(Value left, Condition.Compares as, Value right) {
        return new Condition.Compares(left, as.operator(), right, as.at());
    }

    private static Stream<Condition> swapped(Value side, Value other, BiFunction<Value, Value, Condition> compare) {
        return side instanceof Literal literal
                ? others(literal).map(swapped -> compare.apply(swapped, other))
                : Stream.of();
    }

    private static Stream<Literal> others(Literal literal) {
        Object value = literal.value();
        Stream<?> others = value instanceof Integer number
                ? Stream.of(number - 1, number + 1)
                : value instanceof Boolean yes
                        ? Stream.of(!yes)
                        : value == null ? Stream.of() : Stream.of(other(String.valueOf(value)));
        return others.map(other -> new Literal(other, literal.at()));
    }

    private static String other(String text) {
        return Days.of(text).map(day -> day.plusDays(1).toString()).orElse(OTHER_TEXT);
    }

    private static Changed<Condition> instead(Condition other, Condition condition) {
        return instead(other, DrlText.of(other), condition.at(), DrlText.of(condition));
    }

    private static <T> Changed<T> instead(T other, String written, Span at, String before) {
        return new Changed<>(other, at, "\"" + written + "\" instead of \"" + before + "\"");
    }
}
