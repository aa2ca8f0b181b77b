package org.noteworthy.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.noteworthy.cli.Folders.append;
import static org.noteworthy.cli.Folders.replace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.cli.Folders;
import org.noteworthy.cli.OneRule;

/** Whatever lies in an edition's folder, it is told in its place, soon, and in words that show what they say. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileFoldersTest {
    @TempDir
    private Path temp;

    private Path rules;
    private Path edition;

    @BeforeEach
    void copy() throws IOException {
        rules = temp.resolve("rules");
        edition = rules.resolve("2020-03-25");
        OneRule.copyTo(edition);
    }

    @Test
    void ofVeryManyMistakesInATableTheFirstAreTold() throws IOException {
        append(edition.resolve("tables/words.csv"), "x\n".repeat(400_000));
        assertThat(refused("words.csv"))
                .contains(" more things wrong in this file than are told here.")
                .hasSizeLessThan(400_000);
    }

    @Test
    void ofVeryManyMistakesInTheGuidanceTheFirstAreTold() throws IOException {
        Files.writeString(edition.resolve("guidance.md"), "## x\n".repeat(200_000));
        assertThat(refused("guidance.md"))
                .contains("more things wrong in this file")
                .hasSizeLessThan(400_000);
    }

    @Test
    void ofVeryManyDoubtsTheFirstAreTold() throws IOException {
        append(edition.resolve("tables/words.csv"), languages());
        String said = Shell.run("lint", rules.toString()).out();
        assertThat(said).contains("There are 500 more of this kind in this file than are told here.");
    }

    private static String languages() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 1_500; i++) {
            rows.append("none,x").append(i).append(",word ").append(i).append(",me\n");
        }
        return rows.toString();
    }

    @Test
    void aTableWithTooManyRows() throws IOException {
        append(edition.resolve("tables/words.csv"), "none,en,word,me\n".repeat(3_000));
        assertThat(refused("words.csv:3002")).contains("The table has more than 3000 rows");
    }

    @Test
    void aCellThatIsTooLong() throws IOException {
        append(edition.resolve("tables/statuses.csv"), "x,en," + "a".repeat(900_000) + ",,me");
        assertThat(refused("statuses.csv:30"))
                .contains("one of more than 1000 characters")
                .hasSizeLessThan(20_000);
    }

    @Test
    void aHeaderWithTooManyColumns() throws IOException {
        Files.writeString(edition.resolve("tables/tags.csv"), "a,".repeat(10_000) + "\n");
        assertThat(refused("tags.csv:1")).contains("more than 100 cells").hasSizeLessThan(20_000);
    }

    @Test
    void moreRulesThanAnyEditionNeeds() throws IOException {
        String rule = Files.readString(edition.resolve("status-brief.drl"));
        for (int file = 10; file < 34; file++) {
            StringBuilder copies = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                copies.append(rule.replace("\"status-brief\"", "\"copy-" + file + "-" + i + "\""));
            }
            Files.writeString(edition.resolve("copies" + file + ".drl"), copies.toString());
        }
        assertThat(refused("copies20.drl"))
                .contains("An edition has at most 500 rules, and the files up to this one have more.");
    }

    @Test
    void settingsThatGoVeryDeep() throws IOException {
        Files.writeString(edition.resolve("playbook.yaml"), "[".repeat(8));
        assertThat(refused("playbook.yaml:1:4")).contains("The settings go deeper here than any setting.");
    }

    @Test
    void headingsOfManyParts() throws IOException {
        append(edition.resolve("guidance.md"), "\n# a" + ".a".repeat(8_000) + "\n## b" + ".b".repeat(8_000));
        assertThat(refused("guidance.md"))
                .contains("The name of a clause has at most 64 characters, and this one 16001.");
        Shell.Said said = run("check", "test-fixtures/notes/bad-day.md");
        assertThat(said.out() + said.side()).contains("The name of a clause has at most 64 characters");
    }

    @Test
    void ofVeryManyNamesTheFirstAreSuggested() throws IOException {
        StringBuilder clauses = new StringBuilder();
        for (int i = 0; i < 900; i++) {
            clauses.append("\n\n## ").append("a.".repeat(30)).append(i).append("\n\nSaid.");
        }
        append(edition.resolve("guidance.md"), clauses.toString());
        replace(edition.resolve("status-brief.drl"), "@clause(\"", "@clause(\"xyzzy-");
        assertThat(refused("status-brief.drl"))
                .containsPattern("There is no clause \"xyzzy-[^\"]*\" in guidance.md. There is .* and \\d+ more.")
                .hasSizeLessThan(20_000);
    }

    @Test
    void settingsThatStandForEachOther() throws IOException {
        Files.writeString(edition.resolve("playbook.yaml"), "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n");
        assertThat(refused("playbook.yaml:2:8")).contains("Write the value itself here.");
    }

    @Test
    void aSettingOfATypeOfItsOwn() throws IOException {
        replace(edition.resolve("playbook.yaml"), "title: ", "title: !!javax.script.ScriptEngineManager ");
        assertThat(refused("playbook.yaml:3:8"))
                .contains("javax.script.ScriptEngineManager. Write the value by itself.");
    }

    @Test
    void aSettingThatWouldPaintTheScreen() throws IOException {
        replace(edition.resolve("playbook.yaml"), "title: ", "title: \"\\e[31mred\" #");
        assertThat(refused("playbook.yaml:3:8")).contains("The setting title holds characters that are not seen");
    }

    @Test
    void aFileThatWouldPaintTheScreenOrTurnItsWords() throws IOException {
        append(edition.resolve("guidance.md"), "a \u001b[31mred");
        append(edition.resolve("tables/tags.csv"), "\u202e#tag,covid,,me");
        assertThat(refused("guidance.md:")).contains("The character U+001B stands here");
        assertThat(refused("tables/tags.csv:3:1")).contains("The character U+202E stands here");
    }

    @Test
    void aNameThatWouldPaintTheScreenIsShownAsItIs() throws IOException {
        Files.writeString(edition.resolve("a\n\u001b[31m\u202eb.drl"), "rule");
        for (String verb : new String[] {"lint", "playbooks", "test"}) {
            Shell.Said said = verb.equals("lint") ? Shell.run(verb, rules.toString()) : run(verb);
            assertThat(said.out() + said.side())
                    .contains("2020-03-25/a\u240a\u241b[31m\uFFFDb.drl:1:5: ")
                    .doesNotContain("\u001b", "\u202e");
        }
    }

    @Test
    void aLinkThatLeadsNowhereAndAFolderNamedLikeARule() throws IOException {
        Files.createSymbolicLink(edition.resolve("lost.drl"), Path.of("nowhere"));
        Files.createDirectory(edition.resolve("folder.drl"));
        assertThat(refused("lost.drl")).contains("This is not a file, or a link that leads nowhere.");
        assertThat(refused("folder.drl")).contains("This is not a file, or a link that leads nowhere.");
    }

    @Test
    void whatLiesOutsideIsNeitherReadNorNamed() throws IOException {
        Path outside = Files.createDirectories(temp.resolve("outside/tables"));
        Files.writeString(outside.resolve("salaries.csv"), "secret,words\n");
        Files.writeString(outside.resolveSibling("playbook.yaml"), "secret: words\n");
        Files.writeString(outside.resolveSibling("plans.txt"), "secret words\n");
        Files.writeString(outside.resolveSibling("layoffs.drl"), "secret words\n");
        Files.createSymbolicLink(rules.resolve("2020-04-01"), outside.getParent());
        assertThat(refused("The folder is a link that leads out of the rules folder."))
                .doesNotContain("plans", "layoffs", "secret");
        Files.delete(rules.resolve("2020-04-01"));

        Files.move(edition.resolve("tables"), temp.resolve("tables"));
        Files.createSymbolicLink(edition.resolve("tables"), outside);
        assertThat(refused("2020-03-25/tables/: "))
                .contains("The folder is a link that leads out of the rules folder.")
                .doesNotContain("salaries", "secret");
        Files.delete(edition.resolve("tables"));
        Files.move(temp.resolve("tables"), edition.resolve("tables"));

        Files.createLink(edition.resolve("tables/plans.csv"), outside.resolveSibling("plans.txt"));
        assertThat(refused("2020-03-25/tables/plans.csv: "))
                .contains("The file has another name outside of the rules folder (a hard link).")
                .doesNotContain("secret");
    }

    @Test
    void editionsMayShareFilesByHardLinks() throws IOException {
        Path copy = rules.resolve("2020-03-26");
        Folders.copy(edition, copy);
        replace(copy.resolve("playbook.yaml"), "inForceFrom: 2020-03-25", "inForceFrom: 2020-03-26");
        Files.delete(copy.resolve("guidance.md"));
        Files.createLink(copy.resolve("guidance.md"), edition.resolve("guidance.md"));
        assertThat(run("playbooks").status()).isZero();
    }

    @Test
    void aDayOfAYearThatNobodySeesAndHalfACharacter() throws IOException {
        replace(edition.resolve("playbook.yaml"), "title: ", "title: \"half \\uD800 of it\" #");
        assertThat(refused("playbook.yaml:3:8")).contains("The setting title holds characters that are not seen");
        replace(edition.resolve("playbook.yaml"), "inForceFrom: 2020-03-25", "inForceFrom: +123456789-03-25");
        assertThat(refused("playbook.yaml")).contains("which is not a day. Write it like 2020-03-25.");
    }

    @Test
    void aLinkInACircleIsNotFollowed() throws IOException {
        Files.createSymbolicLink(edition.resolve("again"), Path.of("."));
        Shell.Said said = Shell.run("lint", rules.toString());
        assertThat(said.out()).contains("2020-03-25/again: warning: Nothing reads this.");
        assertThat(said.status()).isZero();
        assertThat(run("playbooks").status()).isZero();
    }

    @Test
    void theFolderOfAllFoldersIsNoDraft() {
        Shell.Said said = run("compare", "/", "2020-03-25");
        assertThat(said.side())
                .isEqualTo(
                        "noteworthy: / holds all other folders and is not an edition. Name the folder of" + " one.\n");
        assertThat(said.status()).isEqualTo(2);
    }

    /** What both lint and the verbs that use the edition say of one place. */
    private String refused(String place) {
        Shell.Said lint = Shell.run("lint", rules.toString());
        assertThat(lint.out()).contains("2020-03-25/").contains(place);
        assertThat(lint.status()).isEqualTo(2);
        Shell.Said used = run("playbooks");
        assertThat(used.out()).contains(place);
        assertThat(used.status()).isEqualTo(2);
        assertThat(used.out().getBytes(StandardCharsets.UTF_8).length).isLessThan(400_000);
        return lint.out();
    }

    private Shell.Said run(String... args) {
        String[] all = Arrays.copyOf(args, args.length + 4);
        all[args.length] = "--rules";
        all[args.length + 1] = rules.toString();
        all[args.length + 2] = "--cache";
        all[args.length + 3] = "none";
        return Shell.run(all);
    }
}
