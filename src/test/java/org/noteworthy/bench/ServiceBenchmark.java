package org.noteworthy.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.RunningService;
import org.noteworthy.bench.Load.Times;
import org.noteworthy.checking.Checker;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.engine.RuleCache;

/**
 * Prints how fast the packaged service answers, asked from this process over loopback: {@code ./mvnw -Pbench verify
 * -Dbench=calls,batch}. Asserts nothing.
 *
 * <p>A single check stands beside {@code GET /v1}, which does nothing, in rounds that take turns; so whatever else the
 * machine does meets both alike. Both processes share the cores, and what a batch costs includes sending it, reading the
 * reports and counting them.
 */
final class ServiceBenchmark {
    static final List<String> PARTS = List.of("calls", "batch");

    private static final String EDITION = "2020-03-25";
    private static final int CONNECTIONS = 8;
    private static final int ROUNDS = 9;
    private static final Duration ROUND = Duration.ofSeconds(2);

    /** Until the compiler leaves the cores to the calls: before that, its pauses are what the slowest calls show. */
    private static final Duration WARM = Duration.ofSeconds(40);

    private static final int BATCH_NOTES = 200_000;
    private static final int BATCH_ROUNDS = 7;
    private static final int CHUNK = 64 * 1024;

    /** Silent, as in the service. */
    private static final Logger ENGINE_LOG = Logger.getLogger("org.drools");

    private final RunningService service;
    private final List<byte[]> notes;

    ServiceBenchmark(RunningService service, List<byte[]> notes) {
        this.service = service;
        this.notes = notes;
    }

    /** Runs the parts wanted; what begins with a dash is an option of the service's Java. */
    static void run(List<String> wanted) throws IOException, InterruptedException {
        List<String> options =
                wanted.stream().filter(each -> each.startsWith("-")).toList();
        List<byte[]> notes = notes();
        // What recording adds is another measurement, that of AuditLogBenchmark.
        List<String> bare = new ArrayList<>(options);
        bare.add("-Dnoteworthy.audit.enabled=false");
        try (RunningService service = RunningService.with(bare, Path.of("rules"))) {
            ServiceBenchmark benchmark = new ServiceBenchmark(service, notes);
            benchmark.printSubject(options);
            if (wanted.contains("calls")) {
                benchmark.printCalls();
            }
            if (wanted.contains("batch")) {
                benchmark.printBatch();
            }
        }
    }

    /** The notes of a batch, each in JSON. */
    static List<byte[]> notes() throws IOException {
        List<NoteRecord> records = Corpus.generate(
                Library.open(Path.of("rules"), RuleCache.none()).named(EDITION).tables(), Corpus.SEED, BATCH_NOTES);
        List<byte[]> notes = new ArrayList<>(records.size());
        for (NoteRecord record : records) {
            notes.add(json(record));
        }
        return notes;
    }

    private void printSubject(List<String> options) {
        print(
                "service on Java %s with %s; %d processors shared with its callers, %s %s",
                System.getProperty("java.version"),
                options.isEmpty() ? "the launcher's options" : String.join(" ", options),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
        print(
                "edition %s, %,d notes, seed %d, %.0f bytes of JSON each, 40 %% with violations",
                EDITION,
                notes.size(),
                Corpus.SEED,
                notes.stream().mapToInt(note -> note.length).average().orElse(0));
    }

    private void printCalls() throws IOException, InterruptedException {
        List<byte[]> nothing = List.of(Connection.get("/v1"));
        List<byte[]> checks = notes.subList(0, Corpus.SIZE).stream()
                .map(note -> Connection.post("/v1/check?playbook=" + EDITION, note))
                .toList();
        List<Times> before = new ArrayList<>();
        List<Times> check = new ArrayList<>();
        List<Times> after = new ArrayList<>();
        try (Load load = new Load(service.uri("/"), CONNECTIONS)) {
            load.run(checks, WARM.toNanos());
            load.run(nothing, WARM.toNanos() / 2);
            for (int round = 0; round < ROUNDS; round++) {
                before.add(load.run(nothing, ROUND.toNanos()));
                check.add(load.run(checks, ROUND.toNanos()));
                after.add(load.run(nothing, ROUND.toNanos()));
            }
        }
        print("");
        print("%d connections, %d rounds, medians       p50 µs     p99 µs     max µs    calls/s", CONNECTIONS, ROUNDS);
        printCalls("GET /v1", before);
        printCalls("POST /v1/check", check);
        printCalls("GET /v1 again", after);
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ratios[round] = 2
                    * check.get(round).micros(99)
                    / (before.get(round).micros(99) + after.get(round).micros(99));
        }
        Arrays.sort(ratios);
        print(
                "p99 of a check beside that of nothing: %.2f (from %.2f to %.2f)",
                ratios[ROUNDS / 2], ratios[0], ratios[ROUNDS - 1]);
        printMemory();
    }

    private static void printCalls(String name, List<Times> rounds) {
        print(
                "  %-33s %,10.0f %,10.0f %,10.0f %,10.0f",
                name,
                median(rounds.stream().mapToDouble(times -> times.micros(50)).toArray()),
                median(rounds.stream().mapToDouble(times -> times.micros(99)).toArray()),
                median(rounds.stream().mapToDouble(times -> times.micros(100)).toArray()),
                median(rounds.stream().mapToDouble(Times::perSecond).toArray()));
    }

    private void printBatch() throws IOException {
        List<byte[]> chunks = chunks();
        long sent = notes.stream().mapToLong(note -> note.length + 1).sum();
        print("");
        print(
                "batch of %,d notes     notes/s    MB/s in   MB/s out   CPU s of it   notes/CPU s   CPU s here",
                BATCH_NOTES);
        List<double[]> rounds = new ArrayList<>();
        for (int round = 0; round <= BATCH_ROUNDS; round++) {
            double cpu = cpuOfService();
            double here = cpuHere();
            long began = System.nanoTime();
            Connection.Counts answer = batch(chunks);
            double seconds = (System.nanoTime() - began) / 1e9;
            if (answer.lines() != BATCH_NOTES) {
                throw new IllegalStateException(answer.lines() + " reports came for " + BATCH_NOTES + " notes");
            }
            double spent = cpuOfService() - cpu;
            double[] figures = {
                BATCH_NOTES / seconds,
                sent / seconds / 1e6,
                answer.bytes() / seconds / 1e6,
                spent,
                BATCH_NOTES / spent,
                cpuHere() - here
            };
            printBatch(round == 0 ? "cold" : "round " + round, figures);
            if (round > 0) {
                rounds.add(figures);
            }
        }
        double[] medians = new double[rounds.get(0).length];
        for (int i = 0; i < medians.length; i++) {
            int column = i;
            medians[i] =
                    median(rounds.stream().mapToDouble(each -> each[column]).toArray());
        }
        printBatch("median", medians);
        double core = core();
        print("  %-20s %,67.0f   batch beside it: %.2f of its CPU a note", "checked here", core, core / medians[4]);
        printMemory();
    }

    /** How many of the same notes are read, checked and reported a CPU second without a service around it. */
    private static double core() throws IOException {
        ENGINE_LOG.setLevel(Level.OFF);
        Playbook playbook = Library.open(Path.of("rules"), RuleCache.none()).named(EDITION);
        List<NoteRecord> records = Corpus.generate(playbook.tables(), Corpus.SEED, Corpus.SIZE);
        try (Checker checker = new Checker(playbook)) {
            return Meter.measure(List.of(new Meter.Work(records.size(), () -> checker.check(records))))
                    .get(0)
                    .notesPerSecond();
        }
    }

    private static void printBatch(String name, double[] figures) {
        print(
                "  %-20s %,11.0f %,10.1f %,10.1f %,13.2f %,13.0f %,12.2f",
                name, figures[0], figures[1], figures[2], figures[3], figures[4], figures[5]);
    }

    /** Sends the batch from a thread of its own, while this one reads the reports. */
    Connection.Counts batch(List<byte[]> chunks) throws IOException {
        try (Connection connection = new Connection(service.uri("/"))) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                try {
                    for (byte[] chunk : chunks) {
                        connection.send(chunk);
                    }
                } catch (IOException e) {
                    throw new IllegalStateException("The batch could not be sent", e);
                }
            });
            Connection.Counts answer = connection.receiveChunks();
            sending.join();
            return answer;
        }
    }

    /** The call for a batch as it goes over the wire. */
    List<byte[]> chunks() throws IOException {
        List<byte[]> chunks = new ArrayList<>();
        chunks.add(Connection.postInChunks("/v1/check/batch?playbook=" + EDITION, "application/x-ndjson"));
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        for (byte[] note : notes) {
            chunk.write(note);
            chunk.write('\n');
            if (chunk.size() >= CHUNK) {
                chunks.add(framed(chunk.toByteArray()));
                chunk.reset();
            }
        }
        chunks.add(framed(chunk.toByteArray()));
        chunks.add("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return chunks;
    }

    private static byte[] framed(byte[] content) throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream(content.length + 16);
        chunk.write((Integer.toHexString(content.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        chunk.write(content);
        chunk.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        return chunk.toByteArray();
    }

    private void printMemory() throws IOException {
        Path status = Path.of("/proc", String.valueOf(service.process().pid()), "status");
        if (Files.isReadable(status)) {
            String resident = Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .findFirst()
                    .map(line -> line.replaceAll("\\D", ""))
                    .orElse("0");
            print("resident memory of the service: %d MiB", Long.parseLong(resident) >> 10);
        }
    }

    double cpuOfService() {
        return service.process().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    private static double cpuHere() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    static byte[] json(NoteRecord note) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.writeStartObject();
            text(json, "id", note.id());
            text(json, "text", note.text());
            text(json, "role", note.role());
            text(json, "noteType", note.noteType());
            text(json, "timeTask", note.timeTask());
            text(json, "writtenOn", note.writtenOn());
            text(json, "author", note.author());
            text(json, "engagement", note.engagement());
            text(json, "interaction", note.interaction());
            text(json, "activity", note.activity());
            if (note.covidAccelerated() != null) {
                json.writeBooleanField("covidAccelerated", note.covidAccelerated());
            }
            if (note.deployment() != null) {
                text(json, "deployment", note.deployment().name().toLowerCase(Locale.ROOT));
            }
            if (note.entitlementStatus() != null) {
                json.writeObjectFieldStart("entitlementStatus");
                text(json, "l1", note.entitlementStatus().l1());
                text(json, "l2", note.entitlementStatus().l2());
                text(json, "l3", note.entitlementStatus().l3());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void text(JsonGenerator json, String field, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value.toString());
        }
    }

    static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    @SuppressWarnings("AnnotateFormatMethod") // every format is written out in this class
    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
