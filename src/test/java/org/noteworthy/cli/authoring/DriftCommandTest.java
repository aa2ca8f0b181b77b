package org.noteworthy.cli.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.noteworthy.cli.Folders.replace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.noteworthy.Shown;
import org.noteworthy.authoring.drift.Drift;
import org.noteworthy.authoring.drift.PageChange.Kind;
import org.noteworthy.authoring.drift.PageChange.TouchedClause;
import org.noteworthy.authoring.drift.SourcePage;
import org.noteworthy.authoring.drift.SourceParagraph;
import org.noteworthy.cli.SyntheticPage;
import org.noteworthy.cli.terminal.Shell;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.engine.RuleCache;
import org.noteworthy.report.PageStyles;

/** {@code noteworthy drift}: a copy of the page in any style says the same, and what says something else is told. */
class DriftCommandTest {
    private static final String[] SOUP = {
        "a",
        "word ",
        "#",
        "# ",
        "\n",
        "\n\n",
        "\r\n",
        "- ",
        "1. ",
        "> ",
        "|",
        "---",
        "===",
        "**",
        "_",
        "`",
        "```\n",
        "[",
        "]",
        "(",
        ")",
        "](",
        "![",
        "[x]: /y",
        "<p>",
        "<br>",
        "<!--",
        "-->",
        "&amp;",
        "&#0;",
        "\\",
        "{#a}",
        "[!NOTE]",
        "\u0000",
        "\uD800",
        "\uE023",
        "\u00A0",
        "“",
        "–",
        "Going well",
        "Expected form ",
        "\t"
    };

    @TempDir
    private static Path shared;

    private static Path rules;
    private static String page;
    private static Edition edition;

    @TempDir
    private Path temp;

    @BeforeAll
    static void copy() throws IOException {
        rules = SyntheticPage.rules(shared.resolve("rules"));
        page = SyntheticPage.text();
        edition = Library.open(rules, RuleCache.in(shared.resolve("cache")))
                .named(SyntheticPage.EDITION)
                .edition();
    }

    @TestFactory
    Stream<DynamicTest> theSamePageInAnotherStyleHasNotDrifted() {
        return PageStyles.of(page).entrySet().stream()
                .map(style -> DynamicTest.dynamicTest(style.getKey(), () -> {
                    Drift drift = Drift.of(edition, SourcePage.of(style.getValue()));
                    assertThat(drift.changes()).isEmpty();
                    assertThat(drift.known()).isEqualTo(24);
                }));
    }

    @TestFactory
    Stream<DynamicTest> aChangeIsFoundInAnyStyle() {
        String changed = page.replace("that was cancelled", "that was put off");
        return PageStyles.of(changed).entrySet().stream()
                .map(style -> DynamicTest.dynamicTest(style.getKey(), () -> {
                    Drift drift = Drift.of(edition, SourcePage.of(style.getValue()));
                    assertThat(drift.changes()).hasSize(1);
                    assertThat(drift.changes().get(0).kind()).isEqualTo(Kind.CHANGED);
                    assertThat(drift.changes().get(0).touched())
                            .extracting(TouchedClause::id)
                            .containsExactly("covid.pause", "covid.entitlement-status");
                }));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyTextIsAPage(long seed) {
        Random random = new Random(seed);
        StringBuilder soup = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            soup.append(SOUP[random.nextInt(SOUP.length)]);
        }
        Drift drift = Drift.of(edition, SourcePage.of(soup.toString()));
        assertThat(drift.paragraphs()).allSatisfy(paragraph -> {
            assertThat(paragraph.text()).isNotBlank().doesNotContain("\n");
            assertThat(paragraph.line())
                    .isBetween(
                            1, (int) soup.chars().filter(unit -> unit == '\n').count() + 1);
        });
        assertThat(drift.paragraphs()).isSortedAccordingTo(Comparator.comparingInt(SourceParagraph::line));
        assertThat(Drift.of(edition, SourcePage.of(soup.toString()))).isEqualTo(drift);
    }

    static LongStream seeds() {
        return new Random(20200325).longs(40);
    }

    @Test
    void aChangedSentenceIsShownWithItsLineClausesAndRules() throws IOException {
        Shell.Said said = drift(page.replace("that was cancelled", "that was put off"));
        assertThat(said.out())
                .startsWith(file() + ":11 changed covid.pause, covid.entitlement-status\n"
                        + "   11 | Nobody writes the tag for a call that was put off.\n"
                        + "  hash: 15ac48ca6f21 → c140e0f4a2f5\n"
                        + "  rules: covid-tag-paused, covid-tag-paused-status, entitlement-status\n\n");
        assertThat(said.status()).isEqualTo(1);
    }

    @Test
    void aNewItemIsShownWithinItsClause() throws IOException {
        assertThat(found(page.replace("   - [A+B]", "   - [C] Contracts\n   - [A+B]")))
                .startsWith(":31 new, within content.workload\n   31 | [C] Contracts\n")
                .contains("  rules: workload-format, workload-known, workload-prefix\n");
    }

    @Test
    void aNewParagraphIsShownBetweenItsNeighbours() throws IOException {
        assertThat(found(page.replace("1. Topic", "Notes are kept for a year.\n\n1. Topic")))
                .startsWith(":26 new, before content.workload\n");
        assertThat(found(page.replace("# House rules for", "Read this.\n\n# House rules for")))
                .startsWith(":6 new, before page.about\n");
        assertThat(found(page + "\nAsk Ada.\n")).startsWith(":48 new, after page.about\n");
    }

    @Test
    void whatIsRemovedIsToldWithItsRules() throws IOException {
        assertThat(found(page.replace("   - [B] Billing\n", "")))
                .startsWith(" removed 1 paragraph of content.workload\n");
        assertThat(found(page.replaceFirst("(?s)A note is written.*?these:\n", "")))
                .startsWith(" removed 1 paragraph of frequency.each-interaction, of which nothing is left\n")
                .contains("  rules: note-per-interaction\n");
        assertThat(found(page.replace("- A first call\n", "").replace("- A farewell\n", "")))
                .contains("22 known")
                .contains("2 removed");
    }

    @Test
    void whatHasMovedIsTold() throws IOException {
        String state = page.substring(page.indexOf("2. State"), page.indexOf("## History"));
        String moved = page.replace(state, "").replace("1. Topic", state + "1. Topic");
        assertThat(found(moved))
                .contains(" moved content.status, now after ")
                .contains("Stuck")
                .contains("24 paragraphs, 24 known to the edition 2020-03-25; 4 moved.");
    }

    @Test
    void aChangedRowOfATableIsTold() throws IOException {
        assertThat(found(page.replace("Second words", "Third words")))
                .startsWith(":44 changed page.about\n   44 | 2 May Ben Third words\n");
    }

    @Test
    void changedNeighboursOfAnotherNumberAreToldTogether() throws IOException {
        assertThat(found(page.replace("   - Going well\n   - Stuck\n", "   - Fine\n   - So so\n   - Bad\n")))
                .startsWith(":36 changed content.status\n")
                .contains("   36 | Fine\n   37 | So so\n   38 | Bad\n");
    }

    @Test
    void anotherPageIsNotListedInFull() throws IOException {
        Shell.Said said = drift("# Soup\n\nBoil water.\n");
        assertThat(said.out())
                .isEqualTo(
                        file() + ": 2 paragraphs, none of them known to the edition 2020-03-25. Is it another page?\n");
        assertThat(said.status()).isEqualTo(1);
    }

    @Test
    void theHashesArePastedAndTheDriftIsOver() throws IOException {
        String changed =
                page.replace("   - [A+B]", "   - [C] Contracts\n   - [A+B]").replace("a late call", "a long call");
        Path mine = SyntheticPage.rules(temp.resolve("rules"));
        Path guidance = mine.resolve("2020-03-25/guidance.md");
        String hashes = drift(mine, changed, "--hashes").out();
        assertThat(hashes)
                .containsPattern("\\w{12}  \\(new, within content.workload\\) +\\[C] Contracts\n")
                .containsPattern(
                        "\\w{12}  \\(changed frequency.each-interaction\\) +A note is written after every call");
        String text = Files.readString(guidance);
        Files.writeString(
                guidance,
                text.substring(0, text.indexOf("Paragraphs of the page:"))
                        + hashes.substring(hashes.indexOf("Paragraphs of the page:")));
        String old = text.replaceFirst("(?s).*## frequency.each-interaction.*?Source: (\\w+).*", "$1");
        assertThat(drift(mine, changed, "--playbook", "2020-03-25").side())
                .contains("2020-03-25/guidance.md:")
                .contains("The clause frequency.each-interaction stands on the paragraph " + old
                        + ", which is not among \"Paragraphs of the page:\". Add it there, at its place in the page.");
        replace(guidance, "Source: " + old, "Source: " + hashes.replaceFirst("(?s).*\n(\\w+)  \\(changed.*", "$1"));
        assertThat(drift(mine, changed, "--playbook", "2020-03-25").out())
                .endsWith(": 25 paragraphs, all as the edition 2020-03-25 knows them.\n");
    }

    @Test
    void theFindingsAreToldToProgramsToo() throws IOException {
        Shell.Said said = drift(page.replace("that was cancelled", "that was put off"), "--format", "json");
        assertThat(said.out().replaceAll("sha256:[0-9a-f]{64}", "sha256:…"))
                .isEqualTo("{\"page\":\"" + file() + "\",\"playbook\":\"2020-03-25\",\"digest\":\"sha256:…\","
                        + "\"paragraphs\":24,\"known\":23,\"findings\":[{\"kind\":\"changed\",\"clauses\":["
                        + "{\"id\":\"covid.pause\",\"left\":false,\"rules\":[\"covid-tag-paused\","
                        + "\"covid-tag-paused-status\"]},{\"id\":\"covid.entitlement-status\",\"left\":false,"
                        + "\"rules\":[\"entitlement-status\"]}],\"gone\":[\"15ac48ca6f21\"],\"now\":[{\"line\":11,"
                        + "\"hash\":\"c140e0f4a2f5\",\"text\":\"Nobody writes the tag for a call that was put off.\"}],"
                        + "\"after\":[\"covid.tag\"],\"before\":[]}]}\n");
        assertThat(said.status()).isEqualTo(1);
        assertThat(drift(page, "--format", "json").out()).endsWith("\"known\":24,\"findings\":[]}\n");
        assertThat(drift(page, "--format", "json", "--hashes").out()).contains("{\"line\":6,\"hash\":\"");
        assertThat(drift(page, "--format", "yaml").side()).contains("--format takes text or json.");
    }

    @Test
    void anEditionThatKnowsNoPageIsTold() throws IOException {
        Shell.Said said = drift(page, "--playbook", "2020-05-12");
        assertThat(said.side())
                .startsWith("noteworthy: The edition 2020-05-12 does not list the paragraphs of its page. Put them into"
                        + " guidance.md after \"Paragraphs of the page:\"");
        assertThat(said.status()).isEqualTo(2);
    }

    @Test
    void anEditionThatIsRefusedIsLeftOutAndNamed() throws IOException {
        Path mine = SyntheticPage.rules(temp.resolve("rules"));
        Files.delete(mine.resolve("2020-05-12/playbook.yaml"));
        Shell.Said said = drift(mine, page);
        assertThat(said.side())
                .isEqualTo("noteworthy: The edition 2020-05-12 cannot be used and is not compared; noteworthy playbooks"
                        + " says why.\n");
        assertThat(said.out()).endsWith("all as the edition 2020-03-25 knows them.\n");
    }

    @Test
    void whatIsNoPageCannotBeRead() throws IOException {
        Map<String, byte[]> files = Map.of(
                "this page is empty", new byte[0],
                "this page is empty. Name", "  \n\n---\n".getBytes(StandardCharsets.UTF_8),
                "this is not UTF-8 text", "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1),
                "this is not text but binary data", new byte[] {'a', 0, 'b'},
                "this page is larger than 1 MiB", "word ".repeat(300_000).getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(temp.resolve("page.md"), file.getValue());
            cannotBeRead(file(), file.getKey());
        }
        cannotBeRead(temp.toString(), "this is a directory");
        cannotBeRead(temp.resolve("pages.md").toString(), "there is no such file. Maybe you mean " + file());
    }

    private static void cannotBeRead(String file, String why) {
        Shell.Said said = Shell.run(
                "drift",
                "--rules",
                rules.toString(),
                "--cache",
                shared.resolve("cache").toString(),
                file);
        assertThat(said.side()).startsWith("noteworthy: " + file + ": " + why);
        assertThat(said.out()).isEmpty();
        assertThat(said.status()).isEqualTo(2);
    }

    @Test
    void thePageShowsWhatItPrints() throws IOException {
        String changed = page.replace("   - [A+B]", "   - [C] Contracts\n   - [A+B]")
                .replace("that was cancelled", "that was put off");
        String shown = drift(changed).out().replace(file(), "NEW-GUIDANCE.md");
        assertThat(Shown.shows(Shown.page("how-to-follow-the-source-page.md"), shown))
                .isTrue();
    }

    /** What is said of a copy that has drifted, without the name of its file. */
    private String found(String copy) throws IOException {
        Shell.Said said = drift(copy);
        assertThat(said.status()).isEqualTo(1);
        return said.out().substring(file().length());
    }

    private Shell.Said drift(String copy, String... more) throws IOException {
        return drift(rules, copy, more);
    }

    private Shell.Said drift(Path rules, String copy, String... more) throws IOException {
        Files.writeString(temp.resolve("page.md"), copy);
        return Shell.run(Stream.concat(Stream.of("drift", "--rules", rules.toString(), file()), Stream.of(more))
                .toArray(String[]::new));
    }

    private String file() {
        return temp.resolve("page.md").toString();
    }
}
