package org.noteworthy.checking.outcome;

import java.util.List;

/**
 * What a report does not tell.
 *
 * @param failed rules that came to no result, by rule
 * @param omitted how many violations it leaves out because there are too many; of each rule it tells one at least
 */
public record Omissions(List<FailedRule> failed, int omitted) {

    /** A report that tells everything. */
    public static final Omissions NONE = new Omissions(List.of(), 0);

    public Omissions {
        failed = List.copyOf(failed);
    }

    public static Omissions of(List<FailedRule> failed, int omitted) {
        return failed.isEmpty() && omitted == 0 ? NONE : new Omissions(failed, omitted);
    }
}
