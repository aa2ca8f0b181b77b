package org.noteworthy.cli.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noteworthy.cli.Folders;
import org.noteworthy.cli.terminal.Shell;

/** What {@code noteworthy new} writes, that lint and test stay green with it, and that it overwrites nothing. */
class NewCommandTest {
    private static final String NEWEST = "2020-05-12";

    @TempDir
    private static Path cache;

    @TempDir
    private Path temp;

    private Path rules;
    private Path fixtures;

    @BeforeEach
    void copy() throws IOException {
        rules = Folders.copyRules(temp.resolve("rules"));
        fixtures = temp.resolve("test-fixtures");
        Folders.copyFixtures(fixtures, rules);
    }

    @Test
    void aRuleComesWithFixturesAndChangesNoOtherDecision() {
        Shell.Said said = run("new", "rule", "next-action-brief", "--clause", "content.next-action");
        assertThat(said.side()).isEmpty();
        assertThat(said.out())
                .contains("wrote " + rules.resolve(NEWEST).resolve("next-action-brief.drl") + "\n")
                .contains("passes-new.md\n")
                .contains("violates-new.md\n")
                .contains("\nNext:\n  1. ")
                .contains(". noteworthy test --rules " + rules + " --playbook " + NEWEST + "\n");
        greenWith("next-action-brief");
    }

    @ParameterizedTest
    @CsvSource({"status-brief, content.status", "note-per-interaction, frequency.each-interaction"})
    void aRuleIsBegunFromAnotherOne(String like, String clause) throws IOException {
        String original = Files.readString(rules.resolve(NEWEST).resolve(like + ".drl"));
        assertThat(run("new", "rule", "is-like-it", "--clause", clause, "--like", like)
                        .status())
                .isZero();
        String written = Files.readString(rules.resolve(NEWEST).resolve("is-like-it.drl"));
        for (String annotation : new String[] {"@severity", "@roles"}) {
            assertThat(written).contains(value(original, annotation));
        }
        greenWith("is-like-it");
    }

    @Test
    void aRuleIsWrittenIntoTheEditionThatIsNamed() {
        assertThat(run("new", "rule", "for-march", "--clause", "content.status", "--edition", "2020-03-25")
                        .status())
                .isZero();
        assertThat(rules.resolve("2020-03-25/for-march.drl")).exists();
        assertThat(rules.resolve(NEWEST).resolve("for-march.drl")).doesNotExist();
    }

    @Test
    void anEditionIsACopyWithItsOwnFirstDay() throws IOException {
        Shell.Said said = run("new", "edition", "2020-07-01", "--from", NEWEST);
        assertThat(said.out()).contains(NEWEST + " to 2020-06-30; 2020-07-01 in force from 2020-07-01.");
        Map<String, String> copied = contents(rules.resolve("2020-07-01"));
        Map<String, String> original = contents(rules.resolve(NEWEST));
        original.computeIfPresent(
                "playbook.yaml", (name, text) -> text.replace("inForceFrom: " + NEWEST, "inForceFrom: 2020-07-01"));
        assertThat(copied).isEqualTo(original);
        assertThat(run("lint", rules.resolve("2020-07-01").toString()).out()).endsWith(": 0 errors, 0 warnings\n");
        assertThat(run("playbooks").out()).contains("2020-07-01  active");
        assertThat(tested("2020-07-01").status()).isZero();
    }

    @Test
    void fixturesOfARuleAreCopiedToBeChanged() {
        assertThat(run("new", "fixture", "status-brief").out())
                .contains("wrote " + fixtures.resolve("rules/status-brief/violates-new.md") + "\n")
                .contains("wrote " + fixtures.resolve("rules/status-brief/passes-new.md") + "\n");
        assertThat(tested(NEWEST).status()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule status-brief --clause content.status      | has a rule \"status-brief\" already",
                "rule Status! --clause content.status           | \"Status!\" is not a name of a rule.",
                "rule ../x --clause content.status              | \"../x\" is not a name of a rule.",
                "rule fresh --clause content.statsu             | Maybe you mean content.status.",
                "rule fresh --clause content.status --like status-breif  | Maybe you mean status-brief.",
                "rule fresh --clause content.status --edition 2020-05-13 | Maybe you mean 2020-05-12.",
                "edition 2020-03-25 --from 2020-05-12           | in force from 2020-03-25 already",
                "edition 2020-7-1 --from 2020-05-12             | \"2020-7-1\" is not a date.",
                "edition ../2020-07 --from 2020-05-12           | \"../2020-07\" is not a date.",
                "edition 2020-07-01 --from 2020-05-11           | The playbook 2020-05-11 is not known",
                "fixture status-breif                           | Maybe you mean status-brief.",
            })
    void whatCannotBeWrittenIsToldAndNothingChanges(String arguments, String sentence) throws IOException {
        Map<String, String> before = contents(temp);
        Shell.Said said = run(("new " + arguments).split(" +"));
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.side()).startsWith("noteworthy: ").contains(sentence).hasLineCount(1);
        assertThat(contents(temp)).isEqualTo(before);
    }

    @Test
    void nothingThatExistsIsOverwritten() throws IOException {
        run("new", "fixture", "status-brief");
        Files.createDirectories(fixtures.resolve("rules/fresh"));
        Map<String, String> before = contents(temp);
        assertThat(run("new", "fixture", "status-brief").side()).contains("exists already. Rename it");
        assertThat(run("new", "rule", "fresh", "--clause", "content.status", "--edition", NEWEST)
                        .side())
                .contains("exists already. Choose another name.");
        assertThat(contents(temp)).isEqualTo(before);
    }

    @Test
    void aFolderOfThatDateIsLeftAloneEvenIfItIsEmpty() throws IOException {
        Files.createDirectories(rules.resolve("2020-07-01"));
        Map<String, String> before = contents(temp);
        assertThat(run("new", "edition", "2020-07-01", "--from", NEWEST).side())
                .contains("in force from 2020-07-01 already");
        assertThat(contents(temp)).isEqualTo(before);
    }

    @Test
    void anEditionThatIsRefusedIsNoModel() throws IOException {
        Files.writeString(rules.resolve(NEWEST).resolve("broken.drl"), "rule");
        for (String what : new String[] {"rule fresh --clause content.status", "edition 2020-07-01 --from " + NEWEST}) {
            Shell.Said said = run(("new " + what).split(" "));
            assertThat(said.status()).isEqualTo(2);
            assertThat(said.side()).contains("broken.drl:1:");
        }
        assertThat(rules.resolve("2020-07-01")).doesNotExist();
    }

    private void greenWith(String rule) {
        assertThat(run("lint", rules.resolve(NEWEST).toString()).out()).endsWith(": 0 errors, 0 warnings\n");
        Shell.Said tested = tested(NEWEST);
        assertThat(tested.out()).endsWith(" as expected, 0 not\n").doesNotContain(rule);
        assertThat(tested.status()).isZero();
    }

    private Shell.Said tested(String version) {
        return run("test", "--playbook", version, "--fixtures", fixtures.toString());
    }

    private Shell.Said run(String... arguments) {
        return Shell.run(Stream.concat(
                        Arrays.stream(arguments), Stream.of("--rules", rules.toString(), "--cache", cache.toString()))
                .toArray(String[]::new));
    }

    private static String value(String rule, String annotation) {
        int start = rule.indexOf(annotation);
        return rule.substring(start, rule.indexOf(')', start) + 1);
    }

    /** Every file under a folder, hidden ones too, with what it says, and every folder. */
    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                contents.put(folder.relativize(path).toString(), Files.isDirectory(path) ? "" : Files.readString(path));
            }
        }
        return contents;
    }
}
