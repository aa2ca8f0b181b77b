package org.noteworthy.playbooks.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of {@code guidance.md} is a clause, and what is its text. */
class GuidanceReaderTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Diagnostics diagnostics = new Diagnostics("edition");

    private Guidance read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new GuidanceReader(diagnostics).read(EditionFiles.of("edition", Map.of(EditionFiles.GUIDANCE, bytes)));
    }

    @Test
    void headingsInCodeAndCommentsOpenNoClause() {
        Guidance guidance = read("""
                ## content.status — Status

                Write it so:
                ```
                ## content.code

                #content.code
                ```
                <!--
                ## content.comment

                Judged by: a person.
                -->

                Judged by: nobody.
                """);
        assertThat(diagnostics.sorted()).isEmpty();
        assertThat(guidance.clauses()).singleElement().satisfies(clause -> {
            assertThat(clause.text()).startsWith("Write it so:\n```\n").endsWith("Judged by: a person.\n-->");
            assertThat(clause.judge()).isEqualTo(Clause.Judge.NOBODY);
        });
    }

    @Test
    void aHeadingMayBeIndentedAndClosedAndHoldMarkup() {
        assertThat(read("  ## content.status — The *STATUS* ##\n").clauses())
                .singleElement()
                .satisfies(clause -> {
                    assertThat(clause.id()).isEqualTo("content.status");
                    assertThat(clause.title()).isEqualTo("The *STATUS*");
                });
    }

    @Test
    void whatIsUnderlinedIsText() {
        Guidance guidance = read("## content.status — Status\n\nReading: one\n---\ntwo\n\nthree\n===\n");
        assertThat(diagnostics.sorted()).isEmpty();
        assertThat(guidance.clauses()).singleElement().satisfies(clause -> {
            assertThat(clause.readings()).containsExactly("one\n---\ntwo");
            assertThat(clause.text()).isEqualTo("three\n===");
        });
    }

    @Test
    void aListBelongsToTheSentenceBeforeIt() {
        Guidance guidance =
                read("## content.status — Status\n\nReading: one of\n- these\n- those\n\n- more\n\n      deep\n");
        assertThat(guidance.clauses()).singleElement().satisfies(clause -> {
            assertThat(clause.readings()).containsExactly("one of\n- these\n- those");
            assertThat(clause.text()).isEqualTo("- more\n\ndeep");
        });
    }

    @Test
    void aFlawStandsInItsLineWhateverEndsLines() {
        read("# Guidance\r\n\r## content.status — Status\n\n```\r\n\r\n```\r\nJudged by: me\r\n");
        assertThat(diagnostics.sorted()).isEmpty();
        read("# Guidance\r\n\r## content.status — Status\n\n```\r\n\r\n```\r\n\r\nJudged by: me\r\n#content.brief\n");
        assertThat(diagnostics.sorted())
                .extracting(Diagnostic::toString)
                .satisfiesExactly(
                        judge -> assertThat(judge)
                                .contains("edition/guidance.md:9:12: The clause content.status is judged"),
                        mark -> assertThat(mark).contains("edition/guidance.md:10:1: A clause begins with ##"));
    }

    /** A megabyte of what makes readers of Markdown look again and again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "![[]()",
                "[a](<b",
                "*a **a ",
                "> ",
                "- ",
                "```\n",
                "<!--\n",
                "<p>\n\n",
                "[a]: b\n",
                "[",
                "a\n---\n",
                "#\n"
            })
    void anyTextIsReadInTimeLinearInItsLength(String part) {
        assertTimeoutPreemptively(
                SOON, () -> read("## content.status — Status\n\n" + part.repeat(1_000_000 / part.length())));
    }
}
