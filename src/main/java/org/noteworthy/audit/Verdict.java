package org.noteworthy.audit;

import java.util.stream.Stream;
import org.noteworthy.checking.outcome.Omissions;
import org.noteworthy.playbooks.edition.Severity;

/** What a decision comes to. */
public enum Verdict {
    /** No rule of severity error is broken but what is waived, and no rule failed. */
    COMPLIANT("compliant"),
    /** A rule of severity error is broken, and that is not waived. */
    VIOLATING("violating"),
    /** No rule of severity error is broken as far as is known, and a rule failed. */
    NEEDS_PERSON("needsPerson");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** What the severities of broken rules, without those of waived violations, come to, beside rules that failed. */
    public static Verdict of(Stream<Severity> broken, Omissions gaps) {
        if (broken.anyMatch(severity -> severity == Severity.ERROR)) {
            return VIOLATING;
        }
        return gaps.failed().isEmpty() ? COMPLIANT : NEEDS_PERSON;
    }

    /** The word that records and questions use. */
    public String word() {
        return word;
    }
}
