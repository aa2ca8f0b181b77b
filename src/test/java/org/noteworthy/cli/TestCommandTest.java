package org.noteworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code noteworthy test} over our own fixtures, and over fixtures that are wrong. */
class TestCommandTest {
    @TempDir
    private static Path cache;

    @TempDir
    private Path temp;

    @Test
    void everyFixtureIsAsExpectedAndEveryRuleIsViolatedAndPassed() {
        Shell.Said said = Shell.run("test", "--cache", cache.toString());
        assertThat(said.out()).endsWith("as expected, 0 not\n").doesNotContain("by no fixture");
        assertThat(said.status()).isZero();
    }

    @Test
    void aWrongExpectationIsShownWithWhatWasExpectedAndWhatCame() throws IOException {
        fixture("rules/status-allowed/violates-nothing.md", "expect: [status-brief]", "On track");
        assertThat(test().out()).contains("""
                        violates-nothing.md under 2020-03-25:
                          expected  status-brief
                          got       nothing
                          is named violates-… and does not violate status-allowed
                        """);
        assertThat(test().status()).isEqualTo(1);
    }

    @Test
    void aPassingFixtureMustBeJudged() throws IOException {
        fixture("rules/time-entry/passes-unknown.md", "expect: []", "On track");
        assertThat(test().out())
                .contains("is named passes-… and time-entry does not pass: it is violated or does not judge the note");
    }

    @Test
    void aRuleWithoutFixturesIsNamed() throws IOException {
        fixture("notes/clean.md", "expect: []", "On track");
        assertThat(test().out())
                .contains("  insight-id is violated by no fixture\n")
                .doesNotContain("  insight-id is passed by no fixture\n");
        assertThat(test().status()).isEqualTo(1);
    }

    @Test
    void aFolderOfNoRuleAndAnEditionThatIsNoneAreTold() throws IOException {
        fixture("rules/status-alowed/violates-x.md", "expect: []", "On track");
        fixture("notes/clean.md", "playbooks: [2021-01-01]", "On track");
        assertThat(test().out())
                .contains("no edition has a rule \"status-alowed\". Rename the folder.")
                .contains("there is no edition \"2021-01-01\". Correct the fixture's playbooks.");
    }

    @Test
    void aFolderWithoutFixturesIsTold() {
        assertThat(test().side()).contains("There are no fixtures in " + temp);
        assertThat(test().status()).isEqualTo(2);
    }

    private void fixture(String name, String frontMatter, String status) throws IOException {
        Path file = temp.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "---\n" + frontMatter + "\n---\n[EXO]\nSTATUS: " + status
                        + "\nSUMMARY: Call.\nNEXT ACTION: Call on Monday.\n");
    }

    private Shell.Said test() {
        return Shell.run(
                "test", "--cache", cache.toString(), "--playbook", "2020-03-25", "--fixtures", temp.toString());
    }
}
