package org.noteworthy.checking.outcome;

import java.util.List;

/**
 * How one rule ended for one note; {@code missing} names the unknown fields where a person is needed because of them. It
 * is empty where a person is needed because the rule failed.
 */
public record RuleOutcome(Outcome outcome, List<String> missing) {
    public RuleOutcome {
        missing = List.copyOf(missing);
    }

    /** The four ways in which a rule can end for a note. */
    public enum Outcome {
        VIOLATED("violated"),
        PASSED("passed"),
        NOT_APPLICABLE("notApplicable"),
        NEEDS_PERSON("needsPerson");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        /** The word that reports use. */
        public String word() {
            return word;
        }
    }
}
