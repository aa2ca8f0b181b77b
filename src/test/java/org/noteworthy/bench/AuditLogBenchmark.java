package org.noteworthy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.noteworthy.api.RunningService;
import org.noteworthy.audit.AuditSettings;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.log.CallContext;
import org.noteworthy.audit.log.DecisionLog;
import org.noteworthy.audit.proof.Verification;
import org.noteworthy.audit.replay.Replay;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.audit.store.KeptPlaybooks;
import org.noteworthy.checking.Reviewer;
import org.noteworthy.checking.TimeLimits;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.engine.RuleCache;

/**
 * Prints what recording decisions costs: {@code ./mvnw -Pbench verify -Dbench=audit}. Asserts nothing.
 *
 * <p>Three services take turns, one that records nothing, one that never loses a decision and one that never blocks; a
 * ratio is that of two rounds that followed each other.
 */
final class AuditLogBenchmark {
    static final String PART = "audit";

    /** Silent, as in the service and on the command line. */
    private static final Logger ENGINE_LOG = Logger.getLogger("org.drools");

    private static final String EDITION = "2020-03-25";
    private static final int ROUNDS = 5;
    private static final int REPLAYED = 100_000;
    private static final Duration ROUND = Duration.ofSeconds(2);

    /** The path through the audit log is compiled for a long time after the rest of the service. */
    private static final Duration WARM = Duration.ofSeconds(40);

    private static final int WARM_ROUNDS = 6;

    /** Whoever waits for the disk waits together with the others: a few callers and many differ. */
    private static final List<Integer> CONNECTIONS = List.of(8, 64);

    private static final List<byte[]> NOTHING = List.of(Connection.get("/v1"));

    private final List<ServiceBenchmark> services = new ArrayList<>();
    private final List<RunningService> running;
    private final List<byte[]> notes;

    private AuditLogBenchmark(List<RunningService> running, List<byte[]> notes) {
        this.running = running;
        this.notes = notes;
        running.forEach(service -> services.add(new ServiceBenchmark(service, notes)));
    }

    static void run() throws IOException, InterruptedException {
        List<byte[]> notes = ServiceBenchmark.notes();
        try (RunningService bare = RunningService.over(Path.of("rules"), "noteworthy.audit.enabled=false");
                RunningService lossless = RunningService.over(Path.of("rules"));
                RunningService unblocked =
                        RunningService.over(Path.of("rules"), "noteworthy.audit.when-full=never-block")) {
            AuditLogBenchmark benchmark = new AuditLogBenchmark(List.of(bare, lossless, unblocked), notes);
            print("%-34s %11s %11s %7s %11s %7s", "", "unrecorded", "never lose", "ratio", "never block", "ratio");
            benchmark.printBatch();
            for (int connections : CONNECTIONS) {
                benchmark.printCalls(connections);
            }
        }
        printReplay();
    }

    /** How long it takes to judge a hundred thousand recorded notes again, and to prove their chain. */
    private static void printReplay() throws IOException {
        ENGINE_LOG.setLevel(Level.OFF);
        Library library = Library.open(Path.of("rules"), RuleCache.none());
        Playbook edition = library.named(EDITION);
        DatabaseAddress address =
                DatabaseAddress.embedded(Files.createTempDirectory("audit").resolve("audit"));
        try (Reviewer reviewer = new Reviewer(library, Clock.systemUTC(), TimeLimits.DEFAULT).by(EDITION);
                DecisionLog log =
                        DecisionLog.openNow(address, AuditSettings.of("benchmark", "1.0"), Clock.systemUTC())) {
            List<NoteRecord> records = Corpus.generate(edition.tables(), Corpus.SEED, REPLAYED);
            Origin here = new Origin("here", null, 1, 0, false);
            for (int from = 0; from < REPLAYED; from += 200) {
                List<Entry> entries = new ArrayList<>();
                records.subList(from, from + 200).forEach(note -> entries.add(new Entry.Note(here, note)));
                log.recordInTime(
                        new CallContext("benchmark", library, Instant.now(), 1_000_000), reviewer.review(entries));
            }
        }
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            print(
                    "%n%,d recorded notes, %d MiB on the disk",
                    REPLAYED, Files.size(Path.of(address.where() + ".mv.db")) >> 20);
            Replay replay =
                    new Replay(database, new KeptPlaybooks(database, library, RuleCache.none()), Replay.Watch.NONE);
            for (int round = 0; round < 3; round++) {
                long began = System.nanoTime();
                long same = replay.again(DecisionQuery.ALL).same();
                long again = System.nanoTime();
                replay.under(DecisionQuery.ALL, library.named("2020-05-12"));
                long under = System.nanoTime();
                boolean holds = new Verification(null, List.of()).of(database).holds();
                print(
                        "judged again %.1f s, all the same: %b; by another edition %.1f s; proven %.1f s: %b",
                        (again - began) / 1e9,
                        same == REPLAYED,
                        (under - again) / 1e9,
                        (System.nanoTime() - under) / 1e9,
                        holds);
            }
        }
    }

    private void printBatch() throws IOException {
        List<byte[]> chunks = services.get(0).chunks();
        List<double[]> speeds = new ArrayList<>();
        List<double[]> spent = new ArrayList<>();
        for (int round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
            double[] speed = new double[services.size()];
            double[] cpu = new double[services.size()];
            for (int i = 0; i < services.size(); i++) {
                double before = services.get(i).cpuOfService();
                long began = System.nanoTime();
                services.get(i).batch(chunks);
                speed[i] = notes.size() * 1e9 / (System.nanoTime() - began);
                cpu[i] = (services.get(i).cpuOfService() - before) * 1e6 / notes.size();
            }
            if (round >= WARM_ROUNDS) {
                speeds.add(speed);
                spent.add(cpu);
            }
        }
        print("batch, notes/s", speeds, true);
        print("batch, CPU µs a note", spent, false);
    }

    private void printCalls(int connections) throws IOException, InterruptedException {
        List<byte[]> checks = notes.subList(0, Corpus.SIZE).stream()
                .map(note -> Connection.post("/v1/check?playbook=" + EDITION, note))
                .toList();
        List<Load> loads = new ArrayList<>();
        for (RunningService service : running) {
            loads.add(new Load(service.uri("/"), connections));
        }
        List<double[]> speeds = new ArrayList<>();
        List<double[]> p50 = new ArrayList<>();
        List<double[]> p99 = new ArrayList<>();
        List<double[]> spent = new ArrayList<>();
        List<double[]> spentOnNothing = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            double[] speed = new double[loads.size()];
            double[] middle = new double[loads.size()];
            double[] late = new double[loads.size()];
            double[] cpu = new double[loads.size()];
            double[] idle = new double[loads.size()];
            for (int i = 0; i < loads.size(); i++) {
                double before = services.get(i).cpuOfService();
                Load.Times nothing = loads.get(i).run(NOTHING, (round == 0 ? WARM : ROUND).toNanos());
                double between = services.get(i).cpuOfService();
                Load.Times times = loads.get(i).run(checks, (round == 0 ? WARM : ROUND).toNanos());
                speed[i] = times.perSecond();
                middle[i] = times.micros(50);
                late[i] = times.micros(99);
                cpu[i] = (services.get(i).cpuOfService() - between) * 1e6 / times.calls();
                idle[i] = (between - before) * 1e6 / nothing.calls();
            }
            if (round > 0) {
                speeds.add(speed);
                p50.add(middle);
                p99.add(late);
                spent.add(cpu);
                spentOnNothing.add(idle);
            }
        }
        for (Load load : loads) {
            load.close();
        }
        print("calls of " + connections + " at once, calls/s", speeds, true);
        print("calls of " + connections + " at once, p50 µs", p50, false);
        print("calls of " + connections + " at once, p99 µs", p99, false);
        print("calls of " + connections + " at once, CPU µs", spent, true);
        print("calls of nothing, CPU µs", spentOnNothing, true);
        double[] beside = IntStream.range(0, ROUNDS)
                .mapToDouble(round -> spent.get(round)[0] / spentOnNothing.get(round)[0])
                .toArray();
        print("a check beside a call of nothing, CPU: %.2f", ServiceBenchmark.median(beside));
    }

    private static void print(String name, List<double[]> rounds, boolean ratios) {
        print(
                ratios ? "%-34s %,11.0f %,11.0f %7.2f %,11.0f %7.2f" : "%-34s %,11.1f %,11.1f %7.2f %,11.1f %7.2f",
                name,
                median(rounds, 0),
                median(rounds, 1),
                ServiceBenchmark.median(
                        rounds.stream().mapToDouble(each -> each[1] / each[0]).toArray()),
                median(rounds, 2),
                ServiceBenchmark.median(
                        rounds.stream().mapToDouble(each -> each[2] / each[0]).toArray()));
    }

    private static double median(List<double[]> rounds, int column) {
        return ServiceBenchmark.median(
                rounds.stream().mapToDouble(each -> each[column]).toArray());
    }

    @SuppressWarnings("AnnotateFormatMethod") // every format is written out in this class
    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
