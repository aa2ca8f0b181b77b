package org.noteworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        Folders.copyRules(rules);
        edition = rules.resolve("2020-05-12");
        fixtures = temp.resolve("test-fixtures");
        Folders.copy(Path.of("test-fixtures/rules"), fixtures.resolve("rules"));
        Folders.copy(Path.of("test-fixtures/notes"), fixtures.resolve("notes"));
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
        shows(lastOf(tested(), 2).get(0).strip());
    }

    @Test
    void aRuleIsWritten() throws IOException {
        Path rule = edition.resolve("next-action-brief.drl");
        Files.writeString(
                edition.resolve("guidance.md"),
                "\n" + block("## content.next-action.brief") + "\n",
                StandardOpenOption.APPEND);
        Files.writeString(rule, block("// Asks that NEXT ACTION is brief") + "\n");
        shows(said("lint", edition.toString()));
        Folders.replace(rule, "lenght", "length");
        shows(said("lint", edition.toString()).strip());
        assertThat(said("explain", "next-action-brief", "--playbook", "2020-05-12"))
                .contains("Violated when\n  The number of characters in NEXT ACTION is more than 200.\n");
        shows("The number of characters in NEXT ACTION is more than 200.");
        Path ofRule = Files.createDirectories(fixtures.resolve("rules/next-action-brief"));
        String breaks = block("---\nexpect: [next-action-brief]");
        Files.writeString(ofRule.resolve("violates-a-whole-story.md"), breaks + "\n");
        Files.writeString(
                ofRule.resolve("passes-a-line.md"),
                breaks.replace("[next-action-brief]", "[]")
                        .replaceAll("NEXT ACTION: .*", "NEXT ACTION: Call the network team on Friday."));
        shows(lastOf(tested(), 1).get(0));
        Folders.replace(rule, "200", "250");
        shows("  next-action-brief is not violated:\n    nextAction.length is 227, not > 250");
        assertThat(tested()).contains("  next-action-brief is not violated:\n    nextAction.length is 227, not > 250");
    }

    private void shows(String text) {
        assertThat(guide).contains(text.replace(temp + "/", ""));
    }

    /** The block of the guide that begins so. */
    private String block(String beginning) {
        Matcher block = Pattern.compile("```\\w*\\n(" + Pattern.quote(beginning) + ".*?)\\n```", Pattern.DOTALL)
                .matcher(guide);
        assertThat(block.find()).as("a block that begins with " + beginning).isTrue();
        return block.group(1);
    }

    private String tested() {
        return said("test", "--playbook", "2020-05-12", "--fixtures", fixtures.toString());
    }

    private static List<String> lastOf(String text, int count) {
        List<String> lines = text.lines().toList();
        return lines.subList(lines.size() - count, lines.size());
    }

    private String said(String... arguments) {
        String[] all = Stream.concat(Arrays.stream(arguments), Stream.of("--rules", rules.toString()))
                .toArray(String[]::new);
        return Shell.run(all).out();
    }
}
