package org.noteworthy.authoring.lint.logic;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.language.Operator;
import org.noteworthy.playbooks.language.pattern.TextPattern;

/** A condition of rules, reduced to questions about single {@link Thing things}. */
public sealed interface Formula {
    /** What is always so. */
    Formula TRUE = new All(List.of());

    /** All of its parts are so. */
    record All(List<Formula> parts) implements Formula {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of its parts is so. */
    record Any(List<Formula> parts) implements Formula {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** What is negated is not so. */
    record Not(Formula negated) implements Formula {}

    /** The value of a thing stands so to that constant. */
    record Asks(Thing thing, Operator operator, @Nullable Object constant) implements Formula {
        boolean answeredBy(Object value) {
            if (value instanceof Integer number) {
                return constant instanceof Integer than && bySize(Integer.compare(number, than));
            }
            if (value instanceof Boolean) {
                return value.equals(constant);
            }
            if (value instanceof UnnamedText unnamed) {
                return unnamed.fulfils().contains(this);
            }
            return value instanceof String text ? ofText(text) : operator == Operator.EQUALS && constant == null;
        }

        private boolean bySize(int compared) {
            return switch (operator) {
                case EQUALS -> compared == 0;
                case LESS -> compared < 0;
                case AT_MOST -> compared <= 0;
                case MORE -> compared > 0;
                case AT_LEAST -> compared >= 0;
                default -> throw new IllegalStateException(operator + " does not compare by size");
            };
        }

        private boolean ofText(String text) {
            if (!(constant instanceof String than)) {
                return false;
            }
            return switch (operator) {
                case EQUALS -> text.equals(than);
                case CONTAINS -> text.contains(than);
                case STARTS_WITH -> text.startsWith(than);
                case ENDS_WITH -> text.endsWith(than);
                case MATCHES -> TextPattern.matches(text, than);
                default -> bySize(text.compareTo(than));
            };
        }
    }

    /** The value of a thing that has none. */
    enum Missing {
        MISSING
    }

    /** A text that no condition names, known by those questions alone to which it says yes. */
    record UnnamedText(Set<Asks> fulfils) {
        public UnnamedText {
            fulfils = Set.copyOf(fulfils);
        }
    }

    /** Both are so. */
    static Formula both(Formula one, Formula other) {
        return new All(List.of(one, other));
    }

    /** It is not so. */
    static Formula not(Formula formula) {
        return formula instanceof Not not ? not.negated() : new Not(formula);
    }
}
