package org.noteworthy.authoring.form;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.noteworthy.playbooks.language.Operator;

/** The comparisons of a form that are signs of the language. */
final class FormOperators {
    private static final Set<String> WRITTEN =
            Stream.of(Operator.values()).map(Operator::written).collect(Collectors.toUnmodifiableSet());

    private FormOperators() {}

    static boolean isOne(String comparison) {
        return WRITTEN.contains(comparison);
    }

    /** Of memberships alone the language takes a written text first: the list is the property then. */
    static boolean isTextFirst(String comparison, FormValue value) {
        boolean member =
                comparison.equals(Operator.MEMBER_OF.written()) || comparison.equals(Operator.NOT_MEMBER_OF.written());
        return member && value.kind() != FormValue.Kind.PROPERTY;
    }
}
