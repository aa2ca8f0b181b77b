package org.noteworthy.checking.outcome;

import java.util.Collections;
import java.util.EnumMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noteworthy.playbooks.edition.Severity;

/** Running totals over the results of one call: what the summary line and the exit status are made of. */
public final class Tally {
    private long notes;
    private long compliant;
    private long unjudged;
    private long waived;
    private final EnumMap<Severity, Long> violations = new EnumMap<>(Severity.class);
    private final SortedMap<String, Long> failures = new TreeMap<>();

    /** Counts one result. */
    public void add(Result result) {
        if (result instanceof Result.Judged judged) {
            add(judged.report());
        } else if (result instanceof Result.JudgedEngagement judged) {
            judged.report().notes().forEach(this::add);
            for (CrossViolation violation : judged.report().violations()) {
                add(violation.severity(), violation.waived());
            }
            add(judged.report().gaps());
        } else {
            unjudged++;
        }
    }

    private void add(Report report) {
        notes++;
        if (report.compliant()) {
            compliant++;
        }
        for (Violation violation : report.violations()) {
            add(violation.severity(), violation.waived());
        }
        add(report.gaps());
    }

    private void add(Severity severity, boolean isWaived) {
        if (isWaived) {
            waived++;
        } else {
            violations.merge(severity, 1L, Long::sum);
        }
    }

    private void add(Omissions gaps) {
        for (FailedRule failed : gaps.failed()) {
            failures.merge(failed.rule(), 1L, Long::sum);
        }
    }

    /** Notes that were judged. */
    public long notes() {
        return notes;
    }

    /** Notes that break no rule of severity error, and on which none failed. */
    public long compliant() {
        return compliant;
    }

    /** Entries that could not be judged. */
    public long unjudged() {
        return unjudged;
    }

    /** How often each rule failed, by rule; without those that never did. */
    public SortedMap<String, Long> failures() {
        return Collections.unmodifiableSortedMap(failures);
    }

    /** How often rules failed. */
    public long failedRules() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Violations that a waiver lets stand, of any severity; none of them counts as anything else. */
    public long waived() {
        return waived;
    }

    /** Violations of that severity that count. */
    public long violations(Severity severity) {
        return violations.getOrDefault(severity, 0L);
    }

    /** Whether anything of that severity or heavier was violated and is not waived. */
    public boolean reaches(Severity severity) {
        for (Severity each : Severity.values()) {
            if (each.compareTo(severity) <= 0 && violations(each) > 0) {
                return true;
            }
        }
        return false;
    }
}
