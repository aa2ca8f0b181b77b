package org.noteworthy.audit.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.noteworthy.audit.AuditSettings;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.audit.store.DecisionReader;
import org.noteworthy.bench.Corpus;
import org.noteworthy.checking.Reviewer;
import org.noteworthy.checking.TimeLimits;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.InteractionRecord;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.RealPlaybook;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.engine.RuleCache;

/** Notes that were judged and recorded, as tests of the audit log need them. */
public final class Recorded {
    public static final Instant MORNING = Instant.parse("2020-06-02T08:00:00Z");
    public static final Clock CLOCK = Clock.fixed(MORNING.plus(1, ChronoUnit.DAYS), ZoneOffset.UTC);
    public static final Library LIBRARY = Library.open(Path.of("rules"), RuleCache.none());

    private static final Origin HERE = new Origin("here", null, 1, 0, false);

    private Recorded() {}

    static Reviewer reviewer() {
        return new Reviewer(LIBRARY, CLOCK, TimeLimits.DEFAULT);
    }

    public static List<NoteRecord> notes(int count) {
        return Corpus.generate(RealPlaybook.march2020().tables(), Corpus.SEED, count);
    }

    public static List<Result> judged(List<NoteRecord> notes) {
        try (Reviewer reviewer = reviewer()) {
            List<Entry> entries = new ArrayList<>();
            notes.forEach(note -> entries.add(new Entry.Note(HERE, note)));
            return reviewer.review(entries);
        }
    }

    public static List<Result> judged(EngagementRecord engagement) {
        try (Reviewer reviewer = reviewer()) {
            return reviewer.review(List.of(new Entry.Engagement(HERE, engagement)));
        }
    }

    public static CallContext context(String caller, Instant at) {
        return new CallContext(caller, LIBRARY, at, 1_000_000);
    }

    /** Records notes in portions of that many, and closes the audit log. */
    public static void record(DatabaseAddress address, AuditSettings settings, List<NoteRecord> notes, int portion) {
        List<Result> results = judged(notes);
        try (DecisionLog log = DecisionLog.openNow(address, settings, CLOCK)) {
            for (int from = 0; from < results.size(); from += portion) {
                log.recordInTime(
                                context("tests", MORNING.plusSeconds(from)),
                                results.subList(from, Math.min(results.size(), from + portion)),
                                null)
                        .await();
            }
        }
    }

    /** What is done before an audit log is closed. */
    @FunctionalInterface
    public interface Last {
        void run() throws IOException;
    }

    /** Records that many decisions, three at a time, or until one is refused, and closes the audit log; the ids of those answered. */
    public static Set<String> untilRefused(DatabaseAddress address, int most, Duration patience, Last last)
            throws IOException {
        List<Result> results = judged(notes(300));
        Set<String> answered = new LinkedHashSet<>();
        AuditSettings settings = AuditSettings.of("tests", "1.0").withPatience(patience);
        try (DecisionLog log = DecisionLog.open(address, settings, CLOCK)) {
            while (answered.size() < most) {
                int from = answered.size() % results.size();
                WriteResult recording = log.record(context("tests", MORNING), results.subList(from, from + 3));
                if (recording.await() != WriteResult.Outcome.RECORDED) {
                    break;
                }
                recording.ids().forEach(id -> answered.add(id.toString()));
            }
            last.run();
        }
        return answered;
    }

    /** The ids of all decisions of an audit log. */
    public static Set<String> ids(DatabaseAddress address) throws IOException {
        Set<String> ids = new HashSet<>();
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            new DecisionReader(database)
                    .each(
                            DecisionQuery.ALL,
                            false,
                            decision -> ids.add(decision.id().toString()));
        }
        return ids;
    }

    /** A note whose every field tries to be more than text. */
    public static final NoteRecord HOSTILE = new NoteRecord(
            "=cmd|' /C calc'!A1",
            "[EXO]\nSTATUS: <iframe src=1>alert(1)</iframe><script>x</script>\u001b[31m\nSUMMARY: \"><img src=x onerror=alert(2)>\nNEXT ACTION: -",
            "FE",
            "<b>&amp;</b>",
            null,
            LocalDate.of(2020, 4, 1),
            "@SUM(1+1)*cmd{style}{#if}{!",
            "</title><svg onload=alert(3)>",
            null,
            null,
            null,
            null,
            null,
            null);

    /** Six weeks of notes of a small office from 6 April 2020 on, an engagement, and {@link #HOSTILE} at the end. */
    public static void weeks(DatabaseAddress address) {
        Instant begin = Instant.parse("2020-04-06T09:00:00Z");
        List<Result> results = judged(notes(240));
        try (DecisionLog log = DecisionLog.openNow(address, AuditSettings.of("office", "1.0"), CLOCK)) {
            for (int from = 0; from < results.size(); from += 8) {
                Instant at = begin.plus(from / 8 + 2 * (from / 40), ChronoUnit.DAYS);
                log.recordInTime(context(from % 3 == 0 ? "import" : "portal", at), results.subList(from, from + 8))
                        .await();
            }
            Instant end = Instant.parse("2020-05-15T16:30:00Z");
            EngagementRecord engagement = new EngagementRecord(
                    "E-77",
                    List.of(),
                    List.of(new InteractionRecord("I-1", LocalDate.of(2020, 4, 2), "FE", "bob", null)));
            log.recordInTime(context("portal", end), judged(engagement)).await();
            log.recordInTime(context("portal", end.plusSeconds(60)), judged(List.of(HOSTILE)))
                    .await();
        }
    }
}
