package org.noteworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.noteworthy.Shown;
import org.noteworthy.checking.TimeLimits;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.engine.RuleCache;
import picocli.CommandLine;

/** The pages are true: commands print what is shown, {@code -Dfixtures.update} writes it anew, and links lead somewhere. */
class DocumentationTest {
    private static final int LINES_OF_README = 150;
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:^ *(?:\\$ )?|`)\\./noteworthy ([^`\n]*)");
    private static final Pattern LINK = Pattern.compile("\\[[^]\n]*]\\(([^)\n]+)\\)");
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```$");
    private static final Pattern VERSION = Pattern.compile("noteworthy ([0-9]+(?:\\.[0-9]+)+)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    Path folder;

    static List<Path> pages() {
        return Shown.pages();
    }

    /** The pages with commands and their output; those of the owners' guide are walked by a test of their own. */
    static Stream<Path> sessions() throws IOException {
        List<Path> sessions = new ArrayList<>();
        for (Path page : Shown.pages()) {
            if (PageWalk.hasCommands(Files.readString(page))) {
                sessions.add(page);
            }
        }
        return sessions.stream();
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void everyCommandPrintsWhatIsShown(Path page) throws IOException {
        String text = Files.readString(page);
        String walked = new PageWalk(folder, text).walked(text);
        if (Boolean.getBoolean("fixtures.update")) {
            Files.writeString(page, walked);
        }
        assertThat(text).isEqualTo(walked);
    }

    @Test
    void theFirstCheckAndEachTutorialAreAmongThem() throws IOException {
        assertThat(sessions().map(Path::toString))
                .contains(
                        "README.md",
                        "docs/tutorial-note-writer.md",
                        "docs/tutorial-policy-owner.md",
                        "docs/tutorial-auditor.md");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandIsOneOfTheProduct(Path page) throws IOException {
        for (MatchResult command :
                COMMAND.matcher(Files.readString(page)).results().toList()) {
            String[] words = words(command.group(1).replaceFirst(" [|>].*", "")).toArray(String[]::new);
            assertThatCode(() -> commandLine().parseArgs(words))
                    .as("./noteworthy " + command.group(1))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) throws IOException {
        String text = FENCED.matcher(Files.readString(page)).replaceAll("");
        for (MatchResult link : LINK.matcher(text).results().toList()) {
            String target = link.group(1);
            if (target.matches("https?:.*")) {
                continue;
            }
            String file = target.replaceFirst("#.*", "");
            Path found = file.isEmpty() ? page : page.resolveSibling(file).normalize();
            assertThat(found).as(page + " links to " + target).exists();
            if (target.contains("#")) {
                assertThat(anchors(found)).as(page + " links to " + target).contains(target.replaceFirst(".*#", ""));
            }
        }
    }

    private static List<String> anchors(Path page) throws IOException {
        return Files.readString(page)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    @Test
    void noPageRepeatsADigestOfTheRules() throws IOException {
        Library library = Library.open(Path.of("rules"), RuleCache.none());
        for (String edition : library.versions()) {
            String digest = library.written(edition).files().digest();
            for (Path page : pages()) {
                assertThat(Files.readString(page)).doesNotContain(digest.substring(0, "sha256:".length() + 8));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noPageNamesAnotherVersion(Path page) throws IOException {
        assertThat(VERSION.matcher(Files.readString(page)).results().map(each -> each.group(1)))
                .allMatch(version()::equals);
    }

    @Test
    void theChangelogBeginsWithTheVersionOfTheBuild() throws IOException {
        Matcher first = Pattern.compile("(?m)^## ([0-9.]+)").matcher(Files.readString(Path.of("CHANGELOG.md")));
        assertThat(first.find()).isTrue();
        assertThat(first.group(1)).isEqualTo(version());
    }

    private static String version() throws IOException {
        Matcher version =
                Pattern.compile("(?m)^  <version>(.*)</version>$").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(LINES_OF_README);
    }

    @Test
    void theReferenceShowsTheHelpOfEveryVerb() throws IOException {
        String reference = Shown.page("reference-command-line.md");
        commandLine().getSubcommands().forEach((verb, line) -> {
            assertThat(reference).contains("\n$ ./noteworthy " + verb + " --help\n");
            line.getSubcommands()
                    .keySet()
                    .forEach(second ->
                            assertThat(reference).contains("\n$ ./noteworthy " + verb + " " + second + " --help\n"));
        });
    }

    @Test
    void theMapShowsEveryPackage() throws IOException {
        String map = Shown.page("architecture.md");
        Path root = Path.of("src/main/java/org/noteworthy");
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(file -> file.endsWith("package-info.java"))
                            .map(file -> root.relativize(file.getParent())))
                    .allMatch(room -> map.contains("`" + room.toString().replace('/', '.') + "`")
                            || map.contains("`." + room.getFileName() + "`"));
        }
    }

    private static CommandLine commandLine() {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        return Main.commandLine(new Terminal(nowhere, nowhere, false, false), Clock.systemUTC(), TimeLimits.DEFAULT);
    }

    /** The words of a command line, those in quotes as one. */
    static List<String> words(String typed) {
        return WORD.matcher(typed)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
    }
}
