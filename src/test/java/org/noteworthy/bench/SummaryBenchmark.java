package org.noteworthy.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.AuditSettings;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.DecisionQueryBuilder;
import org.noteworthy.audit.log.CallContext;
import org.noteworthy.audit.log.DecisionLog;
import org.noteworthy.audit.proof.Verification;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.audit.store.Dimension;
import org.noteworthy.audit.store.Groups;
import org.noteworthy.audit.store.Outlining;
import org.noteworthy.audit.store.Summary;
import org.noteworthy.audit.store.TestDatabase;
import org.noteworthy.checking.Reviewer;
import org.noteworthy.checking.TimeLimits;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.engine.RuleCache;

/**
 * Prints how long sums over a million decisions of a year take, with outlines and without, on both kinds of database:
 * {@code ./mvnw -Pbench verify -Dbench=sums}. Asserts nothing.
 */
final class SummaryBenchmark {
    static final String PART = "sums";

    private static final int DECISIONS = Integer.getInteger("sums.decisions", 1_000_000);
    private static final int JUDGED = 20_000;
    private static final int PORTION = Integer.getInteger("sums.portion", 100);
    private static final Instant BEGIN = Instant.parse("2025-01-06T08:00:00Z");
    private static final List<String> GROUPS = List.of(
            "week", "rule", "week,rule", "role,rule", "noteType,rule", "edition,rule", "month,role", "caller,rule");

    private SummaryBenchmark() {}

    static void run() {
        Logger.getLogger("org.drools").setLevel(Level.OFF);
        Library library = Library.open(Path.of("rules"), RuleCache.none());
        List<Result> results = judged(library);
        for (TestDatabase kind : TestDatabase.values()) {
            if (System.getProperty("sums.on", kind.name()).equals(kind.name())) {
                measure(kind, library, results);
            }
        }
    }

    private static List<Result> judged(Library library) {
        Playbook edition = library.named("2020-03-25");
        List<Entry> entries = new ArrayList<>();
        for (NoteRecord note : Corpus.generate(edition.tables(), Corpus.SEED, JUDGED)) {
            entries.add(new Entry.Note(new Origin("here", null, 1, 0, false), note));
        }
        try (Reviewer reviewer = new Reviewer(library, Clock.systemUTC(), TimeLimits.DEFAULT)) {
            return reviewer.review(entries);
        }
    }

    private static void measure(TestDatabase kind, Library library, List<Result> results) {
        DatabaseAddress address = kind.fresh();
        Random random = new Random(Corpus.SEED);
        long began = System.nanoTime();
        try (DecisionLog log = DecisionLog.openNow(address, AuditSettings.of("benchmark", "1.0"), Clock.systemUTC())) {
            for (int done = 0; done < DECISIONS; done += PORTION) {
                Instant at = BEGIN.plus(Duration.ofSeconds(done * 365L * 86_400 / DECISIONS))
                        .truncatedTo(ChronoUnit.MILLIS);
                int from = random.nextInt(JUDGED - PORTION);
                log.recordInTime(
                        new CallContext("caller-" + random.nextInt(20), library, at, 1_000_000),
                        results.subList(from, from + PORTION));
            }
        }
        print("%n%s: %,d decisions recorded in %.1f s", kind, DECISIONS, (System.nanoTime() - began) / 1e9);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            prove(database);
            sum(database, "without outlines", new DecisionQueryBuilder().build(), null, 1);
            began = System.nanoTime();
            int blocks = new Outlining(database, () -> false).run();
            print("%d blocks outlined in %.1f s", blocks, (System.nanoTime() - began) / 1e9);
            sum(database, "everything", DecisionQuery.ALL, null, 4);
            for (String by : GROUPS) {
                sum(database, "by " + by, DecisionQuery.ALL, by, 3);
            }
            sum(database, "a quarter", query("from", "2025-04-01", "to", "2025-07-01"), "week,rule", 3);
            sum(database, "a role", query("role", "FE"), "week,rule", 3);
            sum(database, "a caller", query("caller", "caller-7"), "week,rule", 3);
            sum(database, "an author", query("author", "k.sato"), "week,rule", 3);
            sum(database, "a note", query("note", "N-94"), "week,rule", 2);
            prove(database);
        }
    }

    private static void prove(AuditDatabase database) {
        long began = System.nanoTime();
        boolean holds = new Verification(null, List.of()).of(database).holds();
        print("proven in %.1f s: %b", (System.nanoTime() - began) / 1e9, holds);
    }

    private static DecisionQuery query(String... filters) {
        DecisionQueryBuilder query = new DecisionQueryBuilder();
        for (int i = 0; i < filters.length; i += 2) {
            query.with(filters[i], filters[i + 1]);
        }
        return query.build();
    }

    private static void sum(AuditDatabase database, String name, DecisionQuery query, @Nullable String by, int rounds) {
        StringBuilder times = new StringBuilder();
        int size = 0;
        long judged = 0;
        for (int round = 0; round < rounds; round++) {
            long began = System.nanoTime();
            Groups groups = by == null ? null : new Groups(Dimension.read(by));
            judged = Summary.of(database, query, groups).notes().judged();
            size = groups == null ? 0 : groups.all().size();
            times.append(String.format(Locale.ROOT, " %6.0f", (System.nanoTime() - began) / 1e6));
        }
        print("  %-18s %,9d judged, %,5d groups, ms:%s", name, judged, size, times);
    }

    @SuppressWarnings("AnnotateFormatMethod") // every format is written out in this class
    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
