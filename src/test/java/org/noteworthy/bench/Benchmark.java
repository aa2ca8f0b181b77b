package org.noteworthy.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.kie.api.KieBase;
import org.noteworthy.bench.Meter.Cost;
import org.noteworthy.bench.Meter.Work;
import org.noteworthy.checking.Checker;
import org.noteworthy.checking.outcome.Checked;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Compilation;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.engine.RuleCache;

/**
 * Prints how fast edition 2020-03-25 is checked, and how fast the service is: {@code ./mvnw -Pbench verify}. Asserts
 * nothing.
 */
public final class Benchmark {
    private static final Path EDITION = Path.of("rules", "2020-03-25");
    private static final List<String> PARTS = List.of("checking", "road", "rules", "reading");
    private static final int SLICE = 500;

    /** Warm ones, after as many that are not counted. */
    private static final int READINGS = 25;

    /** Silent, as in the service and on the command line: the engine would describe every note for a log nobody keeps. */
    private static final Logger ENGINE_LOG = Logger.getLogger("org.drools");

    /** An edition holds 500 rules at most, and a few of them are about whole engagements. */
    private static final List<Integer> RULE_COUNTS = List.of(20, 50, 100, 200, 490);

    private final Playbook playbook;
    private final List<NoteRecord> records;
    private final List<Note> all;
    private final List<Note> clean;
    private final List<Note> violating;

    private Benchmark(Playbook playbook) {
        this.playbook = playbook;
        records = Corpus.generate(playbook.tables(), Corpus.SEED, Corpus.SIZE);
        all = records.stream().map(playbook.parser()::parse).toList();
        try (Checker checker = new Checker(playbook)) {
            List<Checked> checked = checker.checkParsed(all);
            clean = notes(checked, true);
            violating = notes(checked, false);
        }
    }

    /**
     * Runs the parts named, with commas between: {@code checking}, {@code road}, {@code rules}, {@code reading}, or
     * {@code calls} and {@code batch} of {@link ServiceBenchmark}, {@code start} of {@link StartBenchmark}, {@code tables} of
     * {@link TablesBenchmark}.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> wanted = List.of(String.join(",", arguments).split(","));
        if (!Collections.disjoint(wanted, PARTS)) {
            checking(wanted);
        }
        if (!Collections.disjoint(wanted, ServiceBenchmark.PARTS)) {
            print("");
            ServiceBenchmark.run(wanted);
        }
        if (wanted.contains(AuditLogBenchmark.PART)) {
            print("");
            AuditLogBenchmark.run();
        }
        if (wanted.contains(PeersBenchmark.PART)) {
            print("");
            ENGINE_LOG.setLevel(Level.OFF);
            PeersBenchmark.run();
        }
        if (wanted.contains(CerbosBenchmark.PART)) {
            print("");
            CerbosBenchmark.run();
        }
        if (wanted.contains(StartBenchmark.PART)) {
            print("");
            StartBenchmark.run(wanted);
        }
        if (wanted.contains(SummaryBenchmark.PART)) {
            print("");
            SummaryBenchmark.run();
        }
        if (wanted.contains(TablesBenchmark.PART)) {
            print("");
            TablesBenchmark.run(wanted);
        }
    }

    private static void checking(List<String> wanted) throws IOException {
        ENGINE_LOG.setLevel(Level.OFF);
        Benchmark benchmark = new Benchmark(compiled(EDITION, RuleCache.none()));
        benchmark.printSubject();
        if (wanted.contains("checking")) {
            benchmark.printChecking();
        }
        if (wanted.contains("road")) {
            benchmark.printRoad();
        }
        if (wanted.contains("rules")) {
            benchmark.printRules();
        }
        if (wanted.contains("reading")) {
            printReading();
        }
    }

    private void printSubject() {
        print(
                "Java %s (%s), Drools %s, %d processors, heap %d MiB, %s %s",
                System.getProperty("java.version"),
                System.getProperty("java.vm.name"),
                KieBase.class.getPackage().getImplementationVersion(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
        print("edition %s, %s", playbook.edition().version(), playbook.edition().digest());
        print(
                "%d notes, seed %d, %.0f characters each, %.0f %% with violations",
                all.size(),
                Corpus.SEED,
                all.stream().mapToInt(note -> note.text().length()).average().orElse(0),
                100.0 * violating.size() / all.size());
        print("CPU time and allocation of one warm thread (compiler and collector threads not counted), medians");
    }

    private void printChecking() {
        print("");
        print("checking parsed notes     by hand notes/s   engine notes/s   ratio   by hand bytes   engine bytes");
        HandWrittenChecker byHand = new HandWrittenChecker(playbook.edition().digest());
        try (Checker checker = new Checker(playbook)) {
            List<List<Note>> kinds = List.of(all, clean, violating);
            List<String> names = List.of("all", "clean only", "violating only");
            List<Work> works = new ArrayList<>();
            for (List<Note> notes : kinds) {
                works.add(work(notes, slice -> byHand(byHand, slice)));
                works.add(work(notes, checker::checkParsed));
            }
            List<Cost> costs = Meter.measure(works);
            for (int i = 0; i < names.size(); i++) {
                Cost hand = costs.get(2 * i);
                Cost engine = costs.get(2 * i + 1);
                print(
                        "  %-22s %,17.0f %,16.0f %7.2f %,15.0f %,14.0f",
                        names.get(i),
                        hand.notesPerSecond(),
                        engine.notesPerSecond(),
                        engine.speedBeside(hand),
                        hand.bytesPerNote(),
                        engine.bytesPerNote());
            }
        }
    }

    private void printRoad() {
        print("");
        print("parse + check + report            notes/s   bytes a note   of it parsing: time   bytes");
        try (Checker checker = new Checker(playbook)) {
            List<NoteRecord> cleanRecords = clean.stream().map(Note::record).toList();
            List<Cost> costs = Meter.measure(List.of(
                    work(records, checker::check),
                    work(records, this::parse),
                    work(cleanRecords, checker::check),
                    work(cleanRecords, this::parse)));
            printRoad("all", costs.get(0), costs.get(1));
            printRoad("clean only", costs.get(2), costs.get(3));
        }
    }

    private static void printRoad(String name, Cost road, Cost parsing) {
        print(
                "  %-25s %,13.0f %,14.0f %19.0f %% %,7.0f",
                name,
                road.notesPerSecond(),
                road.bytesPerNote(),
                100 / parsing.speedBeside(road),
                parsing.bytesPerNote());
    }

    private void printRules() throws IOException {
        print("");
        print(
                "rules about notes   notes/s (clean)   time beside that of %d   ns a rule   compile ms   load ms",
                RULE_COUNTS.get(0));
        Path folder = Files.createTempDirectory("noteworthy-bench");
        List<Checker> checkers = new ArrayList<>();
        try {
            List<long[]> millis = new ArrayList<>();
            List<Work> works = new ArrayList<>();
            for (int count : RULE_COUNTS) {
                Path parent = folder.resolve("rules-" + count);
                Path edition =
                        SyntheticEdition.write(EDITION, playbook.edition().rules(), count, parent);
                RuleCache cache = RuleCache.in(parent.resolve("cache"));
                long start = System.nanoTime();
                compiled(edition, cache);
                long between = System.nanoTime();
                Checker checker = new Checker(compiled(edition, cache));
                millis.add(new long[] {(between - start) / 1_000_000, (System.nanoTime() - between) / 1_000_000});
                checkers.add(checker);
                works.add(work(clean, checker::checkParsed));
            }
            List<Cost> costs = Meter.measure(works);
            for (int i = 0; i < costs.size(); i++) {
                int count = RULE_COUNTS.get(i);
                Cost cost = costs.get(i);
                print(
                        "  %-17d %,15.0f %23.2f %11.1f %,12d %,9d",
                        count,
                        cost.notesPerSecond(),
                        costs.get(0).speedBeside(cost),
                        cost.nanosPerNote() / count,
                        millis.get(i)[0],
                        millis.get(i)[1]);
            }
        } finally {
            checkers.forEach(Checker::close);
            delete(folder);
        }
    }

    /** By the clock, since compiling uses more than one thread. */
    private static void printReading() throws IOException {
        print("");
        print("reading the edition, median of %d warm readings          ms", READINGS);
        Path folder = Files.createTempDirectory("noteworthy-bench");
        try {
            RuleCache cache = RuleCache.in(folder.resolve("cache"));
            printReading("validated, nothing compiled", () -> Library.written(EDITION));
            printReading("with the compiled rules out of the cache", () -> compiled(EDITION, cache));
            printReading("validated and compiled", () -> compiled(EDITION, RuleCache.none()));
            printHeap(cache);
        } finally {
            delete(folder);
        }
    }

    private static void printReading(String name, Supplier<Object> reading) {
        long[] nanos = new long[2 * READINGS];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            Meter.sink = reading.get();
            nanos[i] = System.nanoTime() - start;
        }
        long[] warm = Arrays.stream(nanos).skip(READINGS).sorted().toArray();
        print("  %-48s %,9.1f", name, warm[READINGS / 2] / 1e6);
    }

    /** What all editions hold together, besides what belongs to none of them and is there once they were read. */
    private static void printHeap(RuleCache cache) {
        all(cache);
        Meter.sink = null;
        live();
        long before = live();
        Meter.sink = all(cache);
        print("  %-48s %,9.1f MB", "heap of all editions", (live() - before) / 1e6);
    }

    private static Library all(RuleCache cache) {
        Library library = Library.open(Path.of("rules"), cache);
        library.versions().forEach(library::named);
        return library;
    }

    private static long live() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** A work that takes notes a slice at a time, as a stream of them would come. */
    private static <T> Work work(List<T> notes, Function<List<T>, Object> judge) {
        return new Work(notes.size(), () -> {
            Object last = notes;
            for (int from = 0; from < notes.size(); from += SLICE) {
                last = judge.apply(notes.subList(from, Math.min(notes.size(), from + SLICE)));
            }
            return last;
        });
    }

    private static List<Report> byHand(HandWrittenChecker checker, List<Note> notes) {
        List<Report> reports = new ArrayList<>(notes.size());
        for (Note note : notes) {
            reports.add(checker.check(note));
        }
        return reports;
    }

    private List<Note> parse(List<NoteRecord> notes) {
        List<Note> parsed = new ArrayList<>(notes.size());
        for (NoteRecord note : notes) {
            parsed.add(playbook.parser().parse(note));
        }
        return parsed;
    }

    private static List<Note> notes(List<Checked> checked, boolean clean) {
        return checked.stream()
                .filter(each -> each.report().violations().isEmpty() == clean)
                .map(Checked::note)
                .toList();
    }

    static Playbook compiled(Path edition, RuleCache cache) {
        Compilation compilation = Library.read(edition, cache);
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.playbook();
        }
        throw new IllegalStateException(compilation.toString());
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }

    @SuppressWarnings("AnnotateFormatMethod") // every format is written out in this class
    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
