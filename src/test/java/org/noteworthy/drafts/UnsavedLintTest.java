package org.noteworthy.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.authoring.lint.LintDiagnostic;

/** What is typed is looked through as it would be once it is saved. */
class UnsavedLintTest {
    private static final String RULE = "status-brief.drl";

    @TempDir
    Path folder;

    private DraftPlace place;
    private UnsavedLint lint;

    @BeforeEach
    void makeADraft() throws IOException {
        place = DraftPlace.in(folder);
        lint = new UnsavedLint(place, place.drafts);
        place.drafts.create("d", "A draft", DraftPlace.EDITION, null, DraftPlace.ANN);
    }

    @AfterEach
    void close() {
        lint.close();
        place.close();
    }

    private List<LintDiagnostic> typed(String path, String text) {
        return lint.of("d", path, text.getBytes(StandardCharsets.UTF_8), () -> false).lint().stream()
                .flatMap(linted -> linted.diagnostics().stream())
                .toList();
    }

    private List<LintDiagnostic> saved() {
        return place.checks.of("d", Duration.ZERO).lint().stream()
                .flatMap(linted -> linted.diagnostics().stream())
                .toList();
    }

    @Test
    void saysOfARuleWhatIsSaidOnceItIsSaved() throws IOException {
        String text = place.rule(RULE).replace("status.length >", "status.lenght >");

        List<LintDiagnostic> typed = typed(RULE, text);

        assertThat(typed).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.detail().file()).isEqualTo(DraftPlace.EDITION + "/" + RULE);
            assertThat(diagnostic.detail().line()).isEqualTo(5);
            assertThat(diagnostic.detail().column()).isEqualTo(19);
            assertThat(diagnostic.detail().sentence()).contains("Maybe you mean length");
        });
        assertThat(saved()).isEmpty();
        place.put("d", RULE, text, DraftPlace.ANN);
        assertThat(saved()).isEqualTo(typed);
    }

    @Test
    void saysOfATableWhatIsSaidOnceItIsSaved() {
        String path = "tables/statuses.csv";
        String text = new String(place.drafts.file(place.drafts.find("d"), path), StandardCharsets.UTF_8)
                + "done,en,On hold,,our team\n";

        List<LintDiagnostic> typed = typed(DraftPlace.EDITION + "/" + path, text);

        assertThat(typed).isNotEmpty();
        place.put("d", path, text, DraftPlace.ANN);
        assertThat(saved()).isEqualTo(typed);
    }

    @Test
    void knowsTheTextBeforeNoMore() throws IOException {
        String text = place.rule(RULE);

        assertThat(typed(RULE, text.replace("status.length >", "status.lenght >")))
                .hasSize(1);
        assertThat(typed(RULE, text.replace("\"info\"", "\"infos\""))).hasSize(1);
        assertThat(typed(RULE, text)).isEmpty();
        assertThat(typed("another.drl", text.replace("\"status-brief\"", "\"another\"")))
                .singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.code().word()).isEqualTo("same-condition"));
    }

    @Test
    void looksAtADraftOfTheWaivers() {
        place.drafts.create("w", "Waivers", Draft.WAIVERS, null, DraftPlace.ANN);
        String text =
                "rule,engagement,note,author,from,until,reason,owner\nno-such-rule,E-1,,,2020-01-01,2020-02-01,r,o\n";

        assertThat(lint.of("w", Draft.WAIVERS, text.getBytes(StandardCharsets.UTF_8), () -> false)
                        .lint())
                .anySatisfy(linted -> assertThat(linted.diagnostics()).isNotEmpty());
    }

    @Test
    void refusesWhatNoDraftHas() throws IOException {
        String text = place.rule(RULE);

        assertThatThrownBy(() -> typed("../" + RULE, text)).isInstanceOf(DraftException.class);
        assertThatThrownBy(() -> typed("2020-03-25/../x.drl", text)).isInstanceOf(DraftException.class);
        assertThatThrownBy(() -> typed("fixtures/rules/a/b.md", text)).hasMessageContaining("Fixtures");
        assertThatThrownBy(() -> typed(RULE, "x".repeat((1 << 20) + 1))).hasMessageContaining("1 MiB");
        assertThatThrownBy(() -> lint.of("none", RULE, new byte[0], () -> false))
                .isInstanceOf(DraftException.class);
    }

    @Test
    void stopsWhereNobodyWaits() throws IOException {
        byte[] text = place.rule(RULE).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> lint.of("d", RULE, text, () -> true)).isInstanceOf(CancellationException.class);
        assertThat(lint.of("d", RULE, text, () -> false).errors()).isZero();
    }
}
