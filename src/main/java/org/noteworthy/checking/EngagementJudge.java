package org.noteworthy.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kie.api.KieBase;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.Rule;
import org.noteworthy.playbooks.language.Deadline;

/**
 * Judges engagements as a whole, each by itself and on any thread: by all its rules at once and, where that breaks off, by each rule by itself, as
 * {@link Judge} does with notes.
 */
final class EngagementJudge {
    private final Playbook playbook;
    private final RuleBook rules;
    private final Combinations combinations;
    private final TimeLimits limits;
    private final OneByOne oneByOne;

    EngagementJudge(Playbook playbook, RuleBook rules, TimeLimits limits, FailureLog log) {
        this.playbook = playbook;
        this.rules = rules;
        combinations = new Combinations(playbook);
        this.limits = limits;
        oneByOne = new OneByOne(log);
    }

    Together check(EngagementRecord engagement) {
        List<Object> facts = facts(engagement);
        return checkAtOnce(facts).orElseGet(() -> checkOneByOne(facts));
    }

    /** Empty where a rule failed. */
    private Optional<Together> checkAtOnce(List<Object> facts) {
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

    private Together checkOneByOne(List<Object> facts) {
        Collected<EngagementBench.Found> found = EngagementBench.collected();
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

    private Collected<EngagementBench.Found> judge(KieBase base, List<Rule> asked, List<Object> facts) {
        return new EngagementBench(rules).judge(base, facts, combinations.of(asked, facts));
    }

    /** The time was over before the engagement's turn came. */
    private Together late() {
        return together(EngagementBench.collected(), oneByOne.late(judging()));
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

    private static Together together(Collected<EngagementBench.Found> found, List<FailedRule> failed) {
        List<CrossViolation> violations =
                found.inOrder().stream().map(EngagementBench.Found::violation).toList();
        return new Together(violations, Gaps.of(failed, found.omitted()));
    }
}
