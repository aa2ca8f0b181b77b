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
    private static final List<String> BUILT = List.of(".git", "target");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern READS_THE_POLICY =
            Pattern.compile("\"rules\\b|\"test-fixtures\\b|\\bRealPlaybook\\b|\\bFolders\\b|\\bShell\\.run\\(");
    /** Attacks, chance and time do not depend on what the rules say; the last is this test. */
    private static final Pattern LEFT_OUT = Pattern.compile(
            "(Fuzz|Hostile|Watch|Disk|Killed|OtherBuild|Mutate|OwnersChanges)\\w*Test\\.java$|/(audit|input)/");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```\\w*\\n(.*?)^ *```$");

    @TempDir
    private Path temp;

    @Test
    void leaveEveryTestThatReadsThePolicyGreen() throws IOException, InterruptedException {
        Path project = temp.resolve("project");
        Files.createDirectories(project);
        try (Stream<Path> parts = Files.list(Path.of(""))) {
            for (Path part : (Iterable<Path>) parts.filter(part -> !BUILT.contains(part.toString()))::iterator) {
                Folders.copy(part, project.resolve(part));
            }
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

    private static void change(Path rules, Path fixtures) throws IOException {
        GuideStart.clean(rules);
        followTheGuide(rules.resolve("README.md"), rules.resolve(GuideStart.EDITION), fixtures);
        Path brief = rules.resolve("2020-03-25/status-brief.drl");
        Files.writeString(brief, Files.readString(brief).replaceFirst("\"(?=[^\"]*\" \\);)", "\"In other words: "));
        rule(rules.resolve("2020-03-25"), "summary-said", "summary");
        fixture(fixtures, "summary-said/violates-ok.md", "summary-said", "2019-09-27", "On track", "Ok!");
        fixture(fixtures, "summary-said/passes-more.md", "", "2019-09-27", "On track", "Met.");

        Shell.Said edition =
                Shell.run("new", "edition", "2020-07-01", "--from", GuideStart.EDITION, "--rules", rules.toString());
        assertThat(edition.status()).as(edition.side()).isZero();
        Path later = rules.resolve("2020-07-01");
        append(later.resolve("playbook.yaml"), "\nwithout: [section-order.drl]\n");
        Path confirmations = later.resolve("tables/confirmations.csv");
        Files.writeString(confirmations, Files.readString(confirmations).replaceAll("(?m)^section-order,.*\n", ""));
        rule(later, "status-said", "status");
        fixture(fixtures, "status-said/violates-ok.md", "status-allowed, status-said", "2020-07-01", "Ok!", "Met.");
        fixture(fixtures, "status-said/passes-on-track.md", "", "2020-07-01", "On track", "Met.");

        succeeds("lint", rules.toString(), "--fail-on", "info");
        succeeds("test", "--rules", rules.toString(), "--fixtures", fixtures.toString());
    }

    /** Adds the status, the clause and the rule that the guide adds, with their fixtures. */
    private static void followTheGuide(Path readme, Path edition, Path fixtures) throws IOException {
        String guide = Files.readString(readme).replaceAll("(?m)^ {3}", "");
        Folders.append(
                edition.resolve("tables/statuses.csv"),
                block(guide, "completed,en").strip());
        fixture(fixtures, "status-allowed/passes-completed.md", "", "2020-05-12", "Completed", "Met.");
        append(edition.resolve("guidance.md"), "\n" + block(guide, "## content.next-action.brief"));
        String rule = block(guide, "// Asks that NEXT ACTION is brief").replace("lenght", "length");
        Files.writeString(edition.resolve("next-action-brief.drl"), rule);
        String violates = block(guide, "---\nexpect: [next-action-brief]");
        Path folder = Files.createDirectories(fixtures.resolve("rules/next-action-brief"));
        Files.writeString(folder.resolve("violates-a-whole-story.md"), violates);
        Files.writeString(
                folder.resolve("passes-a-line.md"),
                violates.replace("[next-action-brief]", "[]")
                        .replaceAll("NEXT ACTION: .*", "NEXT ACTION: Call on Friday."));
    }

    /** Writes a rule that asks for more than "Ok!" in a section. */
    private static void rule(Path edition, String name, String section) throws IOException {
        Files.writeString(edition.resolve(name + ".drl"), """
                // Asks that the section says more than "Ok!". Lets pass everything else.
                rule "%s"
                    @severity("info")  @clause("content.status")  @roles("FE, SME")
                when
                    $note : Note( %s.content == "Ok!" )
                then
                    report.violation( $note.%s, "Say it in full." );
                end
                """.formatted(name, section, section));
    }

    private static void fixture(Path fixtures, String name, String expect, String first, String status, String summary)
            throws IOException {
        Path file = fixtures.resolve("rules").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                ---
                expect: [%s]
                playbooks: [%s..]
                ---
                [EXO]
                STATUS: %s
                SUMMARY: %s
                NEXT ACTION: Call on Friday.
                """.formatted(expect, first, status, summary));
    }

    private static void succeeds(String... verb) {
        Shell.Said said = Shell.run(verb);
        assertThat(said.status()).as(said.out() + said.side()).isZero();
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
