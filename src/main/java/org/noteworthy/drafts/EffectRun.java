package org.noteworthy.drafts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.DecisionField;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.replay.RecordedNotes;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.checking.Impact;
import org.noteworthy.checking.outcome.FailedRule;
import org.noteworthy.checking.outcome.ProductVersion;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.notes.NoteRecord;

/** Judges recorded notes with and without a change, and adds up what becomes different. */
final class EffectRun {
    private static final int SAMPLE = 1_000;

    private final Judge before;
    private final Judge after;
    private final String digest;

    /** Judges a note as it is judged now, or as it would be. */
    @FunctionalInterface
    interface Judge {
        Report judge(NoteRecord note);
    }

    /** {@code digest} is that of the edition by which {@code before} judges all notes, with no waivers; empty where it is not so. */
    EffectRun(Judge before, Judge after, String digest) {
        this.before = before;
        this.after = after;
        this.digest = digest;
    }

    /** Which rules a note breaks under either, and which failed. */
    private record Judged(String note, Set<String> before, Set<String> after, List<String> failed) {}

    /** What the audit log says of a note that was judged as it is judged now is not judged again. */
    private Judged judged(NoteRecord note, Decision decision) {
        if (!isAsNow(decision)) {
            return judged(note);
        }
        Report other = after.judge(note);
        Set<String> failed = new TreeSet<>();
        other.gaps().failed().stream().map(FailedRule::rule).forEach(failed::add);
        return new Judged(other.note(), decision.rules(), violated(other), List.copyOf(failed));
    }

    /** Whether the note would be judged as it was: by the same files and product, by every rule, unmasked, nothing waived. */
    private boolean isAsNow(Decision decision) {
        return decision.digest().equals(digest)
                && decision.masked().isEmpty()
                && decision.waived() == 0
                && decision.whole()
                && decision.product().equals(ProductVersion.current());
    }

    private Judged judged(NoteRecord note) {
        Report one = before.judge(note);
        Report other = after.judge(note);
        Set<String> failed = new TreeSet<>();
        one.gaps().failed().stream().map(FailedRule::rule).forEach(failed::add);
        other.gaps().failed().stream().map(FailedRule::rule).forEach(failed::add);
        return new Judged(one.note(), violated(one), violated(other), List.copyOf(failed));
    }

    private static Set<String> violated(Report report) {
        return report.violations().stream()
                .filter(violation -> !violation.waived())
                .map(Violation::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The effect on the latest note of each id that the audit log holds; {@code soFar} is told the effect on the latest
     * of them before.
     *
     * @param edition of which the decisions are; empty for all
     * @throws CancellationException if it is cancelled
     */
    Effect onRecorded(AuditDatabase database, String edition, Consumer<Effect> soFar, BooleanSupplier cancelled) {
        Impact impact = new Impact();
        AtomicLong withoutNote = new AtomicLong();
        DecisionQuery query = edition.isEmpty()
                ? DecisionQuery.ALL
                : new DecisionQuery(null, null, Map.of(DecisionField.EDITION, edition));
        new RecordedNotes(database)
                .each(
                        query,
                        this::judged,
                        portion -> {
                            long told = impact.notes() / SAMPLE;
                            portion.forEach(judged -> add(impact, judged));
                            if (impact.notes() / SAMPLE > told) {
                                soFar.accept(Effect.of(impact, false, withoutNote.get()));
                            }
                        },
                        count -> withoutNote.addAndGet(count),
                        cancelled);
        return Effect.of(impact, true, withoutNote.get());
    }

    /** The effect on these notes. */
    Effect on(List<NoteRecord> notes) {
        Impact impact = new Impact();
        notes.forEach(note -> add(impact, judged(note)));
        return Effect.of(impact, true, 0);
    }

    private static void add(Impact impact, Judged judged) {
        judged.failed().forEach(impact::addFailed);
        impact.add(judged.note(), judged.before(), judged.after());
    }
}
