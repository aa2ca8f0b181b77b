package org.noteworthy.authoring.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A condition of a form: a row, or rows that are joined. */
public sealed interface FormCondition {

    /**
     * A property, how it is compared, and with what.
     *
     * @param comparison as rules write it, or {@link #YES} and {@link #NO} of a property that says yes or no
     * @param values one; several for {@link #IN} and {@link #NOT_IN}, none for yes and no
     * @param negated whether the comparison as a whole is not to be so
     */
    record Row(String property, String comparison, List<FormValue> values, boolean negated) implements FormCondition {
        public Row {
            values = List.copyOf(values);
        }
    }

    /** Conditions of which all are true, or at least one is; negated if that is not to be so. */
    record Group(Join join, boolean negated, List<FormCondition> parts) implements FormCondition {
        public Group {
            parts = List.copyOf(parts);
        }
    }

    /** The property says yes. */
    String YES = "yes";

    /** The property says no. */
    String NO = "no";

    /** The property is one of several values. */
    String IN = "in";

    /** The property is none of several values. */
    String NOT_IN = "not in";

    /** How the parts of a group are joined. */
    enum Join {
        ALL(" && "),
        ANY(" || ");

        private final String sign;

        Join(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        /** The word for it in a form. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one of that word. */
        public static Optional<Join> of(String word) {
            return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
        }
    }
}
