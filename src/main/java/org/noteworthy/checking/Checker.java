package org.noteworthy.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
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
        List<Note> parsed = new ArrayList<>(notes.size());
        for (NoteRecord note : notes) {
            parsed.add(playbook.parser().parse(note));
        }
        List<Report> reports = new ArrayList<>(notes.size());
        for (Checked checked : checkParsed(parsed)) {
            reports.add(checked.report());
        }
        return reports;
    }

    /** Judges notes that the playbook's own parser has read; the answers are in their order. */
    public List<Checked> checkParsed(List<Note> notes) {
        Bench bench = idle.pollFirst();
        if (bench == null) {
            bench = new Bench(rules, base);
        }
        boolean sound = false;
        try {
            List<Checked> checked = new ArrayList<>(notes.size());
            for (int from = 0; from < notes.size(); from += Bench.BATCH) {
                checked.addAll(bench.check(notes.subList(from, Math.min(notes.size(), from + Bench.BATCH))));
            }
            sound = true;
            return checked;
        } finally {
            if (sound) {
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

    @Override
    public void close() {
        for (Bench bench = idle.pollFirst(); bench != null; bench = idle.pollFirst()) {
            bench.dispose();
        }
    }
}
