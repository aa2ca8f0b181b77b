package org.noteworthy.checking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.noteworthy.playbooks.Rule;
import org.noteworthy.playbooks.language.Deadline;

/**
 * Asks rules one by one after they failed together: each comes to its result or fails by itself.
 *
 * <p>A rule gets half of the time that is left, so that several slow ones leave some for the others.
 */
final class OneByOne {
    private final FailureLog log;

    OneByOne(FailureLog log) {
        this.log = log;
    }

    /** Asks them within a time; returns those that failed. */
    List<FailedRule> ask(List<Rule> rules, Duration time, Consumer<Rule> question) {
        List<FailedRule> failed = new ArrayList<>();
        Deadline whole = Deadline.within(time);
        try {
            for (Rule rule : rules) {
                Deadline half = Deadline.within(whole.left().dividedBy(2));
                try {
                    question.accept(rule);
                } catch (RuntimeException | StackOverflowError | LinkageError e) {
                    FailedRule failure = FailedRule.of(rule.id(), e);
                    failed.add(failure);
                    log.failed(failure, e);
                } finally {
                    half.close();
                }
            }
        } finally {
            whole.close();
        }
        return failed;
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
