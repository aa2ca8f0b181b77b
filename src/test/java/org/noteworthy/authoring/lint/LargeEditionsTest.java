package org.noteworthy.authoring.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.cli.Folders;
import org.noteworthy.playbooks.Compilation;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.edition.PlainText;
import org.noteworthy.playbooks.engine.RuleCache;

/** Editions as large as they may be are read, looked through and loaded soon; a quadratic reader would take minutes. */
class LargeEditionsTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int ROWS = 2_800;

    @TempDir
    private Path temp;

    private Path edition;

    @BeforeEach
    void copy() throws IOException {
        edition = temp.resolve("2020-03-25");
        Folders.copy(Path.of("rules/2020-03-25"), edition);
        try (var rules = Files.newDirectoryStream(edition, "*.drl")) {
            for (Path rule : rules) {
                if (!rule.endsWith("status-brief.drl")) {
                    Files.delete(rule);
                }
            }
        }
    }

    @Test
    void paragraphsThatAreNotListed() throws IOException {
        append("guidance.md", "\n## x.y\n\nSaid.\n\nSource:" + hashes(4_000, 0));
        append("guidance.md", "\n\nParagraphs of the page:" + hashes(20_000, 1));
        assertThat(found())
                .filteredOn(diagnostic -> diagnostic.detail().sentence().contains("which is not among"))
                .hasSize(1_000);
    }

    @Test
    void clausesWithoutRules() throws IOException {
        append("guidance.md", lines(20_000, i -> "\n\n## clause.c" + i + " — T\n\nSaid."));
        assertThat(found())
                .filteredOn(diagnostic -> diagnostic.code() == Code.CLAUSE_WITHOUT_RULE)
                .hasSize(1_001);
        assertThat(compiled()).isTrue();
    }

    @Test
    void labels() throws IOException {
        append("tables/sections.csv", lines(ROWS, i -> "summary,en,Label " + word(i) + " number,2,,us\n"));
        assertThat(found())
                .filteredOn(diagnostic -> diagnostic.detail().file().endsWith("sections.csv"))
                .isEmpty();
        assertThat(compiled()).isTrue();
    }

    @Test
    void statuses() throws IOException {
        append("tables/statuses.csv", lines(ROWS, i -> "st-" + i + ",en,Status " + word(i) + ",,us\n"));
        append("tables/statuses.csv", "x,en,Status " + word(7) + " and more,,us");
        assertThat(found())
                .filteredOn(diagnostic -> diagnostic.code() == Code.STATUS_BEGINS_STATUS)
                .hasSize(1);
        assertThat(compiled()).isTrue();
    }

    @Test
    void phrasesOfVeryManyWords() throws IOException {
        append("tables/words.csv", "defect,en," + "a ".repeat(490) + ",us\n");
        assertThat(found())
                .extracting(diagnostic -> diagnostic.detail().sentence())
                .contains("This has 979 characters; a name or a phrase has at most 200. Shorten it.");
    }

    @Test
    void lettersWithVeryManyMarks() {
        String marks = "a" + "\u0327\u0301".repeat(60_000);
        assertTimeoutPreemptively(
                SOON, () -> assertThat(PlainText.hash(marks + " \uFB01ne")).isEqualTo(PlainText.hash(marks + " fine")));
    }

    private static String hashes(int count, int first) {
        return lines(count, i -> (i % 10 == 0 ? "\n" : " ") + String.format(Locale.ROOT, "%012x", i * 7_919L + first));
    }

    private List<LintDiagnostic> found() {
        return assertTimeoutPreemptively(SOON, () -> Lint.of(Library.written(edition)));
    }

    private boolean compiled() {
        return assertTimeoutPreemptively(SOON, () -> Library.read(edition, RuleCache.none()))
                instanceof Compilation.Compiled;
    }

    private void append(String file, String text) throws IOException {
        Files.writeString(edition.resolve(file), text, StandardOpenOption.APPEND);
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
    }

    /** Words that are like no others of them. */
    private static String word(int number) {
        return Integer.toString(1_000_000 + number * 7_919, 36) + "v" + " and so on".repeat(17);
    }
}
