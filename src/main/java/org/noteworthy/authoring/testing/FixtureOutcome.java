package org.noteworthy.authoring.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.noteworthy.authoring.testing.RuleMutants.MutantRule;
import org.noteworthy.checking.Checker;
import org.noteworthy.checking.outcome.Checked;
import org.noteworthy.checking.outcome.CrossViolation;
import org.noteworthy.checking.outcome.EngagementResult;
import org.noteworthy.checking.outcome.FailedRule;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.notes.Fix;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.edition.Rule;

/**
 * What came of judging a fixture by an edition.
 *
 * @param violated rules that one of its notes violates, or all of them together
 * @param passed rules that one of its notes passes, or all of them together
 * @param leftOpen rules that leave one of its notes to a person
 * @param failed rules that could not judge
 * @param fixes the fixes shown, each as rule and kind; null for a changed rule, which is told by what it violates
 */
record FixtureOutcome(
        List<Checked> notes,
        Set<String> violated,
        Set<String> passed,
        Set<String> leftOpen,
        List<FailedRule> failed,
        @Nullable Set<String> fixes) {
    static FixtureOutcome of(Fixture fixture, Checker checker) {
        List<Checked> notes = new ArrayList<>();
        Set<String> violated = new TreeSet<>();
        Set<String> passed = new TreeSet<>();
        Set<String> leftOpen = new TreeSet<>();
        List<FailedRule> failed = new ArrayList<>();
        for (NoteRecord note : fixture.notes()) {
            Checked checked = checker.checkInDetail(note);
            notes.add(checked);
            failed.addAll(checked.report().gaps().failed());
            checked.ruleOutcomes().forEach((id, outcome) -> {
                switch (outcome.outcome()) {
                    case VIOLATED -> violated.add(id);
                    case PASSED -> passed.add(id);
                    case NEEDS_PERSON -> leftOpen.add(id);
                    case NOT_APPLICABLE -> {}
                }
            });
        }
        if (fixture instanceof Fixture.OfEngagement together) {
            EngagementResult seen = checker.checkTogether(together.engagement());
            seen.violations().stream().map(CrossViolation::rule).forEach(violated::add);
            failed.addAll(seen.gaps().failed());
            checker.playbook().edition().rules().stream()
                    .filter(rule -> rule.subject() == Rule.Subject.ENGAGEMENT)
                    .map(Rule::id)
                    .filter(id -> !violated.contains(id))
                    .forEach(passed::add);
        }
        failed.stream().map(FailedRule::rule).forEach(passed::remove);
        return new FixtureOutcome(notes, violated, passed, leftOpen, failed, fixes(notes));
    }

    /** Whether it is another one for a changed rule than for the rule that was changed. */
    boolean differs(MutantRule mutantRule) {
        boolean fails = failed.stream().anyMatch(each -> each.rule().equals(mutantRule.id()));
        return fails
                || Stream.of(violated, passed, leftOpen)
                        .anyMatch(rules -> rules.contains(mutantRule.rule()) != rules.contains(mutantRule.id()));
    }

    /** As it is by the rules of the edition, with the changed rule in the place of the one that was changed. */
    FixtureOutcome with(MutantRule mutantRule, Edition edition) {
        return new FixtureOutcome(
                notes,
                with(mutantRule, violated, edition),
                with(mutantRule, passed, edition),
                with(mutantRule, leftOpen, edition),
                failed.stream()
                        .filter(each -> each.rule().equals(mutantRule.id()))
                        .toList(),
                null);
    }

    private static Set<String> fixes(List<Checked> notes) {
        Set<String> fixes = new TreeSet<>();
        for (Checked note : notes) {
            for (Violation violation : note.report().violations()) {
                Fix fix = violation.fix();
                if (fix != null) {
                    fixes.add(violation.rule() + " " + fix.kind().word());
                }
            }
        }
        return fixes.isEmpty() ? Set.of(Fixture.NO_FIX) : fixes;
    }

    private static Set<String> with(MutantRule mutantRule, Set<String> ids, Edition edition) {
        Set<String> rules = new TreeSet<>(ids);
        rules.removeIf(id -> edition.rule(id).isEmpty());
        rules.remove(mutantRule.rule());
        if (ids.contains(mutantRule.id())) {
            rules.add(mutantRule.rule());
        }
        return rules;
    }
}
