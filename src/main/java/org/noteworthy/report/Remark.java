package org.noteworthy.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.FailedRule;
import org.noteworthy.checking.outcome.Omissions;
import org.noteworthy.notes.text.Characters;

/**
 * One thing that a report does not tell, put for people.
 *
 * @param rule the rule that failed; null where violations are left out
 */
record Remark(@Nullable String rule, String sentence) {

    /** All that is to be said of what a report does not tell. */
    static List<Remark> of(Omissions gaps) {
        List<Remark> remarks = new ArrayList<>();
        for (FailedRule failed : gaps.failed()) {
            remarks.add(new Remark(failed.rule(), failed.reason()));
        }
        if (gaps.omitted() > 0) {
            remarks.add(new Remark(
                    null,
                    "There are too many violations to list all; left out here: " + gaps.omitted()
                            + ". Correct those that are listed, and check again."));
        }
        return remarks;
    }

    /** On one line and without effect on a terminal. */
    String line() {
        return "problem: " + Characters.harmless(rule == null ? sentence : rule + ": " + sentence);
    }
}
