package org.noteworthy.checking;

import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ThreadSafeOption;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.api.runtime.rule.Match;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.Place;
import org.noteworthy.playbooks.engine.Verdict;
import org.noteworthy.playbooks.language.pattern.Deadline;

/**
 * One long-lived session of the engine over rules about single notes, for use by one thread at a time.
 *
 * <p>One note lies on it at a time: put there, judged by its rules, taken away again. So whatever a rule reports is about
 * that note; a new session for each note would cost a hundred times as much, and several notes at once gain nothing.
 * Before a rule fires the filter looks whether it may judge the note, and remembers the rule. A bench on which something
 * was thrown is of no further use.
 */
final class RuleSession implements AgendaFilter, Verdict {
    private final RuleBook rules;
    private final KieSession session;
    private final int most;
    private @Nullable NoteEvaluation findings;
    private RuleBook.@Nullable Entry rule;

    /** A bench over that many rules. */
    RuleSession(RuleBook rules, KieBase base, int most) {
        this.rules = rules;
        this.most = most;
        session = newSession(base, this);
    }

    /**
     * A session for one thread at a time. It must be a thread-safe one all the same: with {@code NO} the engine keeps the
     * arguments of a rule's consequence in the rule, where sessions of the same base in other threads overwrite them.
     */
    static KieSession newSession(KieBase base, Verdict report) {
        KieSessionConfiguration configuration = KieServices.get().newKieSessionConfiguration();
        configuration.setOption(ThreadSafeOption.YES);
        KieSession session = base.newKieSession(configuration, null);
        if (!base.getKiePackages().isEmpty()) { // an edition may have no rules of this kind, and then no report either
            session.setGlobal("report", report);
        }
        return session;
    }

    /** Adds what the rules find in a note, block by block. */
    void judge(NoteEvaluation lying) {
        findings = lying;
        judge(lying.note());
        for (Note block : lying.note().further()) {
            lying.turnTo(block);
            judge(block);
        }
        findings = null;
    }

    private void judge(Note note) {
        FactHandle handle = session.insert(note);
        int fired = session.fireAllRules(this, most + 1);
        if (fired > most) {
            throw new IllegalStateException("A rule fires again and again: " + fired + " times");
        }
        session.delete(handle);
    }

    void dispose() {
        session.dispose();
    }

    @Override
    public boolean accept(Match match) {
        RuleBook.Entry firing = rules.entry(match.getRule().getName());
        rule = firing;
        Deadline.look();
        return findings != null && findings.scope().judges(firing.index());
    }

    @Override
    public void violation(Place place, String text) {
        NoteEvaluation broken = findings;
        RuleBook.Entry by = rule;
        if (broken == null || by == null) {
            throw new IllegalStateException("A rule reported a violation while none was firing");
        }
        broken.add(by, place);
    }
}
