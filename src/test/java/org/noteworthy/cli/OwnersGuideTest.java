package org.noteworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.Shown;
import org.noteworthy.cli.terminal.Shell;

/** Takes the steps of the owners' guide with what it says to type, and finds in it what is printed. */
class OwnersGuideTest {
    @TempDir
    private Path temp;

    private String guide = "";
    private Path rules;
    private Path edition;
    private Path fixtures;

    @BeforeEach
    void copy() throws IOException {
        guide = Files.readString(Path.of("rules/README.md")).replaceAll("(?m)^ {3}", "");
        rules = temp.resolve("rules");
        Folders.copy(Path.of("rules"), rules);
        GuideStart.clean(rules);
        edition = rules.resolve(GuideStart.EDITION);
        fixtures = temp.resolve("test-fixtures");
        Folders.copyFixtures(fixtures, rules);
    }

    @Test
    void aStatusIsAdded() throws IOException {
        Path note = temp.resolve("note.md");
        Files.writeString(
                note,
                "---\nwrittenOn: 2020-06-02\n---\n[EXO]\nSTATUS: Completed\nSUMMARY: Met.\nNEXT ACTION: Call on Friday.\n");
        shows(said("check", note.toString()).lines().findFirst().orElse(""));
        Files.writeString(
                edition.resolve("tables/statuses.csv"), block("completed,en") + "\n", StandardOpenOption.APPEND);
        shows(said("lint", edition.toString()));
        assertThat(said("check", note.toString())).endsWith("1 note, 1 compliant\n");
        shows(lastOf(tested("rules"), 2).get(0).strip());
    }

    @Test
    void aRuleIsTriedInADraftAndThenPutInForce() throws IOException {
        Folders.copy(rules, temp.resolve("draft"));
        Path draft = temp.resolve("draft/2020-05-12");
        Path rule = draft.resolve("next-action-brief.drl");
        Files.writeString(
                draft.resolve("guidance.md"),
                "\n" + block("## content.next-action.brief") + "\n",
                StandardOpenOption.APPEND);
        Files.writeString(rule, block("// Asks that NEXT ACTION is brief") + "\n");
        shows(said("lint", draft.toString()));
        Folders.replace(rule, "lenght", "length");
        shows(said("lint", draft.toString()).strip());
        assertThat(by("draft", "explain", "next-action-brief", "--playbook", "2020-05-12"))
                .contains("Violated when\n  The number of characters in NEXT ACTION is more than 200.\n");
        shows("The number of characters in NEXT ACTION is more than 200.");
        Path ofRule = Files.createDirectories(fixtures.resolve("rules/next-action-brief"));
        String breaks = block("---\nexpect: [next-action-brief]");
        Path violates = Files.writeString(ofRule.resolve("violates-a-whole-story.md"), breaks + "\n");
        Files.writeString(
                ofRule.resolve("passes-a-line.md"),
                breaks.replace("[next-action-brief]", "[]")
                        .replaceAll("NEXT ACTION: .*", "NEXT ACTION: Call the network team on Friday."));
        shows(lastOf(tested("draft"), 1).get(0));
        Folders.replace(rule, "200", "250");
        shows("  next-action-brief is not violated:\n    nextAction.length is 227, not > 250");
        assertThat(tested("draft"))
                .contains("  next-action-brief is not violated:\n    nextAction.length is 227, not > 250");
        Folders.replace(rule, "250", "200");

        String compared = said("compare", "2020-05-12", draft.toString(), violates.toString());
        shows(String.join("\n", compared.lines().toList().subList(0, 3)));
        assertThat(compared).contains("1 note, 1 judged differently");
        assertThat(judged(violates)).doesNotContain("next-action-brief");
        for (String file : List.of("guidance.md", "next-action-brief.drl")) {
            Files.copy(draft.resolve(file), edition.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(judged(violates)).contains(" info next-action-brief NEXT ACTION has 227 characters.");
        assertThat(said("clauses", "content.next-action.brief", "--playbook", "2020-05-12"))
                .contains("  next-action-brief           never confirmed\n")
                .containsPattern("\n {2}hash {5}[a-z][0-9a-f]{12}\n");
    }

    @Test
    void aRuleIsRetired() throws IOException {
        Files.writeString(
                edition.resolve("playbook.yaml"),
                block("without: [status-brief.drl]") + "\n",
                StandardOpenOption.APPEND);
        assertThat(tested("rules"))
                .containsPattern("\n2020-05-12: \\d+ expectations? left out, of rules that it lacks: status-brief\n")
                .endsWith(" as expected, 0 not\n");
    }

    @Test
    void aNewEditionIsBegun() throws IOException {
        Path next = rules.resolve("2020-07-01");
        Folders.copy(edition, next);
        shows(said("lint", next.toString()).lines().limit(3).collect(Collectors.joining("\n")));
        Folders.replace(next.resolve("playbook.yaml"), "inForceFrom: 2020-05-12", "inForceFrom: 2020-07-01");
        assertThat(said("lint", next.toString())).matches("1 edition, \\d+ rules: 0 errors, 0 warnings\n");
        assertThat(said("playbooks"))
                .contains("2020-07-01  active\n")
                .contains("in force from 2020-05-12 to 2020-06-30\n");
    }

    @Test
    void aNewEditionIsWrittenByACommand() throws IOException {
        assertThat(guide).contains("$ ./noteworthy new edition 2020-07-01 --from 2020-05-12\n");
        shows(said("new", "edition", "2020-07-01", "--from", "2020-05-12")
                .lines()
                .findFirst()
                .orElse(""));
        assertThat(said("lint", rules.resolve("2020-07-01").toString())).endsWith(": 0 errors, 0 warnings\n");
    }

    @Test
    void anEditionThatHoldsOnlyWhatDiffersIsAWhole() throws IOException {
        Path next = Files.createDirectories(rules.resolve("2020-07-01"));
        Files.writeString(next.resolve("playbook.yaml"), block("title: FE / SME Notes Guidance, edition of 1 July"));
        String confirmations = Files.readString(edition.resolve("tables/confirmations.csv"));
        Files.createDirectories(next.resolve("tables"));
        Files.writeString(
                next.resolve("tables/confirmations.csv"),
                confirmations.replaceAll("(?m)^(covid-tag|covid-note-type),.*\n", ""));
        assertThat(said("compare", "2020-05-12", "2020-07-01"))
                .contains("removed  rule  covid-note-type\n", "removed  rule  covid-tag\n");
        assertThat(said("playbooks")).contains("2020-07-01  active\n");
    }

    private String judged(Path fixture) throws IOException {
        Path note = temp.resolve("note.md");
        Files.writeString(note, Files.readString(fixture).replaceAll("(?m)^(expect|playbooks): .*\n", ""));
        return said("check", note.toString(), "--playbook", "2020-05-12");
    }

    private void shows(String text) {
        assertThat(Shown.shape(guide)).contains(Shown.shape(text.replace(temp + "/", "")));
    }

    /** The block of the guide that begins so. */
    private String block(String beginning) {
        Matcher block = Pattern.compile("```\\w*\\n(" + Pattern.quote(beginning) + ".*?)\\n```", Pattern.DOTALL)
                .matcher(guide);
        assertThat(block.find()).as("a block that begins with " + beginning).isTrue();
        return block.group(1);
    }

    private String tested(String folder) {
        return by(folder, "test", "--playbook", "2020-05-12", "--fixtures", fixtures.toString());
    }

    private static List<String> lastOf(String text, int count) {
        List<String> lines = text.lines().toList();
        return lines.subList(lines.size() - count, lines.size());
    }

    private String said(String... arguments) {
        return by("rules", arguments);
    }

    /** What a command says of the rules in that folder. */
    private String by(String folder, String... arguments) {
        String[] all = Stream.concat(
                        Arrays.stream(arguments),
                        Stream.of("--rules", temp.resolve(folder).toString()))
                .toArray(String[]::new);
        return Shell.run(all).out();
    }
}
