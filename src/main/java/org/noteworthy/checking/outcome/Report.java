package org.noteworthy.checking.outcome;

import java.util.List;
import java.util.Map;
import org.noteworthy.playbooks.edition.Severity;

/**
 * What one playbook says of one note.
 *
 * @param note id of the note
 * @param playbook edition that judged it
 * @param digest {@code sha256:…} of that edition's files
 * @param violations sorted by start, then rule
 * @param assumed fields that the caller left out and the playbook filled in
 * @param gaps what it does not tell
 */
public record Report(
        String note,
        String playbook,
        String digest,
        List<Violation> violations,
        Outcomes outcomes,
        Map<String, String> assumed,
        Omissions gaps) {
    public Report {
        violations = List.copyOf(violations);
        assumed = Map.copyOf(assumed);
    }

    /**
     * Whether the note breaks no rule of severity {@code error} but what is waived, and every rule that covers it came to a
     * result.
     */
    public boolean compliant() {
        if (!gaps.failed().isEmpty()) {
            return false;
        }
        for (Violation violation : violations) {
            if (violation.severity() == Severity.ERROR && !violation.waived()) {
                return false;
            }
        }
        return true;
    }

    /** The same report of these violations. */
    public Report with(List<Violation> others) {
        return new Report(note, playbook, digest, others, outcomes, assumed, gaps);
    }
}
