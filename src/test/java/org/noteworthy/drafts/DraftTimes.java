package org.noteworthy.drafts;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.noteworthy.audit.AuditSettings;
import org.noteworthy.audit.log.CallContext;
import org.noteworthy.audit.log.DecisionLog;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.bench.Corpus;
import org.noteworthy.checking.Reviewer;
import org.noteworthy.checking.TimeLimits;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.checking.outcome.ProductVersion;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.RealPlaybook;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.engine.RuleCache;

/**
 * Prints how long it takes until lint of a changed draft is known, and the whole of its effect on recorded notes.
 * Takes how many notes (10,000) and how many changes (20).
 */
public final class DraftTimes {
    private static final int AT_ONCE = 500;

    private DraftTimes() {}

    public static void main(String... args) throws IOException {
        int size = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int changes = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        Path folder = Files.createTempDirectory("draft-times");
        DraftPlace.in(folder).close();
        record(folder, size);
        try (DraftPlace place = DraftPlace.again(folder)) {
            place.drafts.create("timed", "Timed", DraftPlace.EDITION, null, DraftPlace.ANN);
            place.checks.of("timed", Duration.ofMinutes(10));
            print(
                    "a table",
                    changes,
                    place,
                    i -> place.change(
                            "timed",
                            "tables/statuses.csv",
                            i == 0 ? "en,On track," : "en,On track " + (i - 1) + ",",
                            "en,On track " + i + ",",
                            DraftPlace.ANN));
            print(
                    "a rule",
                    changes,
                    place,
                    i -> place.change(
                            "timed",
                            "status-brief.drl",
                            i == 0 ? "STATUS has" : "STATUS number " + (i - 1) + " has",
                            "STATUS number " + i + " has",
                            DraftPlace.ANN));
            print(
                    "a setting",
                    changes,
                    place,
                    i -> place.put(
                            "timed",
                            "playbook.yaml",
                            new String(
                                            place.drafts.file(place.drafts.find("timed"), "playbook.yaml"),
                                            StandardCharsets.UTF_8)
                                    + "# " + i + "\n",
                            DraftPlace.ANN));
        }
    }

    private static void record(Path folder, int size) {
        Library library = Library.open(folder.resolve("rules"), RuleCache.none());
        List<NoteRecord> notes = Corpus.generate(RealPlaybook.march2020().tables(), Corpus.SEED, size);
        try (DecisionLog log = DecisionLog.openNow(
                        new DatabaseAddress(folder.resolve("audit").toString(), null, null),
                        AuditSettings.of("tests", ProductVersion.current()),
                        Clock.systemUTC());
                Reviewer reviewer =
                        new Reviewer(library, Clock.systemUTC(), TimeLimits.DEFAULT).by(DraftPlace.EDITION)) {
            for (int from = 0; from < size; from += AT_ONCE) {
                List<Entry> entries = new ArrayList<>();
                for (NoteRecord note : notes.subList(from, Math.min(size, from + AT_ONCE))) {
                    entries.add(new Entry.Note(new Origin("bench", note.id(), 0, 0, false), note));
                }
                log.record(
                                new CallContext(
                                        "bench", library, Clock.systemUTC().instant(), entries.size()),
                                reviewer.review(entries))
                        .await();
            }
        }
    }

    @FunctionalInterface
    private interface Change {
        void make(int number);
    }

    private static void print(String what, int changes, DraftPlace place, Change change) {
        long[] lint = new long[changes];
        long[] sample = new long[changes];
        long[] whole = new long[changes];
        long[] cpuOfLint = new long[changes];
        long[] cpu = new long[changes];
        String effect = "";
        for (int i = 0; i < changes; i++) {
            change.make(i);
            long start = System.nanoTime();
            long cpuBefore = cpu();
            Checks checks = place.checks.of("timed", Duration.ZERO);
            lint[i] = System.nanoTime() - start;
            cpuOfLint[i] = cpu() - cpuBefore;
            while (checks.running()) {
                if (sample[i] == 0 && checks.effect() != null) {
                    sample[i] = System.nanoTime() - start;
                }
                checks = place.checks.of("timed", Duration.ofMillis(20));
            }
            whole[i] = System.nanoTime() - start;
            cpu[i] = cpu() - cpuBefore;
            effect = checks.effectTrouble()
                    + Objects.requireNonNull(checks.effect()).summary();
        }
        System.out.printf(
                Locale.ROOT,
                "%s: lint %s, sample %s, effect %s ms, of the processors %s and %s ms (p50/p95 of %d); %s%n",
                what,
                told(lint),
                told(sample),
                told(whole),
                told(cpuOfLint),
                told(cpu),
                changes,
                effect);
    }

    /** Time that the process had of all processors, however busy the machine is. */
    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static String told(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1_000_000 + "/" + nanos[(int) Math.ceil(nanos.length * 0.95) - 1] / 1_000_000;
    }
}
