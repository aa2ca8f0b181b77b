package org.noteworthy.checking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.noteworthy.checking.outcome.FailedRule;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.language.pattern.Deadline;
import org.noteworthy.playbooks.language.pattern.DeadlinePassedException;

/**
 * Asks rules one by one after they failed together: each comes to its result or fails by itself.
 *
 * <p>The time that is left is shared among the rules that are left, so that slow ones take none from others. Those that
 * were too slow are asked once more, within what the others did not need.
 */
final class OneByOne {
    private final FailureLog log;

    OneByOne(FailureLog log) {
        this.log = log;
    }

    /** Asks them within a time; returns those that failed, by rule. */
    List<FailedRule> ask(List<Rule> rules, Duration time, Consumer<Rule> question) {
        List<FailedRule> failed = new ArrayList<>();
        Deadline whole = Deadline.within(time);
        try {
            List<Rule> slow = ask(rules, whole, question, failed);
            failed.addAll(late(ask(slow, whole, question, failed)));
        } finally {
            whole.close();
        }
        failed.sort(Comparator.comparing(FailedRule::rule));
        return failed;
    }

    /** Asks each while there is time; returns those that were too slow or whose turn did not come. */
    private List<Rule> ask(List<Rule> rules, Deadline whole, Consumer<Rule> question, List<FailedRule> failed) {
        List<Rule> slow = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            if (whole.left().isZero()) {
                slow.addAll(rules.subList(i, rules.size()));
                return slow;
            }
            Rule rule = rules.get(i);
            Deadline share = Deadline.within(whole.left().dividedBy(rules.size() - i));
            try {
                question.accept(rule);
            } catch (RuntimeException | StackOverflowError | LinkageError e) {
                if (DeadlinePassedException.isBehind(e)) {
                    slow.add(rule);
                } else {
                    FailedRule failure = FailedRule.of(rule.id(), e);
                    failed.add(failure);
                    log.failed(failure, e);
                }
            } finally {
                share.close();
            }
        }
        return slow;
    }

    /** Asks none of them, since the time was over before their turn came; all failed. */
    List<FailedRule> late(List<Rule> rules) {
        List<FailedRule> failed = new ArrayList<>();
        for (Rule rule : rules) {
            FailedRule failure = FailedRule.late(rule.id());
            failed.add(failure);
            log.failed(failure, null);
        }
        return failed;
    }
}
