package org.noteworthy.authoring.lint.logic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.noteworthy.authoring.lint.logic.Formula.Asks;
import org.noteworthy.authoring.lint.logic.Thing.Kind;
import org.noteworthy.playbooks.language.Condition;
import org.noteworthy.playbooks.language.Literal;
import org.noteworthy.playbooks.language.Operator;
import org.noteworthy.playbooks.language.PropertyUse;
import org.noteworthy.playbooks.language.Value;
import org.noteworthy.playbooks.language.ValueKind;

/** Puts conditions as formulas. What it does not see through becomes a thing of its own that may be so or not. */
final class Translation {
    private final ToIntFunction<@Nullable String> factNamed;

    /** {@code factNamed} tells the place of a fact by its name; null asks for the one whose pattern is translated. */
    Translation(ToIntFunction<@Nullable String> factNamed) {
        this.factNamed = factNamed;
    }

    Formula all(List<Condition> conditions) {
        return new Formula.All(conditions.stream().map(this::of).toList());
    }

    Formula of(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all(all.parts());
        }
        if (condition instanceof Condition.Any any) {
            return new Formula.Any(any.parts().stream().map(this::of).toList());
        }
        if (condition instanceof Condition.Not not) {
            return Formula.not(of(not.negated()));
        }
        if (condition instanceof Condition.Holds holds) {
            return yes(holds.property());
        }
        if (condition instanceof Condition.OneOf oneOf) {
            List<Formula> values = new ArrayList<>();
            oneOf.values().forEach(value -> values.add(compares(oneOf.property(), Operator.EQUALS, value)));
            Formula any = new Formula.Any(values);
            return oneOf.negated() ? Formula.not(any) : any;
        }
        return compares((Condition.Compares) condition);
    }

    private Formula yes(PropertyUse property) {
        return new Asks(thing(property, Kind.YES_OR_NO), Operator.EQUALS, true);
    }

    private Formula compares(Condition.Compares compares) {
        return switch (compares.operator()) {
            case DIFFERS -> Formula.not(compares(compares.left(), Operator.EQUALS, compares.right()));
            case LACKS -> Formula.not(compares(compares.left(), Operator.CONTAINS, compares.right()));
            case MATCHES_NOT -> Formula.not(compares(compares.left(), Operator.MATCHES, compares.right()));
            case MEMBER_OF -> compares(compares.right(), Operator.CONTAINS, compares.left());
            case NOT_MEMBER_OF -> Formula.not(compares(compares.right(), Operator.CONTAINS, compares.left()));
            default -> compares(compares.left(), compares.operator(), compares.right());
        };
    }

    private Formula compares(Value left, Operator operator, Value right) {
        if (!(left instanceof PropertyUse property)) {
            return opaque(left, operator, right);
        }
        if (right instanceof PropertyUse other) {
            return compares(property, operator, other);
        }
        Object constant = ((Literal) right).value();
        return switch (property.kind()) {
            case YES_OR_NO -> Boolean.TRUE.equals(constant) ? yes(property) : Formula.not(yes(property));
            case NUMBER -> new Asks(thing(property, Kind.NUMBER), operator, constant);
            case TEXT, DAY -> new Asks(thing(property, Kind.TEXT), operator, constant);
            default -> opaque(left, operator, right);
        };
    }

    private Formula compares(PropertyUse left, Operator operator, PropertyUse right) {
        boolean same = name(left).equals(name(right));
        boolean turned = name(left).compareTo(name(right)) > 0;
        if (left.kind() == ValueKind.NUMBER) {
            String asked = turned ? name(right) + " ? " + name(left) : name(left) + " ? " + name(right);
            return same
                    ? constant(operator)
                    : new Asks(new Thing(0, "", asked, Kind.RELATION), turned ? turned(operator) : operator, 0);
        }
        if (operator != Operator.EQUALS) {
            return opaque(left, operator, right);
        }
        if (left.kind() == ValueKind.YES_OR_NO) {
            Formula one = yes(left);
            Formula other = yes(right);
            return new Formula.Any(
                    List.of(Formula.both(one, other), Formula.both(Formula.not(one), Formula.not(other))));
        }
        if (same) {
            return Formula.TRUE;
        }
        return turned ? opaque(right, operator, left) : opaque(left, operator, right);
    }

    private static Formula constant(Operator operator) {
        boolean holds = operator == Operator.EQUALS || operator == Operator.AT_MOST || operator == Operator.AT_LEAST;
        return holds ? Formula.TRUE : Formula.not(Formula.TRUE);
    }

    private static Operator turned(Operator operator) {
        return switch (operator) {
            case LESS -> Operator.MORE;
            case AT_MOST -> Operator.AT_LEAST;
            case MORE -> Operator.LESS;
            case AT_LEAST -> Operator.AT_MOST;
            default -> operator;
        };
    }

    private Formula opaque(Value left, Operator operator, Value right) {
        String asked = told(left) + " " + operator.written() + " " + told(right);
        return new Asks(new Thing(0, "", asked, Kind.YES_OR_NO), Operator.EQUALS, true);
    }

    private String told(Value value) {
        return value instanceof PropertyUse property ? name(property) : "\"" + ((Literal) value).value() + "\"";
    }

    private String name(PropertyUse property) {
        return factNamed.applyAsInt(property.of()) + "." + property.path();
    }

    private Thing thing(PropertyUse property, Kind kind) {
        return new Thing(factNamed.applyAsInt(property.of()), property.fact(), property.path(), kind);
    }
}
