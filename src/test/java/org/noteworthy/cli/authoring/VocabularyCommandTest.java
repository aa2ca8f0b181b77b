package org.noteworthy.cli.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.noteworthy.cli.terminal.Shell;
import org.noteworthy.playbooks.language.words.Manual;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code noteworthy vocabulary} prints: all that a rule may say, or the part that was asked for. */
class VocabularyCommandTest {
    @Test
    void everyPropertyAndEveryPhraseIsPrintedInColumnsThatFit() {
        String out = vocabulary();
        assertThat(Manual.FACTS)
                .allSatisfy(fact -> assertThat(Manual.properties(fact))
                        .allSatisfy(listed -> assertThat(out)
                                .containsPattern("(?m)^  " + listed.path().replace(".", "\\.") + " +" + listed.kind()
                                        + "( \\*)? ")));
        assertThat(Manual.chapters())
                .flatExtracting(Manual.Chapter::phrases)
                .allSatisfy(phrase -> assertThat(out).contains("  " + phrase.written(), phrase.example()));
        assertThat(Manual.limits()).allSatisfy(limit -> assertThat(out).contains("  " + limit.what() + "\n"));
        assertThat(out.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(110));
    }

    @Test
    void aPartIsPrintedByItself() {
        assertThat(paths("status")).startsWith("status", "status.present").allMatch(path -> path.startsWith("status"));
        assertThat(paths("Interaction")).contains("id", "on").doesNotContain("status");
        assertThat(paths("summary.length")).containsExactly("summary.length");
        assertThat(paths("LENGTH"))
                .containsExactly(
                        "status.length",
                        "summary.length",
                        "nextAction.length",
                        "concerns.length",
                        "executiveSummary.length");
    }

    @Test
    void aChapterIsPrintedByItself() {
        assertThat(vocabulary("placeholders"))
                .startsWith("What is filled in where a violation is told\n")
                .contains("{nearest}")
                .doesNotContain("status.present", "@severity");
        assertThat(vocabulary("limits"))
                .contains("limits.statusCharacters", "\nAt most\n  65,536  characters in a file\n");
    }

    @Test
    void aProgramIsToldTheSame() {
        JsonNode told = new JsonMapper().readTree(vocabulary("--format", "json"));
        assertThat(told.get("properties").size()).isEqualTo((int) Manual.FACTS.stream()
                .mapToLong(fact -> Manual.properties(fact).size())
                .sum());
        assertThat(told.get("language").get("numbers").get(0).get("written").asString())
                .isEqualTo("==");
        assertThat(told.get("limits").get(3).toString()).isEqualTo("{\"what\":\"rules in a file\",\"most\":50}");
    }

    @Test
    void whatIsNotThereIsToldWithWhatIsNear() {
        Shell.Said said = Shell.run("vocabulary", "staus.present");
        assertThat(said.side())
                .isEqualTo("noteworthy: The vocabulary has no \"staus.present\". Maybe you mean status.present.\n");
        assertThat(said.status()).isEqualTo(2);
        assertThat(Shell.run("vocabulary", "xyzzyxyzzy").side()).endsWith("noteworthy vocabulary prints all of it.\n");
    }

    private static List<String> paths(String word) {
        return vocabulary(word)
                .lines()
                .filter(line -> line.startsWith("  ") && Character.isLetter(line.charAt(2)))
                .map(line -> line.strip().replaceAll(" .*", ""))
                .toList();
    }

    private static String vocabulary(String... arguments) {
        Shell.Said said = Shell.run(
                Stream.concat(Stream.of("vocabulary"), Stream.of(arguments)).toArray(String[]::new));
        assertThat(said.side()).isEmpty();
        assertThat(said.status()).isZero();
        return said.out();
    }
}
