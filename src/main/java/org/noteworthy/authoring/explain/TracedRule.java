package org.noteworthy.authoring.explain;

import java.util.List;
import java.util.Optional;
import org.noteworthy.playbooks.edition.Clause;
import org.noteworthy.playbooks.edition.Confirmation;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.edition.Rule;

/**
 * A rule seen from the clause that it stands for.
 *
 * @param confirmation when it was last held against the clause, and the clause's hash at that time
 * @param fixtures names of the files that show what it violates and passes
 */
public record TracedRule(
        Rule rule, Confirmation.Standing standing, Optional<Confirmation> confirmation, List<String> fixtures) {
    public TracedRule {
        fixtures = List.copyOf(fixtures);
    }

    static TracedRule of(Rule rule, Clause clause, Edition edition, RuleFixtures fixtures) {
        Optional<Confirmation> confirmation = edition.confirmation(rule.id());
        Confirmation.Standing standing = confirmation
                .map(each -> clause.isHashedAs(each.clauseHash())
                        ? Confirmation.Standing.CONFIRMED
                        : Confirmation.Standing.CHANGED)
                .orElse(Confirmation.Standing.NEVER);
        return new TracedRule(rule, standing, confirmation, fixtures.of(rule.id()));
    }
}
