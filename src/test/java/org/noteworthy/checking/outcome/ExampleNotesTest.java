package org.noteworthy.checking.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.checking.Checker;
import org.noteworthy.notes.Fix;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.RealPlaybook;
import org.noteworthy.playbooks.edition.Severity;

/** The two notes that the contract and the guidance themselves give as examples. */
class ExampleNotesTest {

    @Test
    void showTheViolationOfTheContract() {
        String text = "[EXO]\nSTATUS: Going well, all is fine.\nSUMMARY: Met.\nNEXT ACTION: Weekly call.";
        Report report = check("2020-03-25", text);

        assertThat(report.compliant()).isFalse();
        assertThat(report.assumed()).containsEntry("role", "FE");
        assertThat(report.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo("status-allowed");
            assertThat(violation.severity()).isEqualTo(Severity.ERROR);
            assertThat(violation.clause()).isEqualTo("content.status");
            assertThat(violation.message())
                    .startsWith("STATUS starts with \"Going well\". Start it with one of: On track, Paused, ");
            assertThat(violation.section()).isEqualTo("STATUS");
            assertThat(violation.line()).isEqualTo(2);
            assertThat(violation.column()).isEqualTo(9);
            assertThat(violation.start()).isEqualTo(14);
            assertThat(violation.end()).isEqualTo(24);
            assertThat(violation.found()).isEqualTo("Going well");
            assertThat(violation.expected())
                    .containsExactly(
                            "On track",
                            "Paused",
                            "Pending customer feedback",
                            "Pending FastTrack Center (FTC) or internal feedback");
            assertThat(violation.nearest()).isEqualTo("On track");
            assertThat(violation.fix()).isEqualTo(Fix.suggested(14, 24, "On track"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-09-27", "2020-03-25", "2020-05-12"})
    void warnOfThePrefixOfTheGuidanceAndOfNothingElse(String edition) throws IOException {
        String file = Files.readString(Path.of("test-fixtures/notes/guidance-example.md"));
        String text = file.substring(file.indexOf("\n---\n") + 5);
        Report report = check(edition, text);

        assertThat(report.compliant()).isTrue();
        assertThat(report.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo("workload-format");
            assertThat(violation.severity()).isEqualTo(Severity.WARNING);
            assertThat(violation.found()).isEqualTo("CORE");
            assertThat(violation.line()).isEqualTo(1);
            assertThat(violation.column()).isEqualTo(3);
            assertThat(violation.expected()).isEqualTo(List.of("[CORE]"));
            assertThat(violation.fix()).isEqualTo(Fix.safe(2, 6, "[CORE]"));
        });
    }

    private static Report check(String edition, String text) {
        try (Checker checker = new Checker(RealPlaybook.edition(edition))) {
            return checker.check(NoteRecord.of("N-7", text));
        }
    }
}
