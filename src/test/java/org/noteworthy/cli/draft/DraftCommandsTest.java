package org.noteworthy.cli.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.noteworthy.cli.draft.DraftFolder.EDITION;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Shell;

/** The policy is changed by drafts on the command line, and by nothing that is wrong, late or forbidden. */
class DraftCommandsTest {
    private static final String APPROVALS = "noteworthy.review.approvals";
    private static final String LONG_STATUS = "[EXO]\nSTATUS: On track" + ", and so on".repeat(100)
            + ".\nSUMMARY: Met.\nNEXT ACTION: Call on 2020-04-20.\n";

    @TempDir
    Path folder;

    private DraftFolder place;

    @BeforeEach
    void twoPeople() throws IOException {
        System.setProperty(APPROVALS, "1");
        place = DraftFolder.in(folder);
    }

    @AfterEach
    void anybody() {
        System.clearProperty(APPROVALS);
    }

    @Test
    void aChangeGoesFromItsDraftIntoForceAndBack() throws IOException {
        Path note = place.file("note.md", LONG_STATUS);
        assertThat(checked(note)).contains("status-brief");
        String before = place.rule();

        Shell.Said made = place.as("ann", "new", "longer", "--from", EDITION, "--title", "Longer statements");
        assertThat(made.status()).isEqualTo(Exit.FINE);
        assertThat(made.out()).startsWith("made the draft longer of 2020-03-25\nNext: noteworthy draft edit longer");

        Shell.Said row = place.as("ann", "row", "longer", "statuses", "change", "5", "label=Pending FTC news");
        assertThat(row.out()).contains("row 5 was ", "row 5 is ", "label=Pending FTC news");
        assertThat(place.as("ann", "rows", "longer", "statuses.csv").out()).contains(" 5  ", "Pending FTC news");
        place.as("ann", "row", "longer", "statuses", "change", "5", "label=Pending FTC feedback");

        String text = before.replace("status.length > limits.statusCharacters", "status.length > 5000");
        assertThat(text).isNotEqualTo(before);
        Path rule = place.file("new.drl", text);
        assertThat(place.as("ann", "edit", "longer", "status-brief.drl", rule.toString())
                        .out())
                .startsWith("saved status-brief.drl\nNext: noteworthy draft check longer");
        assertThat(place.as("ann", "diff", "longer").out())
                .contains("--- a/status-brief.drl", "+    $note : Note( status.length > 5000 )");
        assertThat(place.as("ann", "lint", "longer").status()).isEqualTo(Exit.FINE);
        Shell.Said impact = place.as("ann", "impact", "longer", note.toString());
        assertThat(impact.out()).contains("0 of 1 note newly break a rule, 1 no longer break one");
        assertThat(impact.status()).isEqualTo(Exit.FINE);

        Shell.Said failing = place.as("ann", "test", "longer");
        assertThat(failing.status()).isEqualTo(Exit.FOUND);
        assertThat(failing.out()).contains("fixtures/rules/status-brief/");
        forgetFailing("longer");
        assertThat(place.as("ann", "test", "longer").status()).isEqualTo(Exit.FINE);

        Shell.Said submitted = place.as("ann", "submit", "longer", "--reason", "Writers asked for it");
        assertThat(submitted.out())
                .contains("longer is in-review, as sha256:", "Next: noteworthy draft approve longer");
        assertThat(submitted.side()).contains("in the name of ann, which nobody verifies");
        String digest = place.digest("longer");
        assertThat(place.as("ann", "show", "longer").out())
                .contains("missing    1 approval, and it has 0", "approve longer --digest " + digest);
        assertThat(place.as("bob", "approve", "longer", "--digest", digest, "--comment", "Good")
                        .out())
                .contains("longer has 1 approval and is approved", "Next: noteworthy draft publish longer");
        Shell.Said published = place.as("eve", "publish", "longer", "--reason", "Agreed", "--in-force-from", EDITION);
        assertThat(published.out()).startsWith("longer is published as 2020-03-25\nNext: noteworthy audit changes");
        assertThat(place.rule()).isEqualTo(text);
        assertThat(checked(note)).doesNotContain("status-brief");

        String changes = changes();
        assertThat(changes)
                .contains("by           eve (not verified)", "reason       Agreed", "approved by  bob (not verified)");
        String from = changes.replaceAll("(?s).* from +(sha256:[0-9a-f]{64}).*", "$1");
        Shell.Said back = place.as("eve", "rollback", EDITION, "--to", from, "--reason", "It was wrong");
        assertThat(back.status()).isEqualTo(Exit.FINE);
        assertThat(place.rule()).isEqualTo(before);
        assertThat(checked(note)).contains("status-brief");
        assertThat(changes()).contains("Policy change 2: 2020-03-25 rolled-back", "reason       It was wrong");
        assertThat(place.as("ann", "list", "--state", "published").out()).contains("longer", "rollback-2020-03-25-1");
    }

    /** Deletes the fixtures that a longer status is to break no rule under. */
    private void forgetFailing(String draft) throws IOException {
        try (var files = Files.walk(folder.resolve("test-fixtures/rules/status-brief"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = "fixtures/" + folder.resolve("test-fixtures").relativize(file);
                assertThat(place.as("ann", "edit", draft, path, "--delete").status())
                        .isEqualTo(Exit.FINE);
            }
        }
    }

    private String checked(Path note) {
        return Shell.run("check", "--rules", place.rules().toString(), "--playbook", EDITION, note.toString())
                .out();
    }

    private String changes() {
        return Shell.run(
                        "audit",
                        "changes",
                        "--database",
                        folder.resolve("audit").toString())
                .out();
    }

    @Test
    void whatLintRefusesIsTold() throws IOException {
        place.reworded("broken");
        Path rule = place.file("broken.drl", place.rule().replace("status.length", "status.lenght"));
        place.as("ann", "edit", "broken", "status-brief.drl", rule.toString());
        Shell.Said lint = place.as("ann", "lint", "broken");
        assertThat(lint.status()).isEqualTo(Exit.FOUND);
        assertThat(lint.out()).contains("2020-03-25/status-brief.drl:", "lenght");
        assertThat(place.as("ann", "check", "broken").status()).isEqualTo(Exit.FOUND);
    }

    @Test
    void namesAndPathsThatLeadElsewhereAreRefused() throws IOException {
        place.reworded("mine");
        Path file = place.file("any.txt", "anything");
        for (String name : new String[] {"../mine", "/etc", "mine/..", "MINE", "con", "a\u001b[31m", ""}) {
            assertThat(place.as("ann", "new", name, "--from", EDITION).status())
                    .as(name)
                    .isEqualTo(Exit.UNUSABLE);
            assertThat(place.as("ann", "show", name).status()).as(name).isEqualTo(Exit.UNUSABLE);
        }
        for (String path : new String[] {
            "../new.drl", "tables/../../x.csv", "/etc/passwd", "fixtures/rules/../../x.md", "nul.drl", "a\\b.drl"
        }) {
            Shell.Said said = place.as("ann", "edit", "mine", path, file.toString());
            assertThat(said.status()).as(path).isEqualTo(Exit.UNUSABLE);
            assertThat(said.side()).as(path).contains("A draft has playbook.yaml");
        }
        assertThat(place.as("ann", "rows", "mine", "../playbook").status()).isEqualTo(Exit.UNUSABLE);
        assertThat(place.as("ann", "new", "other", "--from", "../rules/2020-03-25")
                        .side())
                .contains("There is no edition");
        assertThat(place.shown("mine").path("history")).hasSize(1);
    }

    @Test
    void nobodyApprovesTheirOwnDraftOrOneThatHasChanged() throws IOException {
        place.reworded("mine");
        place.as("ann", "submit", "mine", "--reason", "why");
        String digest = place.digest("mine");
        assertThat(place.as("ann", "approve", "mine", "--digest", digest).side())
                .contains("two people are needed");
        place.as("ann", "edit", "mine", "guidance.md", "--delete");
        place.as("ann", "submit", "mine", "--reason", "why");
        assertThat(place.as("bob", "approve", "mine", "--digest", digest).side())
                .contains("is not as you have seen it: its digest is " + place.digest("mine"));
        assertThat(place.as("eve", "publish", "mine", "--reason", "why").status())
                .isEqualTo(Exit.UNUSABLE);
        assertThat(place.rule()).doesNotContain("reworded");
    }

    @Test
    void anApprovalCountsUntilAByteIsChanged() throws IOException {
        place.reworded("mine");
        place.as("ann", "submit", "mine", "--reason", "why");
        place.as("bob", "approve", "mine", "--digest", place.digest("mine"), "--comment", "fine");
        place.as("ann", "edit", "mine", "guidance.md", "--delete");
        assertThat(place.as("ann", "show", "mine").out())
                .contains("Draft mine: editing", "void       bob (not verified)", "missing    a submission");
    }

    @Test
    void whoeverSavesByAHashThatIsOldIsShownBoth() throws IOException {
        place.reworded("mine");
        String old = place.shown("mine").path("base").path("digest").asText();
        assertThat(old).startsWith("sha256:");
        String read = hash("mine");
        place.as(
                "bob",
                "edit",
                "mine",
                "status-brief.drl",
                place.file("bob.drl", "// bob\n" + place.rule()).toString());
        Shell.Said late = place.as(
                "ann",
                "edit",
                "mine",
                "status-brief.drl",
                "--expect",
                read,
                place.file("ann.drl", "// ann\n").toString());
        assertThat(late.status()).isEqualTo(Exit.UNUSABLE);
        assertThat(late.side()).contains("is not as you have read it: bob changed it");
        assertThat(late.side()).contains("<<<<<<< your save", "// ann", "// bob");
    }

    private String hash(String draft) {
        for (var file : place.shown(draft).path("files")) {
            if (file.path("path").asText().equals("status-brief.drl")) {
                return file.path("digest").asText();
            }
        }
        return "";
    }

    @Test
    void aRowThatIsMeantByItsOldHashIsLeftAlone() throws IOException {
        place.reworded("mine");
        Shell.Said said = place.as("ann", "row", "mine", "statuses", "delete", "2", "--expect", "0123456789abcdef");
        assertThat(said.status()).isEqualTo(Exit.UNUSABLE);
        assertThat(place.as("ann", "row", "mine", "statuses", "change", "99", "label=x")
                        .side())
                .contains("a number from 1 to ");
        assertThat(place.as("ann", "row", "mine", "statuses", "change", "1", "lable=x")
                        .side())
                .contains("label");
        assertThat(place.as("ann", "row", "mine", "statuses", "chnge", "1", "label=x")
                        .side())
                .contains("Maybe you mean change.");
        assertThat(place.shown("mine").path("history")).hasSize(1);
        assertThat(place.as("ann", "row", "mine", "statuses", "move", "1", "--before", "3")
                        .out())
                .contains("row 1 was status=on-track", "row 2 is status=on-track");
        assertThat(place.as(
                                "ann",
                                "row",
                                "mine",
                                "statuses",
                                "add",
                                "--before",
                                "1",
                                "status=paused",
                                "language=en",
                                "label=Parked")
                        .out())
                .isEqualTo("row 1 is status=paused, language=en, label=Parked\n");
    }

    @Test
    void aNameThatIsNearlyOneIsTold() throws IOException {
        place.reworded("clearer-words");
        assertThat(place.as("ann", "show", "clearer-word").side())
                .isEqualTo("noteworthy: There is no draft of that name. Maybe you mean clearer-words.\n");
        assertThat(place.as("ann", "list", "--state", "editng").side()).contains("Maybe you mean editing.");
    }

    @Test
    void anEditorSavesWhatItEndsWellWith() throws IOException {
        place.reworded("mine");
        String saves = "printf '// by hand\\n' >>";
        assertThat(place.as("ann", "edit", "mine", "guidance.md", "--editor", saves)
                        .out())
                .startsWith("saved guidance.md");
        assertThat(place.as("ann", "diff", "mine").out()).contains("+// by hand");

        Shell.Said same = place.as("ann", "edit", "mine", "guidance.md", "--editor", "true");
        assertThat(same.status()).isEqualTo(Exit.FINE);
        assertThat(same.side()).contains("nothing was changed");
        assertThat(place.shown("mine").path("history")).hasSize(2);
    }

    @Test
    void anEditorThatFailsSavesNothing() throws IOException {
        place.reworded("mine");
        Path script = place.file("fails.sh", "echo half >> \"$1\"; exit 3\n");
        Shell.Said failed = place.as("ann", "edit", "mine", "guidance.md", "--editor", "sh " + script);
        assertThat(failed.status()).isEqualTo(Exit.UNUSABLE);
        assertThat(failed.side()).contains("ended with 3, so nothing was saved. What you wrote is in ");
        Path kept = Path.of(failed.side().replaceAll("(?s).*What you wrote is in (.*)\\.\n", "$1"));
        assertThat(kept).content().endsWith("half\n");
        Files.delete(kept);
        Files.delete(kept.getParent());

        assertThat(place.as("ann", "edit", "mine", "guidance.md", "--editor", "no-such-editor-at-all")
                        .status())
                .isEqualTo(Exit.UNUSABLE);
        assertThat(place.shown("mine").path("history")).hasSize(1);
    }

    @Test
    void aBaseThatWasChangedByHandIsShownAndTakenOver() throws IOException {
        place.reworded("mine");
        Path rule = place.rules().resolve(EDITION).resolve("status-brief.drl");
        Files.writeString(rule, place.rule() + "// by hand\n");
        assertThat(place.as("ann", "show", "mine").out())
                .contains("base       has changed since: status-brief.drl", "Next: noteworthy draft rebase mine");
        assertThat(place.as("ann", "rebase", "mine").out()).startsWith("mine is on its base as that is now");
        Files.writeString(rule, "// theirs\n" + place.rule());
        Shell.Said both = place.as("ann", "rebase", "mine");
        assertThat(both.status()).isEqualTo(Exit.FOUND);
        assertThat(both.out()).contains("<<<<<<< this draft", "// reworded", "// theirs");
        assertThat(place.as("ann", "rebase", "mine", "--keep-mine").status()).isEqualTo(Exit.FINE);
        assertThat(place.rule()).startsWith("// theirs");
    }

    @Test
    void theNextCommandNamesThePlaceAsItWasTyped() throws IOException {
        assertThat(place.as("ann", "new", "mine", "--from", EDITION).out())
                .contains("Next: noteworthy draft edit mine FILE --drafts " + folder.resolve("drafts") + " --rules "
                        + place.rules());
    }

    @Test
    void aReviewThatIsSetWrongIsToldByItsVariable() {
        System.setProperty(APPROVALS, "two");
        assertThat(place.as("ann", "list").side())
                .contains("NOTEWORTHY_REVIEW_APPROVALS takes a number, such as 1, not \"two\".");
    }
}
