package org.noteworthy.audit.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DecisionReader;
import org.noteworthy.checking.InOrder;
import org.noteworthy.checking.Pipeline;
import org.noteworthy.notes.NoteRecord;

/**
 * The notes of the audit log, the latest first, each once however often it was checked: as it was when it was checked last.
 * Works on all cores and holds a few pages and the ids of the notes at once.
 */
public final class RecordedNotes {
    private static final int MOST_IDS = 1_000_000;

    private final AuditDatabase database;

    public RecordedNotes(AuditDatabase database) {
        this.database = database;
    }

    /**
     * Does some work on each note and the decision that was made of it last, and takes what comes of a page of them in their order, on one thread.
     *
     * @param withoutNote is told how many decisions of a page have no note that was kept
     * @throws CancellationException if it is cancelled
     */
    public <R> void each(
            DecisionQuery query,
            BiFunction<NoteRecord, Decision, R> work,
            Consumer<List<R>> results,
            Consumer<Integer> withoutNote,
            BooleanSupplier cancelled) {
        ExecutorService workers = Pipeline.workers();
        Set<String> seen = new HashSet<>();
        try (InOrder<Portion<R>> underWay = new InOrder<>(workers, portion -> {
            withoutNote.accept(portion.withoutNote());
            results.accept(portion.results());
        })) {
            new DecisionReader(database).pages(query, true, null, (head, lines) -> {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("Nobody wants to know any more");
                }
                List<Decision> page = DecisionReader.decisions(head, lines);
                List<Decision> latest = new ArrayList<>(page.size());
                for (int i = page.size() - 1; i >= 0; i--) {
                    Decision decision = page.get(i);
                    if (!decision.together() && query.asksFor(decision) && isNew(seen, decision)) {
                        latest.add(decision);
                    }
                }
                underWay.give(() -> portion(latest, work, cancelled));
                return true;
            });
            underWay.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            workers.shutdownNow();
        }
    }

    /** What was done with one page; {@code withoutNote} counts decisions whose note was not kept. */
    private record Portion<R>(List<R> results, int withoutNote) {}

    private static <R> Portion<R> portion(
            List<Decision> decisions, BiFunction<NoteRecord, Decision, R> work, BooleanSupplier cancelled) {
        List<R> results = new ArrayList<>(decisions.size());
        int withoutNote = 0;
        for (Decision decision : decisions) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("Nobody wants to know any more");
            }
            if (decision.record().isEmpty()) {
                withoutNote++;
            } else {
                results.add(work.apply(Replay.note(decision), decision));
            }
        }
        return new Portion<>(results, withoutNote);
    }

    /** Notes without an id are all different; of very many, those that come late are counted as often as they come. */
    private static boolean isNew(Set<String> seen, Decision decision) {
        String id = decision.subject();
        return id.isEmpty() || seen.size() >= MOST_IDS && !seen.contains(id) || seen.add(id);
    }
}
