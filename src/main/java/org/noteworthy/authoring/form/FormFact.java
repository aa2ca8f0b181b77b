package org.noteworthy.authoring.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.noteworthy.playbooks.language.FactPattern;

/**
 * A fact that a rule looks for.
 *
 * @param name by which the rest of the rule knows it, such as {@code $note}; empty for none
 * @param fact its type, such as {@code Note}
 * @param conditions all of which it fulfils
 */
public record FormFact(Quantity quantity, String name, String fact, List<FormCondition> conditions) {
    public FormFact {
        conditions = List.copyOf(conditions);
    }

    /** How many of them the engagement has. */
    public enum Quantity {
        EACH,
        EXISTS,
        NOT;

        /** The word for it in a form. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one of that word. */
        public static Optional<Quantity> of(String word) {
            return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
        }

        static Quantity of(FactPattern.Quantity quantity) {
            return switch (quantity) {
                case EACH -> EACH;
                case AT_LEAST_ONE -> EXISTS;
                case NONE -> NOT;
            };
        }
    }
}
