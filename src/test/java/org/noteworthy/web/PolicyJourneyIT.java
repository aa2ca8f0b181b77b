package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.access.KeyFile;
import org.noteworthy.access.Role;
import org.noteworthy.api.RunningService;
import org.noteworthy.cli.Folders;

/** The life of a change where callers are known by keys: one writes it, another approves and publishes, a third audits. */
class PolicyJourneyIT {
    private static final String EDITION = "2020-05-12";
    private static final String NOTE = """
            [EXO]
            STATUS: Completed
            SUMMARY: Met the customer.
            NEXT ACTION: Call back on 2020-06-05.
            CONCERNS: None""";

    private static final String RECORDED = """
            async text => {
              const { csrf } = await (await fetch("/v1/session")).json();
              const body = JSON.stringify({ text, role: "FE", writtenOn: "2020-06-01" });
              const headers = { "Content-Type": "application/json", "Noteworthy-CSRF": csrf };
              return (await fetch("/v1/check", { method: "POST", body, headers })).status;
            }""";

    @TempDir
    static Path folder;

    private static KeyFile keys = new KeyFile(Path.of(""));
    private static RunningService service;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        Path rules = folder.resolve("policy/rules");
        Folders.copy(Path.of("rules"), rules);
        Path fixture = folder.resolve("policy/test-fixtures/rules/status-allowed/passes-completed.md");
        Files.createDirectories(fixture.getParent());
        Files.writeString(fixture, "---\nrole: FE\nwrittenOn: 2020-06-01\nexpect: []\n---\n" + NOTE + "\n");
        keys = new KeyFile(folder.resolve("keys.json"));
        keys.make("nobody", EnumSet.of(Role.READER), null, Instant.now());
        service = RunningService.over(
                rules, "noteworthy.access=keys", "noteworthy.access.keys=" + folder.resolve("keys.json"));
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
        service.close();
    }

    /** Somebody new with these roles, signed in on a page. */
    private static Page signIn(Visitor visitor, String name, String path, Role first, Role... more) {
        KeyFile.Made key = keys.make(name, EnumSet.of(first, more), null, Instant.now());
        Page page = visitor.signIn(service.uri(path), key.secret().text());
        assertThat(page.locator(".who-menu > summary")).hasText(name);
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator text(Page page) {
        return page.locator("nw-note-editor .cm-content");
    }

    @Test
    void aStatusIsWrittenByOneApprovedByAnotherCheckedAuditedAndRolledBack() {
        try (Visitor writer = browser.visitor();
                Visitor owner = browser.visitor();
                Visitor board = browser.visitor();
                Visitor auditor = browser.visitor()) {
            Page note = signIn(writer, "wendy", "/", Role.READER);
            note.locator(".tour button").last().click();
            note.locator("input[name=role]").fill("FE");
            note.locator("input[name=writtenOn]").fill("2020-06-01");
            text(note).fill(NOTE);
            assertThat(note.locator(".finding").first()).containsText("status-allowed");

            // The gate by share of notes wants to see some that were judged.
            assertThat((int) note.evaluate(RECORDED, NOTE)).isEqualTo(200);

            Page draft = signIn(owner, "ann", "/drafts", Role.AUTHOR);
            String address = written(draft);
            draft.keyboard().type("Writers have no word for the end");
            button(draft, "Submit").click();
            assertThat(draft.locator(".life")).containsText("Approvals: 0 of 1");
            assertThat(button(draft, "Approve …")).hasCount(0);

            Page review = signIn(board, "bob", "/drafts", Role.APPROVER, Role.PUBLISHER);
            review.navigate(address);
            button(review, "Approve …").click();
            button(review, "Approve").click();
            button(review, "Publish …").click();
            button(review, "Publish").click();
            assertThat(review.locator("dialog[open]")).hasCount(0);
            assertThat(review.locator(".life")).containsText("published by bob");

            // The page of the writer follows, and judges the note by what is in force now.
            assertThat(note.locator(".result.good")).isVisible();
            note.navigate(service.uri("/playbook?edition=" + EDITION).toString());
            assertThat(note.locator("nw-playbook")).containsText(EDITION);

            audited(auditor);

            button(review, "Roll back …").click();
            review.keyboard().type("It was wrong");
            button(review, "Roll back").click();
            assertThat(review).hasURL(Pattern.compile("draft=rollback-"));
        }
    }

    /** The draft with its new status and what that changes; its address. */
    private static String written(Page page) {
        button(page, "New draft").click();
        page.keyboard().type("A status for what is done");
        button(page, "Create the draft").click();
        assertThat(page.locator("nw-draft-effect")).containsText("passes-completed.md");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(Pattern.compile("^statuses\\.csv")))
                .click();
        button(page, "Add row").click();
        for (String cell : List.of("completed", "en", "Completed")) {
            page.keyboard().type(cell);
            page.keyboard().press(cell.equals("Completed") ? "Enter" : "Tab");
        }
        assertThat(page.locator(".table-foot")).containsText("All changes are saved.");
        assertThat(page.locator("nw-draft-effect")).containsText("1 of 1 recorded notes change");
        assertThat(page.locator("nw-draft-effect")).containsText("status-allowed");
        assertThat(page.locator("nw-draft-effect")).not().containsText("passes-completed.md");
        String address = page.url();
        button(page, "Submit …").click();
        return address;
    }

    /** An auditor sees who changed what. */
    private static void audited(Visitor visitor) {
        Page page = signIn(visitor, "ida", "/audit?view=changes", Role.AUDITOR);
        assertThat(page.locator("nw-audit")).containsText("Approved by bob");
        assertThat(page.locator("nw-audit")).containsText("Writers have no word for the end");
        visitor.seesNothingThatShutsOut();
    }
}
