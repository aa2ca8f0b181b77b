package org.noteworthy.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.noteworthy.api.RunningService;

/**
 * Prints what a start costs, by the launcher: {@code ./mvnw -Pbench verify -Dbench=start}, or {@code
 * -Dbench=start,/path/to/another/build} for both in turns, so that whatever else the machine does meets both alike. Builds are
 * folders with {@code noteworthy}, {@code rules}, {@code test-fixtures} and {@code target/quarkus-app}. Asserts nothing.
 *
 * <p>What counts is the CPU time of the whole process with its compilers and collectors, and the memory that is resident.
 */
final class StartBenchmark {
    static final String PART = "start";

    private static final int ROUNDS = 15;
    private static final int SERVICES = 5;
    private static final Duration CALLS = Duration.ofSeconds(20);
    private static final int CONNECTIONS = 8;
    private static final Pattern CHILDREN = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private StartBenchmark() {}

    /** Measures this build, and beside it each that is named by its folder. */
    static void run(List<String> wanted) throws IOException, InterruptedException {
        List<Path> builds = new ArrayList<>(List.of(Path.of("").toAbsolutePath()));
        wanted.stream().filter(each -> each.startsWith("/")).map(Path::of).forEach(builds::add);
        print("start, CPU seconds of the process             median   least   most");
        verbs(builds, "--version");
        verbs(builds, "check", "test-fixtures/notes/bad-day.md");
        print("");
        print(
                "service                            CPU s to ready   MB then   CPU s a %,d calls   MB then   most MB",
                100_000);
        services(builds);
    }

    private static void verbs(List<Path> builds, String... arguments) throws IOException, InterruptedException {
        double[][] seconds = new double[builds.size()][ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            for (int i = 0; i < builds.size(); i++) {
                double spent = spent(builds.get(i), arguments);
                if (round >= 0) { // the first makes the archive, the second brings files into memory
                    seconds[i][round] = spent;
                }
            }
        }
        for (int i = 0; i < builds.size(); i++) {
            Arrays.sort(seconds[i]);
            print(
                    "  %-11s %-30s %8.2f %7.2f %6.2f",
                    arguments[0], builds.get(i), seconds[i][ROUNDS / 2], seconds[i][0], seconds[i][ROUNDS - 1]);
        }
    }

    /** CPU time of a verb, as the shell that waited for it tells. */
    private static double spent(Path build, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", "\"$@\" >/dev/null 2>&1; times", "sh", "./noteworthy"));
        command.addAll(List.of(arguments));
        Process shell = new ProcessBuilder(command).directory(build.toFile()).start();
        String times = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return seconds(times);
    }

    /** CPU time of the children of a shell, as {@code times} tells it. */
    static double seconds(String times) {
        Matcher children = CHILDREN.matcher(times);
        if (!children.find()) {
            throw new IllegalStateException("The shell told no times, but: " + times);
        }
        return 60 * (number(children, 1) + number(children, 3)) + number(children, 2) + number(children, 4);
    }

    private static double number(Matcher matcher, int group) {
        return Double.parseDouble(matcher.group(group));
    }

    private static void services(List<Path> builds) throws IOException, InterruptedException {
        List<byte[]> calls = ServiceBenchmark.notes().subList(0, 5_000).stream()
                .map(note -> Connection.post("/v1/check", note))
                .toList();
        double[][][] figures = new double[builds.size()][5][SERVICES];
        for (int round = -1; round < SERVICES; round++) {
            for (int i = 0; i < builds.size(); i++) {
                double[] measured = service(builds.get(i), calls);
                for (int k = 0; round >= 0 && k < measured.length; k++) {
                    figures[i][k][round] = measured[k];
                }
            }
        }
        for (int i = 0; i < builds.size(); i++) {
            for (double[] each : figures[i]) {
                Arrays.sort(each);
            }
            int middle = SERVICES / 2;
            print(
                    "  %-32s %14.1f %9.0f %22.1f %9.0f %9.0f",
                    builds.get(i),
                    figures[i][0][middle],
                    figures[i][1][middle],
                    figures[i][2][middle],
                    figures[i][3][middle],
                    figures[i][4][middle]);
        }
    }

    private static double[] service(Path build, List<byte[]> calls) throws IOException, InterruptedException {
        try (RunningService service =
                RunningService.of(build, List.of("-Dnoteworthy.audit.enabled=false"), Path.of("rules"))) {
            ProcessHandle process = service.process();
            double ready = cpu(process);
            double small = resident(process, RESIDENT);
            double rate;
            try (Load load = new Load(service.uri(""), CONNECTIONS)) {
                rate = load.run(calls, CALLS.toNanos()).perSecond();
            }
            double each = (cpu(process) - ready) / (rate * CALLS.toSeconds());
            return new double[] {ready, small, each * 100_000, resident(process, RESIDENT), resident(process, PEAK)};
        }
    }

    private static double cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    /** In MB, where the system tells. */
    private static double resident(ProcessHandle process, Pattern line) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        Matcher matcher = line.matcher(Files.exists(status) ? Files.readString(status) : "");
        return matcher.find() ? Long.parseLong(matcher.group(1)) / 1024.0 : Double.NaN;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
