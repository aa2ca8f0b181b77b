package org.noteworthy.checking;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.noteworthy.checking.outcome.CrossViolation;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.waiver.Waiver;
import org.noteworthy.playbooks.waiver.Waiver.Subject;
import org.noteworthy.playbooks.waiver.Waivers;

/** How many violations of the notes at hand each waiver would let stand on a day; for use by one thread. */
public final class WaiverUse {
    private final Waivers waivers;
    private final LocalDate day;
    private final Map<Waiver, Long> uses = new HashMap<>();

    public WaiverUse(Waivers waivers, LocalDate day) {
        this.waivers = waivers;
        this.day = day;
    }

    /** Counts what one entry violates. */
    public void add(Result result) {
        if (result instanceof Result.Judged judged) {
            add(judged.report(), Waiving.subject(judged.note(), null));
        } else if (result instanceof Result.JudgedEngagement judged) {
            List<NoteRecord> notes = judged.engagement().notes();
            for (int i = 0; i < notes.size(); i++) {
                add(
                        judged.report().notes().get(i),
                        Waiving.subject(notes.get(i), judged.engagement().engagement()));
            }
            Waiving.Subjects subjects =
                    new Waiving.Subjects(judged.engagement(), judged.report().gaps());
            for (CrossViolation violation : judged.report().violations()) {
                add(violation.rule(), subjects.of(violation.note(), violation.interaction()));
            }
        }
    }

    private void add(Report report, Subject subject) {
        for (Violation violation : report.violations()) {
            add(violation.rule(), subject);
        }
    }

    private void add(String rule, Subject subject) {
        waivers.covering(rule, subject, day).forEach(waiver -> uses.merge(waiver, 1L, Long::sum));
    }

    /** How many violations it would let stand; several waivers may let the same one. */
    public long of(Waiver waiver) {
        return uses.getOrDefault(waiver, 0L);
    }
}
