package org.noteworthy.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kie.api.KieBase;
import org.noteworthy.checking.outcome.CrossViolation;
import org.noteworthy.checking.outcome.EngagementResult;
import org.noteworthy.checking.outcome.FailedRule;
import org.noteworthy.checking.outcome.Omissions;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.language.pattern.Deadline;

/**
 * Judges engagements as a whole, each by itself and on any thread: by all its rules at once and, where that breaks off, by each rule by itself, as
 * {@link NoteEvaluator} does with notes.
 */
final class EngagementEvaluator {
    private final Playbook playbook;
    private final RuleBook rules;
    private final Combinations combinations;
    private final TimeLimits limits;
    private final OneByOne oneByOne;

    EngagementEvaluator(Playbook playbook, RuleBook rules, TimeLimits limits, FailureLog log) {
        this.playbook = playbook;
        this.rules = rules;
        combinations = new Combinations(playbook);
        this.limits = limits;
        oneByOne = new OneByOne(log);
    }

    EngagementResult check(EngagementRecord engagement) {
        List<Object> facts = facts(engagement);
        return checkAtOnce(facts).orElseGet(() -> checkOneByOne(facts));
    }

    /** Empty where a rule failed. */
    private Optional<EngagementResult> checkAtOnce(List<Object> facts) {
        Deadline deadline = Deadline.within(limits.engagement());
        try {
            if (deadline.isLate()) {
                return Optional.of(late());
            }
            return Optional.of(together(judge(playbook.engagementRules().together(), judging(), facts), List.of()));
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            return Optional.empty();
        } finally {
            deadline.close();
        }
    }

    private EngagementResult checkOneByOne(List<Object> facts) {
        ViolationCollector<EngagementSession.Found> found = EngagementSession.collected();
        for (Rule rule : judging()) {
            if (Deadline.isOver()) {
                return late();
            }
            playbook.engagementRules().alone(rule.id());
        }
        List<FailedRule> failed = oneByOne.ask(
                judging(),
                limits.engagement(),
                rule -> found.addAll(judge(playbook.engagementRules().alone(rule.id()), List.of(rule), facts)));
        return together(found, failed);
    }

    private ViolationCollector<EngagementSession.Found> judge(KieBase base, List<Rule> asked, List<Object> facts) {
        return new EngagementSession(rules).judge(base, facts, combinations.of(asked, facts));
    }

    /** The time was over before the engagement's turn came. */
    private EngagementResult late() {
        return together(EngagementSession.collected(), oneByOne.late(judging()));
    }

    private List<Rule> judging() {
        return rules.edition().rules().stream()
                .filter(rule -> rule.subject() == Rule.Subject.ENGAGEMENT)
                .toList();
    }

    private List<Object> facts(EngagementRecord engagement) {
        List<Object> facts = new ArrayList<>();
        for (int i = 0; i < engagement.notes().size(); i++) {
            facts.add(playbook.parser().parse(engagement.notes().get(i), i));
        }
        engagement
                .interactions()
                .forEach(interaction -> facts.add(playbook.parser().parse(interaction)));
        return facts;
    }

    private static EngagementResult together(
            ViolationCollector<EngagementSession.Found> found, List<FailedRule> failed) {
        List<CrossViolation> violations =
                found.inOrder().stream().map(EngagementSession.Found::violation).toList();
        return new EngagementResult(violations, Omissions.of(failed, found.omitted()));
    }
}
