package org.noteworthy.authoring.explain;

import java.util.List;
import org.noteworthy.playbooks.edition.Clause;
import org.noteworthy.playbooks.edition.Edition;

/**
 * A clause with everything that stands for it.
 *
 * @param rules in the order of their ids
 */
public record TracedClause(Clause clause, Check check, List<TracedRule> rules) {
    public TracedClause {
        rules = List.copyOf(rules);
    }

    /** By whom notes are held against a clause. */
    public enum Check {
        RULES("rules"),
        PERSON("a person"),
        NOT_YET("not yet"),
        NOBODY("nobody");

        private final String word;

        Check(String word) {
            this.word = word;
        }

        /** The words that reports use for it. */
        public String word() {
            return word;
        }
    }

    /** Traces a clause of an edition to its rules and their fixtures. */
    public static TracedClause of(Clause clause, Edition edition, RuleFixtures fixtures) {
        List<TracedRule> rules = edition.rulesFor(clause).stream()
                .map(rule -> TracedRule.of(rule, clause, edition, fixtures))
                .toList();
        Check check = rules.isEmpty() ? without(clause.judge()) : Check.RULES;
        return new TracedClause(clause, check, rules);
    }

    private static Check without(Clause.Judge judge) {
        return switch (judge) {
            case RULES -> Check.NOT_YET;
            case PERSON -> Check.PERSON;
            case NOBODY -> Check.NOBODY;
        };
    }
}
