package org.noteworthy.checking.outcome;

import java.util.List;

/**
 * What one playbook says of an engagement.
 *
 * @param playbook edition whose cross-note rules judged it
 * @param digest {@code sha256:…} of that edition's files
 * @param notes a report for each note, in order; the same as the note would get by itself, if it named this engagement or another
 * @param violations what only shows when notes and interactions are seen together
 * @param gaps what is not told of that
 */
public record EngagementReport(
        String engagement,
        String playbook,
        String digest,
        List<Report> notes,
        List<CrossViolation> violations,
        Omissions gaps) {
    public EngagementReport {
        notes = List.copyOf(notes);
        violations = List.copyOf(violations);
    }
}
