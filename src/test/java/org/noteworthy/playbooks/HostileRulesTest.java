package org.noteworthy.playbooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.playbooks.edition.Diagnostic;

/**
 * Every hostile rule file is refused with a place and a sentence for people, soon, and nothing of it has run. What is told
 * first is compared with {@code expected.txt}, which {@code -Dfixtures.update} writes anew.
 */
class HostileRulesTest {
    private static final Path FOLDER = Path.of("test-fixtures/hostile");
    private static final Path EXPECTED = FOLDER.resolve("expected.txt");
    private static final boolean UPDATE = System.getProperty("fixtures.update") != null;
    private static final String MARKER = "noteworthy.hostile";
    /** A bound for what would hang, and no measure: the slowest file takes a small part of it. */
    private static final Duration SOON = Duration.ofSeconds(20);

    /** Words that only a programmer knows; where the file holds such a word itself, a sentence may repeat it. */
    private static final Pattern NEEDS_JAVA = Pattern.compile(
            "\\bjavax?\\.|Exception|Error\\b|\\b(?:drools|kie|antlr|mvel)\\b|mismatched|extraneous|no viable"
                    + "|\\b[a-z]\\w*\\.[a-z]\\w*\\.[A-Z]\\w*");

    @TempDir
    private static Path temp;

    private static LoneRules lone;
    private static final SortedMap<String, String> expected = new TreeMap<>();
    private static final SortedMap<String, String> told = new TreeMap<>();

    @BeforeAll
    static void open() throws IOException {
        lone = new LoneRules(temp);
        for (String line : Files.exists(EXPECTED) ? Files.readAllLines(EXPECTED) : List.<String>of()) {
            expected.put(line.substring(0, line.indexOf(": ")), line);
        }
    }

    @AfterAll
    static void update() throws IOException {
        if (UPDATE) {
            expected.putAll(told);
            Files.write(EXPECTED, expected.values());
        }
    }

    @TestFactory
    Stream<DynamicTest> aFileIsRefused() throws IOException {
        return LoneRules.filesBelow(FOLDER, ".drl").stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> refused(name(file), Files.readAllBytes(file))));
    }

    @TestFactory
    Stream<DynamicTest> aFileThatIsTooMuchIsRefused() {
        return HostileSizes.all().entrySet().stream()
                .map(size -> DynamicTest.dynamicTest(
                        size.getKey(),
                        () -> refused(size.getKey(), size.getValue().get().getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void everyLineThatIsExpectedHasItsFile() throws IOException {
        List<String> names = new ArrayList<>(HostileSizes.all().keySet());
        LoneRules.filesBelow(FOLDER, ".drl").forEach(file -> names.add(name(file)));
        assertThat(names).containsAll(expected.keySet());
    }

    private static void refused(String name, byte[] content) {
        if (UPDATE) {
            expected.remove(name);
        }
        System.clearProperty(MARKER);
        try {
            Compilation compilation = assertTimeoutPreemptively(SOON, () -> lone.read(content));
            assertThat(System.getProperty(MARKER)).as("what has run").isNull();
            compare(
                    name,
                    new String(content, StandardCharsets.UTF_8),
                    compilation instanceof Compilation.Refused refused ? refused.diagnostics() : List.of());
        } finally {
            System.clearProperty(MARKER);
        }
    }

    private static void compare(String name, String text, List<Diagnostic> diagnostics) {
        assertThat(diagnostics).as("what it is refused for").isNotEmpty();
        for (Diagnostic diagnostic : diagnostics) {
            assertThat(NEEDS_JAVA.matcher(diagnostic.sentence()).results().map(MatchResult::group))
                    .as("words of Java in: " + diagnostic.sentence())
                    .allMatch(text.replaceAll("\\s", "")::contains);
            if (!diagnostic.sentence().startsWith("The file ")) {
                assertThat(diagnostic.line())
                        .as("line of: " + diagnostic.sentence())
                        .isPositive();
            }
        }
        assertThat(diagnostics)
                .as("what is wrong besides the name of the file")
                .anyMatch(diagnostic -> !diagnostic.sentence().contains("Give both the same name"));
        String line = line(name, diagnostics.get(0));
        if (UPDATE) {
            told.put(name, line);
        } else {
            assertThat(line).isEqualTo(expected.get(name));
        }
    }

    private static String line(String name, Diagnostic diagnostic) {
        String place = diagnostic.line() == 0
                ? ""
                : diagnostic.line() + (diagnostic.column() == 0 ? "" : ":" + diagnostic.column()) + " ";
        return name + ": " + place + diagnostic.sentence().replaceAll(" and \\d+ more\\.$", " and … more.");
    }

    private static String name(Path file) {
        return FOLDER.relativize(file).toString().replace('\\', '/');
    }
}
