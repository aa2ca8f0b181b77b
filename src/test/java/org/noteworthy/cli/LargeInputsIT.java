package org.noteworthy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs of any length, as their users hand them to the launcher. */
class LargeInputsIT {
    private static final String HEAD = "id,text,role\n";
    private static final String ROW = ",\"[EXO]\nSTATUS: On track\nSUMMARY: Met.\nNEXT ACTION: Call on Friday.\",FE\n";

    @TempDir
    Path folder;

    private Process check(String input, Path output) throws IOException {
        ProcessBuilder command =
                new ProcessBuilder("./noteworthy", "check", input, "--input-format", "csv", "--format", "ndjson", "-o");
        command.command().add(output.toString());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return command.redirectErrorStream(true).start();
    }

    @Test
    void aLongTableTakesNoMoreMemoryThanAShortOne() throws Exception {
        Path table = folder.resolve("long.csv");
        try (BufferedWriter rows = Files.newBufferedWriter(table)) {
            rows.write(HEAD);
            for (int row = 0; row < 300_000; row++) {
                rows.write(row + ROW);
            }
        }
        Process process = check(table.toString(), folder.resolve("reports"));
        long most = 0;
        do {
            most = Math.max(most, mostResident(process));
        } while (!process.waitFor(20, TimeUnit.MILLISECONDS));
        assertThat(process.exitValue())
                .as(new String(process.getInputStream().readAllBytes(), UTF_8))
                .isZero();
        assertThat(most).as("megabytes resident").isPositive().isLessThan(350);
        try (var reports = Files.lines(folder.resolve("reports"))) {
            assertThat(reports.count()).isGreaterThanOrEqualTo(300_000);
        }
    }

    /** The most memory in megabytes that the process has held so far; 0 where it is over. */
    private static long mostResident(Process process) throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    @Test
    void aRunThatIsInterruptedLeavesNoDraft() throws Exception {
        Process process = check("-", folder.resolve("reports"));
        try (OutputStream rows = process.getOutputStream()) {
            rows.write(HEAD.getBytes(UTF_8));
            while (names().isEmpty()) {
                rows.write((1 + ROW).getBytes(UTF_8));
                rows.flush();
            }
            assertThat(names()).singleElement().asString().endsWith(".draft");
            process.toHandle().destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } catch (IOException closed) {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(names()).isEmpty();
    }

    private List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        return names;
    }
}
