package org.noteworthy.authoring.lint;

import java.util.Comparator;
import org.noteworthy.playbooks.edition.Flaw;

/** Something to be said against an edition: where, what, and the way out. */
public record Finding(Code code, Flaw flaw) implements Comparable<Finding> {
    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparing(Finding::flaw).thenComparing(Finding::code);

    @Override
    public int compareTo(Finding other) {
        return BY_PLACE.compare(this, other);
    }
}
