package org.noteworthy.authoring.form;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a property is compared with.
 *
 * @param written as a field shows it: a text without quotes, the digits of a number, a property by its path; nothing for
 *     {@link Kind#NOTHING}
 */
public record FormValue(Kind kind, String written) {
    public FormValue {
        written = RuleForm.composed(written);
    }

    /** Of what kind it is. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** {@code true} or {@code false}. */
        FLAG,
        PROPERTY,
        /** No value at all: the property is not known. */
        NOTHING;

        /** The word for it in a form. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one of that word. */
        public static Optional<Kind> of(String word) {
            return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
        }
    }
}
