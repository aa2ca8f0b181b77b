package org.noteworthy.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.BiFunction;
import org.noteworthy.checking.outcome.Checked;
import org.noteworthy.checking.outcome.EngagementResult;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Playbook;

/**
 * Judges notes by one playbook. Every road to a report leads through here: a single note is a batch of one.
 *
 * <p>Safe for use by many threads; keeps as many engine sessions as there were threads at once. A rule that fails or takes
 * too long is told as failed for that note; it stops neither the other rules nor the other notes.
 */
public final class Checker implements AutoCloseable {
    private final Playbook playbook;
    private final RuleBook rules;
    private final TimeLimits limits;
    private final FailureLog log;
    private final EngagementEvaluator engagements;
    private final ConcurrentLinkedDeque<NoteEvaluator> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    public Checker(Playbook playbook) {
        this(playbook, TimeLimits.DEFAULT);
    }

    /** Judges within other limits of time. */
    public Checker(Playbook playbook, TimeLimits limits) {
        this.playbook = playbook;
        this.limits = limits;
        rules = new RuleBook(playbook);
        log = new FailureLog(playbook.edition().version());
        engagements = new EngagementEvaluator(playbook, rules, limits, log);
    }

    /** The playbook that it judges by. */
    public Playbook playbook() {
        return playbook;
    }

    /** Judges one note. */
    public Report check(NoteRecord note) {
        return checkInDetail(note).report();
    }

    /** Judges one note, and tells how each rule ended and how the note was read. */
    public Checked checkInDetail(NoteRecord note) {
        return checkParsed(List.of(playbook.parser().parse(note))).get(0);
    }

    /** Judges notes; the reports are in their order. */
    public List<Report> check(List<NoteRecord> notes) {
        return judge(
                notes,
                (judge, note) -> judge.check(playbook.parser().parse(note)).report());
    }

    /** Judges notes that the playbook's own parser has read; the answers are in their order. */
    public List<Checked> checkParsed(List<Note> notes) {
        return judge(notes, NoteEvaluator::check);
    }

    private <N, A> List<A> judge(List<N> notes, BiFunction<NoteEvaluator, N, A> check) {
        NoteEvaluator judge = idle.pollFirst();
        if (judge == null) {
            judge = new NoteEvaluator(rules, playbook.noteRules(), limits, log);
        }
        boolean sound = false;
        try {
            List<A> answers = new ArrayList<>(notes.size());
            for (N note : notes) {
                answers.add(check.apply(judge, note));
            }
            sound = true;
            return answers;
        } finally {
            if (sound && !closed) {
                idle.addFirst(judge);
            } else {
                judge.dispose();
            }
        }
    }

    /** What only shows when the notes and interactions of an engagement are seen together. */
    public EngagementResult checkTogether(EngagementRecord engagement) {
        return engagements.check(engagement);
    }

    /** Lets its sessions go; checks under way, and any after, still end well. */
    @Override
    public void close() {
        closed = true;
        for (NoteEvaluator judge = idle.pollFirst(); judge != null; judge = idle.pollFirst()) {
            judge.dispose();
        }
    }
}
