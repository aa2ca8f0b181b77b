package org.noteworthy.checking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Checked;
import org.noteworthy.checking.outcome.FailedRule;
import org.noteworthy.checking.outcome.Omissions;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.notes.Note;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.engine.RuleBase;
import org.noteworthy.playbooks.language.pattern.Deadline;

/**
 * Judges notes one after another, on one thread at a time: by all rules at once and, where that breaks off, by each rule
 * by itself, so that a rule that fails takes no other with it. What the others find is the same either way.
 */
final class NoteEvaluator {
    private final RuleBook rules;
    private final RuleBase base;
    private final TimeLimits limits;
    private final OneByOne oneByOne;
    private final Map<String, RuleSession> alone = new HashMap<>();
    private @Nullable RuleSession together;

    NoteEvaluator(RuleBook rules, RuleBase base, TimeLimits limits, FailureLog log) {
        this.rules = rules;
        this.base = base;
        this.limits = limits;
        oneByOne = new OneByOne(log);
    }

    /** Judges a note. */
    Checked check(Note note) {
        NoteEvaluation findings = new NoteEvaluation(note, rules.scope(note));
        Deadline deadline = Deadline.within(limits.note());
        try {
            if (deadline.isLate()) {
                return late(findings);
            }
            together().judge(findings);
            return checked(findings, List.of());
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            dispose(together);
            together = null;
        } finally {
            deadline.close();
        }
        return checkOneByOne(note, findings.scope());
    }

    private Checked checkOneByOne(Note note, Scopes.Scope scope) {
        NoteEvaluation findings = new NoteEvaluation(note, scope);
        List<Rule> judging = judging(scope);
        for (Rule rule : judging) {
            if (Deadline.isOver()) {
                return late(findings);
            }
            alone(rule.id());
        }
        List<FailedRule> failed = oneByOne.ask(judging, limits.note(), rule -> {
            NoteEvaluation own = new NoteEvaluation(note, scope);
            RuleSession session = alone(rule.id());
            alone.remove(rule.id());
            boolean sound = false;
            try {
                session.judge(own);
                sound = true;
            } finally {
                if (sound) {
                    alone.put(rule.id(), session);
                } else {
                    session.dispose();
                }
            }
            findings.add(own);
        });
        return checked(findings, failed);
    }

    /** The time was over before the note's turn came. */
    private Checked late(NoteEvaluation findings) {
        return checked(findings, oneByOne.late(judging(findings.scope())));
    }

    private List<Rule> judging(Scopes.Scope scope) {
        List<Rule> all = rules.edition().rules();
        List<Rule> judging = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (scope.judges(i)) {
                judging.add(all.get(i));
            }
        }
        return judging;
    }

    private RuleSession together() {
        RuleSession session = together;
        if (session == null) {
            session = new RuleSession(rules, base.together(), rules.size());
            together = session;
        }
        return session;
    }

    private RuleSession alone(String rule) {
        return alone.computeIfAbsent(rule, name -> new RuleSession(rules, base.alone(name), 1));
    }

    private Checked checked(NoteEvaluation findings, List<FailedRule> failed) {
        List<Violation> violations = findings.told();
        Note note = findings.note();
        Report report = new Report(
                note.record().id(),
                rules.edition().version(),
                rules.edition().digest(),
                violations,
                findings.scope().outcomes(findings.violated(), failed.size()),
                note.role().assumed() ? rules.assumedRole() : Map.of(),
                Omissions.of(failed, findings.omitted()));
        return new Checked(
                report, note, findings.scope().before(), rules.edition().rules());
    }

    /** Lets its sessions go. */
    void dispose() {
        dispose(together);
        alone.values().forEach(RuleSession::dispose);
    }

    private static void dispose(@Nullable RuleSession session) {
        if (session != null) {
            session.dispose();
        }
    }
}
