package org.noteworthy.authoring.lint;

import java.util.Comparator;
import org.noteworthy.playbooks.edition.Diagnostic;

/** A diagnostic with the code of its kind, which says how severe it is. */
public record LintDiagnostic(Code code, Diagnostic detail) implements Comparable<LintDiagnostic> {
    private static final Comparator<LintDiagnostic> BY_PLACE =
            Comparator.comparing(LintDiagnostic::detail).thenComparing(LintDiagnostic::code);

    @Override
    public int compareTo(LintDiagnostic other) {
        return BY_PLACE.compare(this, other);
    }
}
