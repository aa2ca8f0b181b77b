package org.noteworthy.audit.store;

import org.noteworthy.audit.Count;
import org.noteworthy.audit.outline.Kind;

/** A count that goes on. */
final class Tally {
    private long judged;
    private long compliant;
    private long concerned;
    private long violations;
    private long waived;

    /** Counts so many decisions of a kind. */
    void add(Kind kind, long count) {
        long let = kind.waived();
        long found = kind.findings().size() - let;
        judged += count;
        compliant += kind.compliant() ? count : 0;
        concerned += found > 0 ? count : 0;
        violations += found * count;
        waived += let * count;
    }

    Count count() {
        return new Count(judged, compliant, concerned, violations, waived);
    }
}
