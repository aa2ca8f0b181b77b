package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From a wish to a policy in force, on the page, where everybody may do everything. */
class DraftsPageIT {
    private static final int MOST_CLICKS = 12;
    private static final String NOTE = "[EXO] STATUS: Completed SUMMARY: Met. NEXT ACTION: Call back on 2020-06-01.";

    private static DraftedPolicy policy;
    private static Browser browser;
    private int clicks;

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

    private void click(Locator target) {
        clicks++;
        target.click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(Pattern.compile("^" + name.replace(".", "\\."))));
    }

    @Test
    void takesAStatusFromAWishIntoForceAndBack() {
        assertThat(judged()).contains("status-allowed");
        try (Visitor visitor = browser.visitor()) {
            Page page = visitor.open(policy.service().uri("/drafts"));
            click(button(page, "New draft"));
            page.keyboard().type("A status for what is done");
            click(button(page, "Create the draft"));
            click(link(page, "statuses.csv"));
            click(button(page, "Add row"));
            for (String text : new String[] {"completed", "en", "Completed"}) {
                page.keyboard().type(text);
                page.keyboard().press(text.equals("Completed") ? "Enter" : "Tab");
            }
            assertThat(page.locator(".table-foot")).containsText("All changes are saved.");
            assertThat(page.locator("nw-draft-effect"))
                    .containsText(Pattern.compile("1 of \\d+ recorded notes change"));
            assertThat(page.locator("nw-draft-effect")).containsText("status-allowed");
            visitor.takes("drafts-effect");
            click(button(page, "Submit …"));
            page.keyboard().type("Writers have no word for the end");
            click(button(page, "Submit"));
            click(button(page, "Publish …"));
            click(button(page, "Publish"));
            assertThat(page.locator(".life")).containsText("In force as " + DraftedPolicy.EDITION);
            assertThat(clicks).isLessThanOrEqualTo(MOST_CLICKS);
            System.out.println("A status was added and published by " + clicks + " clicks.");
            visitor.seesNothingThatShutsOut();
            button(page, "Roll back …").click();
            page.keyboard().type("It was wrong");
            visitor.seesNothingThatShutsOut();
            button(page, "Roll back").click();
            assertThat(page).hasURL(Pattern.compile("draft=rollback-"));
            assertThat(page.locator(".life")).containsText("It was wrong");
        }
    }

    private static String judged() {
        return policy.post("/v1/check", Map.of("text", NOTE, "writtenOn", "2020-06-01"))
                .body();
    }

    @Test
    void tellsWhatIsRefused() {
        try (Visitor visitor = browser.visitor().forgiving()) {
            String draft = policy.draft("Refused");
            Page page = visitor.open(policy.service().uri("/drafts"));
            button(page, "New draft").click();
            page.getByLabel("What is it about?").fill("Refused");
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(false))
                    .last()
                    .fill(draft);
            button(page, "Create the draft").click();
            assertThat(page.locator("dialog [role=alert]")).containsText(draft);
            visitor.seesNothingThatShutsOut();
        }
    }

    @Test
    void showsThreeTextsWhereTheBaseHasMoved() throws IOException {
        try (Visitor visitor = browser.visitor()) {
            String draft = policy.draft("Moved");
            policy.add(draft, Map.of("status", "completed", "language", "en", "label", "Completed"));
            Page page = visitor.open(policy.service().uri("/drafts?draft=" + draft));
            assertThat(page.locator(".life")).containsText("Next: submit it");
            Path statuses = policy.rules().resolve(DraftedPolicy.EDITION).resolve(DraftedPolicy.STATUSES);
            String before = Files.readString(statuses);
            try {
                Files.writeString(statuses, "finished,en,Finished,,by hand\n", StandardOpenOption.APPEND);
                Locator moved = page.locator(".moved");
                assertThat(moved).containsText(DraftedPolicy.STATUSES);
                button(page, "Update the draft").click();
                assertThat(moved).containsText("finished,en,Finished,,by hand");
                assertThat(moved).containsText("completed,en,Completed,,");
                visitor.seesNothingThatShutsOut();
                moved.getByLabel("Both").check();
                button(page, "Save these choices and update the draft").click();
                assertThat(moved).hasCount(0);
                assertThat(policy.file(draft, DraftedPolicy.STATUSES))
                        .endsWith("finished,en,Finished,,by hand\ncompleted,en,Completed,,\n");
            } finally {
                Files.writeString(statuses, before);
            }
        }
    }

    @Test
    void overwritesNothingThatSomebodySavedSinceTheTextsWereShown() throws IOException {
        try (Visitor visitor = browser.visitor().forgiving()) {
            String draft = policy.draft("Moved twice");
            policy.add(draft, Map.of("status", "completed", "language", "en", "label", "Completed"));
            Page page = visitor.open(policy.service().uri("/drafts?draft=" + draft));
            Path statuses = policy.rules().resolve(DraftedPolicy.EDITION).resolve(DraftedPolicy.STATUSES);
            String before = Files.readString(statuses);
            try {
                Files.writeString(statuses, "finished,en,Finished,,by hand\n", StandardOpenOption.APPEND);
                Locator moved = page.locator(".moved");
                button(page, "Update the draft").click();
                moved.getByLabel("Both").check();
                page.waitForResponse(
                        answer -> answer.url().endsWith("/v1/drafts/" + draft) && answer.status() == 200,
                        () -> policy.addFirst(
                                draft, Map.of("status", "blocked", "language", "en", "label", "Blocked")));
                button(page, "Save these choices and update the draft").click();
                assertThat(moved.getByRole(AriaRole.ALERT)).containsText("has changed once more");
                Files.writeString(statuses, "stopped,en,Stopped,,by hand\n", StandardOpenOption.APPEND);
                moved.getByLabel("Both").check();
                button(page, "Save these choices and update the draft").click();
                assertThat(moved).containsText("stopped,en,Stopped,,by hand");
                moved.getByLabel("Both").check();
                button(page, "Save these choices and update the draft").click();
                assertThat(moved).hasCount(0);
                assertThat(policy.file(draft, DraftedPolicy.STATUSES))
                        .contains("\nblocked,en,Blocked,,\n")
                        .endsWith("""
                                finished,en,Finished,,by hand
                                stopped,en,Stopped,,by hand
                                completed,en,Completed,,
                                """);
            } finally {
                Files.writeString(statuses, before);
            }
        }
    }

    @Test
    void keepsAFileDeletedWhereThatIsChosen() throws IOException {
        try (Visitor visitor = browser.visitor()) {
            String draft = policy.draft("Deleted");
            policy.delete(draft, DraftedPolicy.STATUSES);
            Page page = visitor.open(policy.service().uri("/drafts?draft=" + draft));
            Path statuses = policy.rules().resolve(DraftedPolicy.EDITION).resolve(DraftedPolicy.STATUSES);
            String before = Files.readString(statuses);
            try {
                Files.writeString(statuses, "finished,en,Finished,,by hand\n", StandardOpenOption.APPEND);
                Locator moved = page.locator(".moved");
                button(page, "Update the draft").click();
                assertThat(moved).containsText("(file deleted)");
                visitor.seesNothingThatShutsOut();
                moved.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("This draft"))
                        .check();
                button(page, "Save these choices and update the draft").click();
                assertThat(moved).hasCount(0);
                assertThat(policy.has(draft, DraftedPolicy.STATUSES)).isFalse();
            } finally {
                Files.writeString(statuses, before);
            }
        }
    }

    @Test
    void beginsATableWithTheNamesOfItsColumns() {
        try (Visitor visitor = browser.visitor()) {
            String draft = policy.draft("New table");
            Page page = visitor.open(policy.service().uri("/drafts?draft=" + draft));
            button(page, "Add a file …").click();
            page.keyboard().type("tables/regions.csv");
            page.getByLabel("Names of its columns").fill("region, language, region");
            page.keyboard().press("Enter");
            assertThat(page.locator("dialog [role=alert]")).containsText("Name each column once");
            visitor.seesNothingThatShutsOut();
            page.getByLabel("Names of its columns").fill("region, language, label");
            page.keyboard().press("Enter");
            assertThat(page.locator("[role=grid] thead th"))
                    .hasText(new String[] {"Row", "region", "language", "label"});
            button(page, "Add row").click();
            page.keyboard().type("emea");
            page.keyboard().press("Enter");
            assertThat(page.locator(".table-foot")).containsText("All changes are saved.");
            assertThat(policy.file(draft, "tables/regions.csv")).isEqualTo("region,language,label\nemea,,\n");
        }
    }

    @Test
    void readsTheChangesAgainWhereTheCallHasFailed() {
        try (Visitor visitor = browser.visitor().forgiving()) {
            String draft = policy.draft("Lost call");
            policy.change(draft, 1, "label", "Paused");
            AtomicInteger calls = new AtomicInteger();
            visitor.context().route("**/difference", route -> {
                if (calls.incrementAndGet() == 1) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            Page page = visitor.open(policy.service().uri("/drafts?draft=" + draft + "&view=difference"));
            assertThat(page.locator("pre.difference")).containsText("Paused");
        }
    }

    @Test
    void savesATextAndKeepsWhatWasTyped() {
        try (Visitor visitor = browser.visitor()) {
            String draft = policy.draft("Text");
            Page page = visitor.open(policy.service().uri("/drafts?draft=" + draft + "&file=guidance.md"));
            Locator text = page.locator(".file-text");
            assertThat(text).isEditable();
            assertThat(page).hasTitle(Pattern.compile("^Text · "));
            String before = text.inputValue();
            text.focus();
            page.keyboard().press("Control+End");
            page.keyboard().type("One more line.");
            assertThat(page.locator(".table-foot")).containsText("All changes are saved.");
            assertThat(policy.file(draft, "guidance.md")).isEqualTo(before + "One more line.");
            visitor.seesNothingThatShutsOut();
            link(page, "Changes").click();
            assertThat(page.locator("pre.difference")).containsText("+One more line.");
            visitor.seesNothingThatShutsOut();
            page.goBack();
            assertThat(text).isVisible();
        }
    }

    @Test
    void triesNotesAndHearsWhatIsSaid() {
        try (Visitor visitor = browser.visitor()) {
            String draft = policy.draft("Try");
            policy.add(draft, Map.of("status", "completed", "language", "en", "label", "Completed"));
            Page page = visitor.open(policy.service().uri("/drafts?draft=" + draft + "&view=review"));
            page.getByText("Try it on notes").click();
            page.getByLabel("Notes", new Page.GetByLabelOptions().setExact(true))
                    .fill(NOTE);
            button(page, "Judge with and without the draft").click();
            assertThat(page.locator(".tried .gone")).containsText("status-allowed");
            policy.change(draft, 1, "label", "Under way");
            assertThat(page.locator(".try")).containsText("an earlier state of the draft");
            page.getByLabel("Comment").fill("<b>Fine</b> with me");
            button(page, "Comment").click();
            assertThat(page.locator("blockquote")).hasText("<b>Fine</b> with me");
            visitor.seesNothingThatShutsOut();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void shutsNobodyOut(ColorScheme scheme) {
        String draft = policy.draft("最初の下書き, with a long title that has to be broken somewhere on a small screen");
        policy.change(draft, 1, "label", "Paused");
        String name = scheme.name().toLowerCase(Locale.ROOT);
        for (int width : new int[] {360, 1280, 2560}) {
            try (Visitor visitor = browser.visitor(
                    new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900))) {
                Page page = visitor.open(policy.service().uri("/drafts"));
                assertThat(link(page, "最初の下書き").first()).isVisible();
                looks(visitor, "drafts-list-" + name + "-" + width);
                button(page, "New draft").click();
                looks(visitor, "drafts-new-" + name + "-" + width);
                page.keyboard().press("Escape");
                page.navigate(policy.service()
                        .uri("/drafts?draft=" + draft + "&file=" + DraftedPolicy.STATUSES)
                        .toString());
                assertThat(page.locator("nw-draft-effect .badge.error").first()).isVisible();
                looks(visitor, "drafts-table-" + name + "-" + width);
                link(page, "Changes").click();
                assertThat(page.locator("pre.difference")).isVisible();
                looks(visitor, "drafts-changes-" + name + "-" + width);
                link(page, "Review").click();
                looks(visitor, "drafts-review-" + name + "-" + width);
            }
        }
    }

    private static void looks(Visitor visitor, String name) {
        visitor.seesNothingThatShutsOut();
        assertThat(visitor.page().evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .as("how far %s is wider than the window", name)
                .isEqualTo(0);
        visitor.takes(name);
    }
}
