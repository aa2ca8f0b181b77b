package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.COMBOBOX;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static com.microsoft.playwright.options.AriaRole.TAB;
import static com.microsoft.playwright.options.AriaRole.TEXTBOX;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.noteworthy.access.Role;

/** The ways of a note writer and of an auditor, without a mouse. */
class NotesByKeyboardIT {
    private static final String BAD =
            "[EXOL] Mailbox workshop\nSTATUS: On trakc\nSUMMARY: Met.\nNEXT ACTION: Call on May 14, 2020.";

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
    void aNoteIsMendedUnderstoodAndTheNextBegunWithATemplate() {
        try (Visitor visitor = browser.visitor()) {
            Keyboard writer = policy.signedIn(visitor, "/", "wendy", Role.READER);
            Page page = writer.page();
            Locator text = page.locator("nw-note-editor .cm-content");
            writer.enter(BUTTON, "Start with an empty note");
            assertThat(page.locator(".tour")).hasCount(0);
            writer.type(COMBOBOX, "Role", "FE");
            writer.to(TEXTBOX, "Note");
            writer.type(BAD);
            assertThat(page.locator(".result.error")).isVisible();
            writer.enter(BUTTON, "Fix this");
            assertThat(text).containsText("[EXO] Mailbox");
            writer.to(BUTTON, Pattern.compile("^Fix all safe ones"));
            writer.press("Enter");
            assertThat(page.locator(".result.good")).isVisible();
            assertThat(text).containsText("STATUS: On track");

            writer.backTo(TAB, "Findings");
            writer.press("ArrowRight");
            assertThat(page.locator(".reading .part").first()).isVisible();
            writer.press("ArrowRight");
            writer.to(page.locator(".outcome > summary").last());
            writer.press("Enter");
            Locator rule =
                    page.locator(".outcome li").filter(new Locator.FilterOptions().setHasText("executive-summary"));
            writer.enter(rule.locator("summary"));
            assertThat(rule).containsText("It binds FTA; the note is of FE.");

            writer.backTo(BUTTON, "Start from a template");
            writer.press("Enter");
            writer.type(COMBOBOX, "Role", "SME");
            writer.enter(BUTTON, "Use template");
            assertThat(text).containsText("STATUS: …");
            writer.type("EXO");
            writer.enter(BUTTON, "Next place");
            writer.type("On track");
            writer.to(page.locator(".places select").last());
            writer.type("none");
            assertThat(text).containsText("CONCERNS: none");
            assertThat(page.locator(".finding").filter(new Locator.FilterOptions().setHasText("status-allowed")))
                    .hasCount(0);
            writer.backTo(BUTTON, "Close this list");
            writer.press("Enter");
            assertThat(page.locator(".places h2")).hasCount(0);
            writer.backTo(TEXTBOX, "Note");
        }
    }

    @Test
    void aFindingIsFollowedToItsRuleTakenOutAndReplayed() throws IOException {
        try (Visitor visitor = browser.visitor()) {
            Keyboard ida = policy.signedIn(visitor, "/audit", "ida", Role.AUDITOR);
            Page page = ida.page();
            ida.enter(LINK, "status-allowed");
            assertThat(page.locator(".count")).hasText(Pattern.compile("^[1-9]\\d* of \\d+ decisions"));
            Download csv = page.waitForDownload(() -> ida.enter(LINK, "CSV"));
            assertThat(Files.readString(csv.path())).contains("status-allowed", "key:" + KeyedPolicy.RECORDER);

            ida.enter(page.locator(".decisions th a").first());
            assertThat(page.locator(".note-text mark.error").first()).containsText("Completed");
            Locator rule = page.locator("nw-audit-rule").first();
            ida.enter(rule.locator("summary"));
            assertThat(rule.locator(".code")).containsText("!status.allowed");
            ida.backTo(LINK, "← Back to the list");
            ida.press("Enter");
            assertThat(page.locator(".decisions th a").first()).isVisible();
            ida.backTo(LINK, "Clear all");
            ida.press("Enter");
            assertThat(page.locator("select[name=rule]")).hasValue("");

            ida.enter(LINK, "Replay");
            ida.type(COMBOBOX, "Judge by", "2019-09-27");
            ida.enter(BUTTON, "Start replay");
            assertThat(page.locator(".matrix tbody tr").first()).isVisible();
            ida.enter(page.locator(".matrix .examples a").first());
            assertThat(page.locator(".note-text")).isVisible();

            ida.enter(LINK, "Proof");
            ida.enter(BUTTON, "Verify now");
            assertThat(page.locator(".outcome-of .result.good")).hasText("Everything is as it was recorded.");
            ida.holdsPlace();
        }
    }
}
