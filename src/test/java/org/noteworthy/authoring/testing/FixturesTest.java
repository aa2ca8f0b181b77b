package org.noteworthy.authoring.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.input.RecordLimits;
import org.noteworthy.input.UnreadableInputException;

/** Files that say what they expect. */
class FixturesTest {
    private static final Path INPUTS = Path.of("src/test/resources/input");

    @TempDir
    private Path folder;

    private final Fixtures fixtures = new Fixtures(RecordLimits.DEFAULT);

    @Test
    void aNoteSaysWhatItExpects() {
        Fixture.OfNote fixture = (Fixture.OfNote) fixtures.read(INPUTS.resolve("front-matter.md"));
        assertThat(fixture.expect()).containsExactly("some-rule");
        assertThat(fixture.playbooks()).containsExactly("2020-03-25");
        assertThat(fixture.note().id()).isEqualTo("N-7");
        assertThat(fixture.note().text()).isEqualTo("First line\r\n\r\nlast");
    }

    @Test
    void anEngagementSaysWhatItExpects() {
        Fixture.OfEngagement fixture = (Fixture.OfEngagement) fixtures.read(INPUTS.resolve("engagement.json"));
        assertThat(fixture.expect()).containsExactly("a-rule");
        assertThat(fixture.playbooks()).containsExactly("2020-03-25");
        assertThat(fixture.engagement().notes()).hasSize(2);
    }

    @Test
    void expectationsMayBeAListALineEachASingleNameOrNothing() throws IOException {
        assertThat(expectations("expect:\n  - b-rule\n  - a-rule\n")).containsExactly("a-rule", "b-rule");
        assertThat(expectations("expect: a-rule\n")).containsExactly("a-rule");
        assertThat(expectations("expect: []\n")).isEmpty();
        assertThat(expectations("expect:\n")).isEmpty();
        assertThat(expectations("role: x\n")).isEmpty();
    }

    @Test
    void whatIsNoFixtureSaysWhy() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.md"), "---\nexpekt: [a-rule]\n---\n");
        assertThatThrownBy(() -> fixtures.read(wrong))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageStartingWith(wrong + ": There is no field \"expekt\"; ");
        assertThatThrownBy(() -> fixtures.read(INPUTS.resolve("engagement-wrong-note.json")))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageStartingWith(
                        INPUTS + "/engagement-wrong-note.json: In notes[1]: role must be text in quotes");
        assertThatThrownBy(() -> fixtures.read(INPUTS.resolve("ragged.csv")))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessage(INPUTS
                        + "/ragged.csv: a fixture is a note in .md or .txt, an engagement in .json, or a table of notes"
                        + " in .csv.");
        assertThatThrownBy(() -> fixtures.read(folder.resolve("wrang.md")))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessage(folder + "/wrang.md: there is no such file. Maybe you mean " + wrong + ".");
    }

    private List<String> expectations(String frontMatter) throws IOException {
        Path file = Files.writeString(folder.resolve("a.md"), "---\n" + frontMatter + "---\nText\n");
        return List.copyOf(fixtures.read(file).expect());
    }
}
