package org.noteworthy.cli.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.cli.Folders;
import org.noteworthy.cli.Main;
import org.noteworthy.cli.OneRule;
import org.noteworthy.cli.terminal.Terminal;

/** {@code noteworthy test --watch}: what is printed after each file that is saved. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TestWatchTest {
    private static final String WAITS = "Waiting for the next change of rules or fixtures; stop with Ctrl+C.";

    @TempDir
    private Path temp;

    private Path rule;
    private Thread verb;
    private BufferedReader printed;

    @BeforeEach
    void start() throws IOException {
        Path edition = temp.resolve("rules/2020-03-25");
        OneRule.copyTo(edition);
        rule = edition.resolve("status-brief.drl");
        fixture("violates-long.md", "[status-brief]", "a".repeat(301));
        PipedOutputStream pipe = new PipedOutputStream();
        printed =
                new BufferedReader(new InputStreamReader(new PipedInputStream(pipe, 1 << 20), StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(pipe, true, StandardCharsets.UTF_8);
        String[] arguments = {
            "test",
            "--watch",
            "--cache",
            "none",
            "--rules",
            temp.resolve("rules").toString(),
            "--fixtures",
            temp.resolve("fixtures").toString()
        };
        verb = new Thread(() -> Main.run(new Terminal(out, out, false, false), Clock.systemUTC(), arguments));
        verb.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        verb.interrupt();
        verb.join();
    }

    @Test
    void itTestsAgainAfterEachSave() throws IOException {
        assertThat(nextRun()).contains("1 fixture, 1 check: 1 as expected, 0 not");

        fixture("passes-short.md", "[status-brief]", "On track");
        assertThat(nextRun())
                .contains("passes-short.md under 2020-03-25")
                .contains("status.length is 8, not > limits.statusCharacters, which is 300")
                .contains("2 fixtures, 2 checks: 1 as expected, 1 not");

        fixture("passes-short.md", "[]", "On track");
        assertThat(nextRun()).contains("2 fixtures, 2 checks: 2 as expected, 0 not");
    }

    @Test
    void aRuleThatIsBrokenIsToldAndItGoesOn() throws IOException {
        nextRun();

        Folders.replace(rule, "status.length >", "status.lenth >");
        assertThat(nextRun())
                .contains("the playbook cannot be used:")
                .contains("2020-03-25/status-brief.drl:5:")
                .doesNotContain("as expected");

        Folders.replace(rule, "status.lenth >", "status.length <");
        assertThat(nextRun()).contains("1 fixture, 1 check: 0 as expected, 1 not");
    }

    @Test
    void fixturesThatAreGoneAreToldAndItGoesOn() throws IOException {
        nextRun();

        Files.delete(temp.resolve("fixtures/rules/status-brief/violates-long.md"));
        Files.delete(temp.resolve("fixtures/rules/status-brief"));
        Files.delete(temp.resolve("fixtures/rules"));
        assertThat(nextRun()).contains("There are no fixtures in " + temp.resolve("fixtures"));

        fixture("violates-long.md", "[status-brief]", "a".repeat(301));
        assertThat(nextRun()).contains("1 fixture, 1 check: 1 as expected, 0 not");
    }

    /** What is printed until it waits again. */
    private String nextRun() throws IOException {
        StringBuilder run = new StringBuilder();
        String line = printed.readLine();
        while (line != null && !line.equals(WAITS)) {
            run.append(line).append('\n');
            line = printed.readLine();
        }
        return run.toString();
    }

    /** Saved as an editor does: whole, from one moment to the next. */
    private void fixture(String name, String expect, String status) throws IOException {
        Path file = temp.resolve("fixtures/rules/status-brief").resolve(name);
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(temp, "draft", "");
        Files.writeString(draft, "---\nrole: FE\nexpect: " + expect + "\n---\n[CORE]\nSTATUS: " + status + "\n");
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
