package org.noteworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.noteworthy.cli.terminal.Shell;

/**
 * The owners of the policy change rules, tables, messages and editions as their guide says; every test that reads the
 * policy is as green after it as before.
 */
class OwnersChangesTest {
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern READS_THE_POLICY =
            Pattern.compile("\"rules\\b|\"test-fixtures\\b|\\bRealPlaybook\\b|\\bFolders\\b|\\bShell\\.run\\(");
    /** Attacks, chance and time do not depend on what the rules say; the last is this test. */
    private static final Pattern LEFT_OUT = Pattern.compile(
            "(Fuzz|Hostile|Watch|Disk|OtherBuild|Mutate|OwnersChanges)\\w*Test\\.java$|/(audit|input)/");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```\\w*\\n(.*?)^ *```$");

    @TempDir
    private Path temp;

    @Test
    void leaveEveryTestThatReadsThePolicyGreen() throws IOException, InterruptedException {
        Path project = temp.resolve("project");
        for (String part : List.of("rules", "test-fixtures", "docs", "src")) {
            Folders.copy(Path.of(part), project.resolve(part));
        }
        for (String page : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")) {
            Files.copy(Path.of(page), project.resolve(page));
        }
        change(project.resolve("rules"), project.resolve("test-fixtures"));
        Path out = temp.resolve("out");
        Process suites = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Dfile.encoding=UTF-8",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        absolute(System.getProperty("java.class.path")),
                        Suites.class.getName())
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        suites.getOutputStream().close();
        assertThat(suites.waitFor()).as(Files.readString(out)).isZero();
    }

    private void change(Path rules, Path fixtures) throws IOException {
        String guide = Files.readString(rules.resolve("README.md")).replaceAll("(?m)^ {3}", "");
        GuideStart.clean(rules);
        Path newest = rules.resolve(GuideStart.EDITION);
        // A status, a rule and a clause, as the guide has them.
        Folders.append(
                newest.resolve("tables/statuses.csv"),
                block(guide, "completed,en").strip());
        fixture(
                fixtures,
                "status-allowed/passes-completed.md",
                "---\nexpect: []\nplaybooks: [2020-05-12..]\n---\n"
                        + "[EXO]\nSTATUS: Completed\nSUMMARY: Met.\nNEXT ACTION: Call on Friday.\n");
        append(newest.resolve("guidance.md"), "\n" + block(guide, "## content.next-action.brief"));
        Files.writeString(
                newest.resolve("next-action-brief.drl"),
                block(guide, "// Asks that NEXT ACTION is brief").replace("lenght", "length"));
        String violates = block(guide, "---\nexpect: [next-action-brief]");
        fixture(fixtures, "next-action-brief/violates-a-whole-story.md", violates);
        fixture(
                fixtures,
                "next-action-brief/passes-a-line.md",
                violates.replace("[next-action-brief]", "[]")
                        .replaceAll("NEXT ACTION: .*", "NEXT ACTION: Call on Friday."));
        // A message in other words.
        Path brief = rules.resolve("2020-03-25/status-brief.drl");
        Files.writeString(brief, Files.readString(brief).replaceFirst("\"(?=[^\"]*\" \\);)", "\"In other words: "));
        // A rule for every edition.
        Path other = rules.resolve("2020-03-25/summary-said.drl");
        Files.writeString(other, """
                // Asks that SUMMARY says more than "Ok!". Lets pass everything else.
                rule "summary-said"
                    @severity("info")  @clause("content.summary")  @roles("FE, SME")
                when
                    $note : Note( summary.content == "Ok!" )
                then
                    report.violation( $note.summary, "Say what happened." );
                end
                """);
        fixture(
                fixtures,
                "summary-said/violates-ok.md",
                "---\nexpect: [summary-said]\n---\n"
                        + "[EXO]\nSTATUS: On track\nSUMMARY: Ok!\nNEXT ACTION: Call on Friday.\n");
        fixture(
                fixtures,
                "summary-said/passes-more.md",
                "---\nexpect: []\n---\n" + "[EXO]\nSTATUS: On track\nSUMMARY: Met.\nNEXT ACTION: Call on Friday.\n");
        // A later edition, with a rule that only it has, and without one of the others.
        assertThat(Shell.run("new", "edition", "2020-07-01", "--from", GuideStart.EDITION, "--rules", rules.toString())
                        .status())
                .isZero();
        Path later = rules.resolve("2020-07-01");
        append(later.resolve("playbook.yaml"), "\nwithout: [section-order.drl]\n");
        Path confirmations = later.resolve("tables/confirmations.csv");
        Files.writeString(confirmations, Files.readString(confirmations).replaceAll("(?m)^section-order,.*\n", ""));
        Files.writeString(later.resolve("status-said.drl"), """
                // Asks that STATUS says more than "Ok!". Lets pass everything else.
                rule "status-said"
                    @severity("info")  @clause("content.status")  @roles("FE, SME")
                when
                    $note : Note( status.content == "Ok!" )
                then
                    report.violation( $note.status, "Say it in full." );
                end
                """);
        fixture(
                fixtures,
                "status-said/violates-ok.md",
                "---\nexpect: [status-allowed, status-said]\nplaybooks: [2020-07-01..]\n---\n"
                        + "[EXO]\nSTATUS: Ok!\nSUMMARY: Met.\nNEXT ACTION: Call on Friday.\n");
        fixture(
                fixtures,
                "status-said/passes-on-track.md",
                "---\nexpect: []\nplaybooks: [2020-07-01..]\n---\n"
                        + "[EXO]\nSTATUS: On track\nSUMMARY: Met.\nNEXT ACTION: Call on Friday.\n");
        for (List<String> verb : List.of(
                List.of("lint", rules.toString(), "--fail-on", "info"),
                List.of("test", "--rules", rules.toString(), "--fixtures", fixtures.toString()))) {
            Shell.Said said = Shell.run(verb.toArray(String[]::new));
            assertThat(said.status()).as(said.out() + said.side()).isZero();
        }
    }

    private static String block(String guide, String beginning) {
        Matcher block = BLOCK.matcher(guide);
        while (block.find()) {
            if (block.group(1).startsWith(beginning)) {
                return block.group(1);
            }
        }
        throw new IllegalArgumentException("The guide has no block that begins with " + beginning);
    }

    private static void fixture(Path fixtures, String name, String text) throws IOException {
        Path file = fixtures.resolve("rules").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private static String absolute(String classPath) {
        return String.join(
                java.io.File.pathSeparator,
                Stream.of(classPath.split(java.io.File.pathSeparator, -1))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }

    /** Runs the tests that read the policy, in the folder of the project; exits with 1 where one fails. */
    static final class Suites {
        private Suites() {}

        public static void main(String[] args) throws IOException {
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(classes().stream()
                                            .map(DiscoverySelectors::selectClass)
                                            .toList())
                                    .build(),
                            listener);
            listener.getSummary().printFailuresTo(new PrintWriter(System.out, true, StandardCharsets.UTF_8), 5);
            boolean green = listener.getSummary().getTotalFailureCount() == 0
                    && listener.getSummary().getTestsSucceededCount() > 1_000;
            System.out.println(listener.getSummary().getTestsSucceededCount() + " passed");
            System.exit(green ? 0 : 1);
        }

        private static List<String> classes() throws IOException {
            try (Stream<Path> files = Files.walk(TESTS)) {
                return files.filter(file -> file.toString().endsWith("Test.java"))
                        .filter(file -> !LEFT_OUT.matcher(file.toString()).find())
                        .filter(Suites::readsThePolicy)
                        .map(file -> TESTS.relativize(file)
                                .toString()
                                .replaceFirst("\\.java$", "")
                                .replace('/', '.'))
                        .sorted()
                        .toList();
            }
        }

        private static boolean readsThePolicy(Path file) {
            try {
                return READS_THE_POLICY.matcher(Files.readString(file)).find();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
