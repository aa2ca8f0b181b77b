package org.noteworthy.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.Tables;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.engine.RuleCache;

/**
 * Prints what a row of a long table costs on the command line, by the launcher: {@code ./mvnw -Pbench verify
 * -Dbench=tables}, or {@code -Dbench=tables,/path/to/another/build} for both in turns, as {@link StartBenchmark} does.
 * Asserts nothing.
 *
 * <p>The same notes stand in a file of each kind. What counts is the CPU time of the whole process, less that of a table
 * of one note, and the most memory that was resident.
 */
final class TablesBenchmark {
    static final String PART = "tables";

    private static final int ROWS = 200_000;
    private static final int ROUNDS = 3;
    private static final Path FOLDER = Path.of("target/tables");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private TablesBenchmark() {}

    /** What a run took: seconds of CPU and of the clock, and the most MB that were resident. */
    private record Run(double cpu, double wall, double resident) {}

    /** Measures this build, and beside it each that is named by its folder. */
    static void run(List<String> wanted) throws IOException, InterruptedException {
        List<Path> builds = new ArrayList<>(List.of(Path.of("").toAbsolutePath()));
        wanted.stream().filter(each -> each.startsWith("/")).map(Path::of).forEach(builds::add);
        Tables tables = Library.open(Path.of("rules"), RuleCache.none())
                .named("2020-03-25")
                .tables();
        List<NoteRecord> notes = Corpus.generate(tables, Corpus.SEED, ROWS);
        print("%,d rows, medians of %d      CPU s   µs a row   most MB   cores used", ROWS, ROUNDS);
        for (String name : TableFiles.NAMES) {
            Path one = TableFiles.write(notes.subList(0, 1), FOLDER.resolve("one"), name);
            measure(builds, one, TableFiles.write(notes, FOLDER, name));
        }
    }

    private static void measure(List<Path> builds, Path one, Path all) throws IOException, InterruptedException {
        double[][][] figures = new double[builds.size()][4][ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            for (int i = 0; i < builds.size(); i++) {
                Run start = check(builds.get(i), one);
                if (round >= 0) { // the first makes the archive and brings files into memory
                    Run whole = check(builds.get(i), all);
                    double cpu = whole.cpu() - start.cpu();
                    figures[i][0][round] = whole.cpu();
                    figures[i][1][round] = cpu / (ROWS - 1) * 1e6;
                    figures[i][2][round] = whole.resident();
                    figures[i][3][round] = cpu / (whole.wall() - start.wall());
                }
            }
        }
        print("%s, %,d KB", all.getFileName(), Files.size(all) / 1024);
        for (int i = 0; i < builds.size(); i++) {
            print(
                    "  %-28s %s",
                    builds.get(i),
                    Arrays.stream(figures[i])
                            .map(each -> String.format(Locale.ROOT, "%9.2f", ServiceBenchmark.median(each)))
                            .collect(Collectors.joining(" ")));
        }
    }

    /** The shell tells the process first, and at the end what it took. */
    private static Run check(Path build, Path table) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder(
                        "sh",
                        "-c",
                        "\"$@\" >/dev/null 2>&1 & echo $!; wait $!; times",
                        "sh",
                        "./noteworthy",
                        "check",
                        table.toAbsolutePath().toString())
                .directory(build.toFile())
                .start();
        long began = System.nanoTime();
        try (BufferedReader told = shell.inputReader(StandardCharsets.UTF_8)) {
            Path status = Path.of("/proc", told.readLine(), "status");
            CompletableFuture<String> times =
                    CompletableFuture.supplyAsync(() -> told.lines().collect(Collectors.joining("\n")));
            double resident = 0;
            while (!shell.waitFor(20, TimeUnit.MILLISECONDS)) {
                resident = Math.max(resident, resident(status));
            }
            return new Run(StartBenchmark.seconds(times.join()), (System.nanoTime() - began) / 1e9, resident);
        }
    }

    /** In MB; 0 where the process is over, or the system does not tell. */
    private static double resident(Path status) {
        try {
            Matcher matcher = PEAK.matcher(Files.readString(status));
            return matcher.find() ? Long.parseLong(matcher.group(1)) / 1024.0 : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    @SuppressWarnings("AnnotateFormatMethod") // every format is written out in this class
    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
