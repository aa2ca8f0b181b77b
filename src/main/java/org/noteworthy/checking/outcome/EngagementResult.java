package org.noteworthy.checking.outcome;

import java.util.List;

/** What only shows when the notes and interactions of an engagement are seen together, and what is not told of it. */
public record EngagementResult(List<CrossViolation> violations, Omissions gaps) {
    public EngagementResult {
        violations = List.copyOf(violations);
    }

    /** The same of these violations. */
    public EngagementResult with(List<CrossViolation> others) {
        return new EngagementResult(others, gaps);
    }
}
