package org.noteworthy.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.BiFunction;
import org.kie.api.KieBase;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Playbook;

/**
 * Judges notes by one playbook. Every road to a report leads through here: a single note is a batch of one.
 *
 * <p>Safe for use by many threads; keeps as many engine sessions as there were threads at once.
 */
public final class Checker implements AutoCloseable {
    private final Playbook playbook;
    private final RuleBook rules;
    private final KieBase base;
    private final ConcurrentLinkedDeque<Bench> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    public Checker(Playbook playbook) {
        this.playbook = playbook;
        rules = new RuleBook(playbook);
        base = playbook.noteRules();
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
                (bench, note) -> bench.check(playbook.parser().parse(note)).report());
    }

    /** Judges notes that the playbook's own parser has read; the answers are in their order. */
    public List<Checked> checkParsed(List<Note> notes) {
        return judge(notes, Bench::check);
    }

    private <N, A> List<A> judge(List<N> notes, BiFunction<Bench, N, A> judge) {
        Bench bench = idle.pollFirst();
        if (bench == null) {
            bench = new Bench(rules, base);
        }
        boolean sound = false;
        try {
            List<A> answers = new ArrayList<>(notes.size());
            for (N note : notes) {
                answers.add(judge.apply(bench, note));
            }
            sound = true;
            return answers;
        } finally {
            if (sound && !closed) {
                idle.addFirst(bench);
            } else {
                bench.dispose();
            }
        }
    }

    /** What only shows when the notes and interactions of an engagement are seen together. */
    public List<CrossViolation> checkTogether(EngagementRecord engagement) {
        return new EngagementBench(playbook, rules).check(engagement);
    }

    /** Lets its sessions go; checks under way, and any after, still end well. */
    @Override
    public void close() {
        closed = true;
        for (Bench bench = idle.pollFirst(); bench != null; bench = idle.pollFirst()) {
            bench.dispose();
        }
    }
}
