package org.noteworthy.playbooks.language;

import java.util.List;
import java.util.stream.Stream;

/** Something that is true of a fact or not. */
public sealed interface Condition {

    /** Where it stands. */
    Span at();

    /** The properties that say yes or no and the comparisons in it, from left to right. */
    default Stream<Condition> leaves() {
        if (this instanceof All all) {
            return all.parts().stream().flatMap(Condition::leaves);
        }
        if (this instanceof Any any) {
            return any.parts().stream().flatMap(Condition::leaves);
        }
        return this instanceof Not not ? not.negated().leaves() : Stream.of(this);
    }

    /** All of its parts are true: {@code a && b}. */
    record All(List<Condition> parts, Span at) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of its parts is true: {@code a || b}. */
    record Any(List<Condition> parts, Span at) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** What is negated is not true: {@code !a}. */
    record Not(Condition negated, Span at) implements Condition {}

    /** A property that says yes. */
    record Holds(PropertyUse property, Span at) implements Condition {}

    /** Two values stand to each other as the operator says. */
    record Compares(Value left, Operator operator, Value right, Span at) implements Condition {}

    /** The property is one of the values, or with {@code not in} none of them. */
    record OneOf(PropertyUse property, boolean negated, List<Literal> values, Span at) implements Condition {
        public OneOf {
            values = List.copyOf(values);
        }
    }
}
