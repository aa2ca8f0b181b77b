package org.noteworthy.checking;

import java.util.List;

/**
 * What a report does not tell.
 *
 * @param failed rules that came to no result, by rule
 * @param omitted how many violations it leaves out because there are too many; of each rule it tells one at least
 */
public record Gaps(List<FailedRule> failed, int omitted) {

    /** A report that tells everything. */
    public static final Gaps NONE = new Gaps(List.of(), 0);

    public Gaps {
        failed = List.copyOf(failed);
    }

    static Gaps of(List<FailedRule> failed, int omitted) {
        return failed.isEmpty() && omitted == 0 ? NONE : new Gaps(failed, omitted);
    }
}
