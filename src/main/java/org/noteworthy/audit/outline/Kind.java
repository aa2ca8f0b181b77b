package org.noteworthy.audit.outline;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.DecisionField;
import org.noteworthy.audit.Verdict;

/**
 * What many decisions have in common: by what was judged, whose note it was, and what was found.
 *
 * @param together whether an engagement was judged as a whole
 * @param role null where it is not known
 * @param noteType null where it is not known
 * @param findings what was found broken, once for each place, in the order of the report
 */
public record Kind(
        boolean together,
        String edition,
        String digest,
        String verdict,
        @Nullable String role,
        @Nullable String noteType,
        List<Decision.Finding> findings) {
    public Kind {
        findings = List.copyOf(findings);
    }

    /** That of a decision. */
    public static Kind of(Decision decision) {
        return new Kind(
                decision.together(),
                decision.edition(),
                decision.digest(),
                decision.verdict(),
                decision.field(DecisionField.ROLE.word()).orElse(null),
                decision.field(DecisionField.NOTE_TYPE.word()).orElse(null),
                decision.findings());
    }

    /** Whether nothing of severity error was found, and no rule failed. */
    public boolean compliant() {
        return verdict.equals(Verdict.COMPLIANT.word());
    }

    /** How many of the findings are waived. */
    public int waived() {
        int waived = 0;
        for (Decision.Finding finding : findings) {
            waived += finding.waived() ? 1 : 0;
        }
        return waived;
    }

    /** Whether it says all that is asked for, as far as it is a kind that can say so. */
    boolean says(Map<DecisionField, String> wanted) {
        return wanted.entrySet().stream().allMatch(one -> says(one.getKey(), one.getValue()));
    }

    private boolean says(DecisionField field, String value) {
        return switch (field) {
            case EDITION -> edition.equals(value);
            case DIGEST -> digest.equals(value);
            case VERDICT -> verdict.equals(value);
            case ROLE -> value.equals(role);
            case NOTE_TYPE -> value.equals(noteType);
            case RULE -> found().anyMatch(finding -> finding.rule().equals(value));
            case SEVERITY -> found().anyMatch(finding -> finding.severity().equals(value));
            case WAIVED -> value.equals(DecisionField.YES) && waived() > 0;
            case AUTHOR, ENGAGEMENT, CALLER, IDENTITY -> true; // which names say
            case NOTE -> false;
        };
    }

    private Stream<Decision.Finding> found() {
        return findings.stream();
    }
}
