package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is typed into a draft while it cannot be saved, or is being saved, and the bytes of a file that nobody has touched. */
class UnsavedWorkIT {
    private static final String FILE = "guidance.md";
    private static final String NOTE = "fixtures/notes/strange.md";
    private static final String SAVED = "All changes are saved.";

    private static DraftedPolicy policy;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        policy = new DraftedPolicy();
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
        policy.close();
    }

    private static Page open(Visitor visitor, String draft, String file) {
        return visitor.open(policy.service().uri("/drafts?draft=" + draft + "&file=" + file));
    }

    private static Locator text(Page page) {
        return page.locator(".file-text");
    }

    private static Locator foot(Page page) {
        return page.locator(".table-foot");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    /** Types at the end of the text. */
    private static void type(Page page, String typed) {
        text(page).focus();
        page.keyboard().press("Control+End");
        page.keyboard().type(typed);
    }

    /** Does something that is saved, and waits until all of it is. */
    private static void saves(Page page, Runnable does) {
        page.waitForResponse(answer -> answer.request().method().equals("PUT"), does);
        assertThat(foot(page)).containsText(SAVED);
    }

    private static void holdSaves(Visitor visitor, String method) {
        visitor.context().route("**/v1/drafts/*/*/**", route -> {
            if (route.request().method().equals(method)) {
                route.abort();
            } else {
                route.resume();
            }
        });
    }

    private static void letSaves(Visitor visitor) {
        visitor.context().unroute("**/v1/drafts/*/*/**");
    }

    @Test
    void isSavedOneSaveAfterTheOther() {
        try (Visitor visitor = browser.visitor().forgiving()) {
            String draft = policy.draft("One by one");
            String before = policy.file(draft, FILE);
            List<Route> held = new ArrayList<>();
            visitor.context().route("**/files/" + FILE, route -> {
                if (route.request().method().equals("PUT") && held.isEmpty()) {
                    held.add(route);
                } else {
                    route.resume();
                }
            });
            visitor.page().clock().install();
            Page page = open(visitor, draft, FILE);
            assertThat(text(page)).isEditable();
            page.waitForRequest(request -> request.method().equals("PUT"), () -> {
                type(page, "One.");
                page.clock().runFor(1_000);
            });
            page.waitForCondition(() -> !held.isEmpty());
            page.keyboard().type("Two.");
            page.clock().runFor(2_000);
            held.get(0).resume();
            page.clock().runFor(2_000);
            assertThat(foot(page)).containsText(SAVED);
            assertThat(page.locator(".conflicts")).hasCount(0);
            assertThat(policy.file(draft, FILE)).isEqualTo(before + "One.Two.");
        }
    }

    @Test
    void isGivenUpWhereTheServiceRefusesIt() {
        try (Visitor visitor = browser.visitor().forgiving()) {
            String draft = policy.draft("Refused text");
            visitor.context().route("**/files/" + FILE, route -> {
                if (route.request().method().equals("PUT")) {
                    route.fulfill(new FulfillOptions()
                            .setStatus(422)
                            .setContentType("application/problem+json")
                            .setBody("{\"detail\":\"Nobody may say that.\"}"));
                } else {
                    route.resume();
                }
            });
            Page page = open(visitor, draft, FILE);
            assertThat(text(page)).isEditable();
            String before = text(page).inputValue();
            type(page, "Never.");
            assertThat(foot(page)).containsText("Nobody may say that.");
            visitor.seesNothingThatShutsOut();
            button(page, "Try again").click();
            assertThat(foot(page)).containsText("Nobody may say that.");
            button(page, "Discard unsaved changes").click();
            assertThat(foot(page)).containsText(SAVED);
            assertThat(text(page)).hasValue(before);
            page.reload();
            assertThat(text(page)).hasValue(before);
        }
    }

    @Test
    void isNotShownInAFileThatWasHandedInWithoutIt() {
        try (Visitor visitor = browser.visitor().forgiving()) {
            String draft = policy.draft("Handed in");
            policy.change(draft, 5, "label", "Submitted");
            Page page = open(visitor, draft, FILE);
            assertThat(text(page)).isEditable();
            String before = text(page).inputValue();
            holdSaves(visitor, "PUT");
            type(page, "Later.");
            assertThat(foot(page)).containsText("The service does not answer");
            policy.submit(draft);
            assertThat(text(page)).not().isEditable();
            assertThat(text(page)).hasValue(before);
            assertThat(foot(page)).containsText("is kept in this browser until");
            letSaves(visitor);
            page.reload();
            assertThat(text(page)).hasValue(before);
            assertThat(foot(page)).containsText("is kept in this browser until");
            policy.withdraw(draft);
            assertThat(text(page)).hasValue(before + "Later.");
            assertThat(foot(page)).containsText(SAVED);
            assertThat(policy.file(draft, FILE)).endsWith("Later.");
        }
    }

    @Test
    void isNotShownInATableThatWasHandedInWithoutIt() {
        try (Visitor visitor = browser.visitor().forgiving()) {
            String draft = policy.draft("Handed in table");
            policy.change(draft, 5, "label", "Submitted");
            TablePage table = new TablePage(visitor, policy, draft);
            holdSaves(visitor, "PATCH");
            table.press("ArrowRight", "ArrowRight");
            table.type("Later");
            table.says("The service does not answer");
            policy.submit(draft);
            assertThat(table.cell(1, 3)).hasText("On track");
            table.says("is kept in this browser until");
            letSaves(visitor);
            table.page().reload();
            assertThat(table.cell(1, 3)).hasText("On track");
            table.says("is kept in this browser until");
            policy.withdraw(draft);
            assertThat(table.cell(1, 3)).hasText("Later");
            table.isSaved();
            assertThat(policy.row(draft, 1)).contains("Later");
        }
    }

    @Test
    void isSaidNotToBeKeptByABrowserThatKeepsNothing() {
        try (Visitor visitor = browser.visitor().forgiving()) {
            visitor.context().addInitScript("Storage.prototype.setItem = () => { throw new Error('full'); };");
            String draft = policy.draft("Full");
            Page page = open(visitor, draft, FILE);
            assertThat(text(page)).isEditable();
            holdSaves(visitor, "PUT");
            type(page, "Here alone.");
            assertThat(foot(page)).containsText("this browser does not keep it");
            letSaves(visitor);
            assertThat(foot(page)).hasText(SAVED);
            assertThat(policy.file(draft, FILE)).endsWith("Here alone.");
            TablePage table = new TablePage(visitor, policy, draft);
            holdSaves(visitor, "PATCH");
            table.press("ArrowRight", "ArrowRight");
            table.type("Here alone");
            table.says("this browser does not keep it");
        }
    }

    @Test
    void leavesTheMarkAndTheLineEndsOfAFileAsTheyAre() {
        try (Visitor visitor = browser.visitor()) {
            String draft = policy.draft("Bytes of a text");
            policy.write(draft, NOTE, "\ufeffone\r\ntwo\nthree\r\n");
            Page page = open(visitor, draft, NOTE);
            assertThat(text(page)).hasValue("one\ntwo\nthree\n");
            text(page).focus();
            page.keyboard().press("Control+Home");
            page.keyboard().press("End");
            saves(page, () -> page.keyboard().type("!"));
            assertThat(policy.file(draft, NOTE)).isEqualTo("\ufeffone!\r\ntwo\nthree\r\n");
            saves(page, () -> {
                page.keyboard().press("Enter");
                page.keyboard().type("more");
            });
            assertThat(policy.file(draft, NOTE)).isEqualTo("\ufeffone!\r\nmore\r\ntwo\nthree\r\n");
        }
    }

    @Test
    void leavesTheLineEndsOfARuleAsTheyAre() {
        try (Visitor visitor = browser.visitor().forgiving()) {
            String draft = policy.draft("Bytes of a rule");
            String rule = "// One.\r\n// Two.\nrule \"strange-ends\"\r\n";
            policy.write(draft, "strange-ends.drl", rule);
            Page page = open(visitor, draft, "strange-ends.drl&line=1");
            Locator code = page.locator("nw-rule-code .cm-content");
            assertThat(code).containsText("// One.");
            code.click();
            page.keyboard().press("Control+Home");
            page.keyboard().press("End");
            saves(page, () -> page.keyboard().type("!"));
            assertThat(policy.file(draft, "strange-ends.drl")).isEqualTo(rule.replace("One.", "One.!"));
        }
    }

    @Test
    void copiesAFileOfTheEditionByteForByte() {
        try (Visitor visitor = browser.visitor().forgiving()) {
            String draft = policy.draft("Bytes of a copy");
            byte[] bytes = "\ufeff// strange\r\n".getBytes(StandardCharsets.UTF_8);
            visitor.context()
                    .route(
                            "**/v1/playbooks/*/files/status-brief.drl",
                            route -> route.fulfill(new FulfillOptions()
                                    .setHeaders(Map.of("Content-Type", "text/plain;charset=UTF-8"))
                                    .setBodyBytes(bytes)));
            Page page = open(visitor, draft, "status-brief.drl");
            button(page, "Change it in this draft").click();
            assertThat(page.locator("nw-rule-editor")).isVisible();
            assertThat(policy.file(draft, "status-brief.drl").getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(bytes);
        }
    }
}
