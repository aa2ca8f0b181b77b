package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.COMBOBOX;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static com.microsoft.playwright.options.AriaRole.TAB;
import static com.microsoft.playwright.options.AriaRole.TEXTBOX;
import static org.noteworthy.web.KeyedPolicy.COMPLETED;
import static org.noteworthy.web.KeyedPolicy.EDITION;
import static org.noteworthy.web.KeyedPolicy.WORDY;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.noteworthy.access.Role;

/** The way of those who change the policy, without a mouse: from a new status and a new rule into force, and back. */
class PolicyByKeyboardIT {
    private static KeyedPolicy policy;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        policy = new KeyedPolicy();
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
        policy.close();
    }

    @Test
    void aStatusAndARuleAreWrittenApprovedByAnotherPublishedCheckedAndRolledBack() {
        try (Visitor author = browser.visitor();
                Visitor board = browser.visitor();
                Visitor visitor = browser.visitor()) {
            Keyboard ann = policy.signedIn(author, "/drafts", "ann", Role.AUTHOR);
            String address = begun(ann);
            addStatus(ann);
            addRule(ann);
            Locator effect = ann.page().locator("nw-draft-effect");
            assertThat(effect).containsText("2 of 3 recorded notes change");
            assertThat(effect).not().containsText("passes-completed.md");
            assertThat(effect).containsText("status-short");
            ann.enter(BUTTON, "Submit …");
            ann.type("Writers have no word for the end");
            ann.enter(BUTTON, "Submit");
            assertThat(ann.page().locator(".life")).containsText("Approvals: 0 of 1");
            ann.enter(LINK, "Review");

            Keyboard bob = policy.signedIn(board, address, "bob", Role.APPROVER, Role.PUBLISHER);
            published(bob);

            Keyboard wendy = policy.signedIn(visitor, "/", "walter", Role.READER);
            judged(wendy);

            rolledBack(bob);
        }
    }

    @Test
    void aRowThatIsDiscardedHandsItsPlaceOnAndADialogGivesItBack() {
        try (Visitor visitor = browser.visitor()) {
            Keyboard ann = policy.signedIn(visitor, "/drafts", "anna", Role.AUTHOR);
            Page page = ann.page();
            for (String title : List.of("One", "Two")) {
                ann.enter(BUTTON, "New draft");
                ann.type(title);
                ann.enter(BUTTON, "Create the draft");
                ann.enter(LINK, "← All drafts");
                assertThat(page.locator(".drafts-table")).containsText(title);
            }
            ann.enter(BUTTON, "Discard one");
            ann.press("Escape");
            assertThat(page.getByRole(BUTTON, new Page.GetByRoleOptions().setName("Discard one")))
                    .isFocused();
            ann.press("Enter");
            ann.enter(BUTTON, "Discard");
            assertThat(page.locator(".drafts-table")).not().containsText("One");
            ann.holdsPlace();
        }
    }

    /** A new draft; its address. */
    private static String begun(Keyboard ann) {
        ann.enter(BUTTON, "New draft");
        ann.type("A status for what is done");
        ann.enter(BUTTON, "Create the draft");
        assertThat(ann.page().locator("nw-draft-effect")).containsText("passes-completed.md");
        return ann.page().url().replaceFirst("^http://[^/]+", "");
    }

    private static void addStatus(Keyboard ann) {
        Page page = ann.page();
        ann.to(LINK, Pattern.compile("^statuses\\.csv"));
        ann.press("Enter");
        ann.enter(BUTTON, "Add row");
        ann.type("completed");
        ann.press("Tab");
        ann.type("en");
        ann.press("Tab");
        ann.type("Completed");
        ann.press("Enter");
        ann.press("Control+d"); // a row too much, which is deleted again
        ann.press("Control+Delete");
        assertThat(page.locator(".table-foot")).containsText("All changes are saved.");
        ann.press("Tab"); // out of the grid
    }

    private static void addRule(Keyboard ann) {
        Page page = ann.page();
        ann.to(BUTTON, "Add a file …");
        ann.press("Enter");
        ann.type("status-short.drl");
        ann.press("Enter");
        assertThat(page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("status-short");
        ann.type(TEXTBOX, "What it requires, and what it allows", "Asks for a short STATUS.");
        ann.type(COMBOBOX, "Severity", "warning");
        ann.type(COMBOBOX, "Clause", "content.status");
        ann.enter(BUTTON, "Add a condition");
        ann.type(COMBOBOX, "Property of condition 1", "status.length");
        ann.type(COMBOBOX, "Comparison of condition 1", "> ");
        ann.type(TEXTBOX, "Value 1 of condition 1", "100");
        ann.enter(BUTTON, "Or … another condition beside 1");
        ann.enter(BUTTON, "Remove condition 1.2");
        ann.to(COMBOBOX, "Where");
        ann.press("Control+a");
        ann.type("$note.status");
        ann.type(TEXTBOX, "Message", "STATUS has {status.length} characters.");
        assertThat(page.locator(".rule-words li")).hasCount(1);
        assertThat(page.locator(".file .table-foot")).containsText("All changes are saved.");
        ann.backTo(TAB, "Form");
        ann.press("ArrowRight");
        assertThat(page.locator("nw-rule-code .cm-content")).containsText("status.length > 100");
    }

    private static void published(Keyboard bob) {
        Page page = bob.page();
        bob.enter(BUTTON, "Approve …");
        bob.enter(page.locator("dialog summary"));
        assertThat(page.locator("dialog .difference").first()).isVisible();
        bob.to(BUTTON, "Approve");
        bob.press("Enter");
        assertThat(page.locator(".life")).containsText("Next: publish it");
        bob.enter(BUTTON, "Publish …");
        bob.enter(BUTTON, "Publish");
        assertThat(page.locator(".life")).containsText("In force as " + EDITION + ", published by bob");
    }

    private static void judged(Keyboard writer) {
        Page page = writer.page();
        page.waitForFunction(
                "edition => fetch(`/v1/playbooks/${edition}/rules/status-short`).then(answer => answer.ok)", EDITION);
        writer.enter(BUTTON, "Start with an empty note");
        writer.type(COMBOBOX, "Role", "FE");
        writer.to(TEXTBOX, "Note");
        writer.type(WORDY);
        assertThat(page.locator(".finding").first()).containsText("status-short");
        writer.press("Control+a");
        writer.type(COMPLETED);
        assertThat(page.locator(".result.good")).isVisible();
        writer.holdsPlace();
    }

    private static void rolledBack(Keyboard bob) {
        Page page = bob.page();
        bob.enter(BUTTON, "Roll back …");
        bob.type("It was wrong");
        bob.enter(BUTTON, "Roll back");
        assertThat(page).hasURL(Pattern.compile("draft=rollback-"));
        assertThat(page.locator(".life")).containsText("It was wrong");
        bob.enter(LINK, "← All drafts");
        assertThat(page.locator(".drafts-table")).isVisible();
        bob.holdsPlace();
    }
}
