package org.noteworthy.checking;

import java.util.List;

/** What only shows when the notes and interactions of an engagement are seen together, and what is not told of it. */
public record Together(List<CrossViolation> violations, Gaps gaps) {
    public Together {
        violations = List.copyOf(violations);
    }
}
