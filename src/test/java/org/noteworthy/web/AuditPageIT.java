package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.api.RunningService;
import org.noteworthy.cli.Folders;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The page on which auditors ask the audit log. */
class AuditPageIT {
    private static final int NOTES = 120;
    private static final String HOSTILE = "<img src=x onerror=\"document.title='hit'\">";
    private static final List<String> STATUSES = List.of("On track", "Going well", "Paused", "Nobody knows");

    @TempDir
    static Path folder;

    private static RunningService service;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path rules = Folders.copyRules(folder.resolve("rules"));
        Files.writeString(rules.resolve("waivers.csv"), """
                rule,engagement,note,author,justification,owner,from,until
                status-allowed,E-3,,,The portal of the customer says so.,Pat Lee,2020-03-03,2099-12-31
                """);
        service = RunningService.over(rules);
        browser = Browser.start();
        JsonMapper json = new JsonMapper();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < NOTES; i++) {
            ObjectNode note = json.createObjectNode();
            note.put("id", "N-" + i);
            note.put(
                    "text",
                    "[EXO] Call " + i + "\nSTATUS: " + STATUSES.get(i % STATUSES.size())
                            + "\nSUMMARY: Went through the report.\nNEXT ACTION: Call back on April 30, 2020\nCONCERNS: no");
            note.put("writtenOn", "2020-04-" + (10 + i % 20));
            note.put("role", i % 3 == 0 ? "SME" : "FE");
            note.put("author", "k.sato");
            note.put("covidAccelerated", i % 5 == 0); // which an earlier edition asks nothing about
            note.put("engagement", "E-" + i % 7);
            lines.append(note).append('\n');
        }
        ObjectNode hostile = json.createObjectNode();
        hostile.put("id", "N-hostile");
        hostile.put(
                "text", "[EXO] " + HOSTILE + "\nSTATUS: " + HOSTILE + "\nNEXT ACTION: {{7*7}} ${7*7}\nCONCERNS: no");
        hostile.put("author", HOSTILE);
        hostile.put("engagement", HOSTILE);
        hostile.put("role", "FE");
        hostile.put("writtenOn", "2020-04-20");
        lines.append(hostile).append('\n');
        assertThat(HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(service.uri("/v1/check/batch"))
                                        .header("Content-Type", "application/x-ndjson")
                                        .POST(BodyPublishers.ofString(lines.toString()))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        browser.close();
        service.close();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Pattern containing(String part) {
        return Pattern.compile(part); // the browser looks for it anywhere
    }

    @Test
    void aFindingIsFollowedToTheTextOfTheRuleThatJudgedIt() {
        try (Visitor visitor = browser.visitor()) {
            Page page = visitor.open(service.uri("/audit"));
            assertThat(page.locator(".figure.rule canvas")).hasAttribute("aria-label", containing("status-allowed"));
            link(page, "status-allowed").click();
            assertThat(page).hasURL(containing("rule=status-allowed"));
            assertThat(page.locator(".count")).hasText(Pattern.compile("\\d+ of " + (NOTES + 1) + " decisions"));
            assertThat(page.locator("select[name=rule]")).hasValue("status-allowed");
            page.locator("input[name=note]")
                    .locator("xpath=ancestor::details/summary")
                    .click();
            page.locator("input[name=note]").fill("N-1");
            page.keyboard().press("Enter");
            assertThat(page.locator(".count")).hasText("1 of " + (NOTES + 1) + " decisions");
            page.locator(".decisions th a").click();

            assertThat(page.locator(".note-text mark.error").first()).containsText("Going well");
            assertThat(page.locator("nw-audit-rule").first()).containsText("STATUS");
            page.getByText("Text of the rule").first().click();
            assertThat(page.locator(".rule-text .code").first()).isVisible();
            assertThat(page.locator("#d-found ~ p code").first()).containsText("sha256:");
            link(page, "Open on the Check page").click();
            assertThat(page.locator("nw-note-editor .cm-content")).containsText("STATUS: Going well");
            page.goBack();
            assertThat(page.locator(".note-text")).containsText("STATUS: Going well");
            page.goBack();
            assertThat(page.locator(".decisions th a")).hasCount(1);
        }
    }

    @Test
    void anotherEditionIsTriedOnWhatIsAskedFor() {
        try (Visitor visitor = browser.visitor()) {
            Page page = visitor.open(service.uri("/audit?view=replay&verdict=violating"));
            page.locator("select[name=playbook]").selectOption(new SelectOption().setValue("2019-09-27"));
            button(page, "Start replay").press("Enter");
            assertThat(page.locator(".matrix tbody tr").first()).isVisible();
            assertThat(page).hasURL(containing("replay="));
            Locator headings = page.locator(".matrix thead th");
            assertThat(headings.nth(1)).hasText("Newly violated");
            assertThat(headings.nth(4)).hasText("Passed by both");
            visitor.seesNothingThatShutsOut();
            page.locator(".matrix .examples a").first().click();
            assertThat(page.locator(".note-text")).isVisible();
            page.goBack();
            assertThat(page.locator(".matrix tbody tr").first()).isVisible();
            assertThat(page.locator("#replays ~ ul a[aria-current]")).containsText("2019-09-27");
        }
    }

    @Test
    void whatIsAskedForIsWrittenOutAndTheLogIsVerified() throws IOException, InterruptedException {
        try (Visitor visitor = browser.visitor()) {
            Page page = visitor.open(service.uri("/audit?view=decisions&role=SME"));
            Locator exports = page.locator(".exports a");
            assertThat(exports).hasCount(4);
            for (Locator each : exports.all()) {
                String address = String.valueOf(each.getAttribute("href"));
                assertThat(address).contains("role=SME", "format=");
                assertThat(HttpClient.newHttpClient()
                                .send(
                                        HttpRequest.newBuilder(service.uri(address))
                                                .build(),
                                        BodyHandlers.ofByteArray())
                                .statusCode())
                        .isEqualTo(200);
            }
            link(page, "Proof").press("Enter");
            button(page, "Verify now").press("Enter");
            assertThat(page.locator(".outcome-of .result.good")).hasText("Everything is as it was recorded.");
        }
    }

    @Test
    void portionsAreTurnedOverAndBack() {
        try (Visitor visitor = browser.visitor()) {
            Page page = visitor.open(service.uri("/audit?view=decisions"));
            String first = page.locator(".decisions tbody tr").first().innerText();
            button(page, "Older").press("Enter");
            assertThat(page.locator(".pages-of")).containsText("Page 2");
            button(page, "Older").press("Enter");
            assertThat(page.locator(".pages-of")).containsText("Page 3: 21 decisions");
            button(page, "Newer").press("Enter");
            assertThat(page.locator(".pages-of")).containsText("Page 2");
            page.goBack();
            page.goBack();
            page.goBack();
            assertThat(page.locator(".decisions tbody tr").first())
                    .hasText(
                            first,
                            new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions()
                                    .setUseInnerText(true));
        }
    }

    @Test
    void whatIsWaivedIsLedTo() {
        try (Visitor visitor = browser.visitor()) {
            Page page = visitor.open(service.uri("/audit?view=changes"));
            assertThat(page.locator("table")).containsText("The portal of the customer says so.");
            link(page, "E-3").press("Enter");
            assertThat(page.locator(".decisions")).containsText("1 waived");
            assertThat(page.locator("input[name=waived]")).isChecked();
        }
    }

    @Test
    void hostileNotesAreShownAsTheTextThatTheyAre() {
        try (Visitor visitor = browser.visitor()) {
            Page page = visitor.open(service.uri("/audit?view=decisions&note=N-hostile"));
            assertThat(page.locator(".decisions")).containsText(HOSTILE);
            page.locator(".decisions th a").click();
            assertThat(page.locator(".note-text")).containsText("[EXO] " + HOSTILE);
            assertThat(page.locator(".facts").first()).containsText(HOSTILE);
            assertThat(page.locator("nw-audit img")).hasCount(0);
            assertThat(page).hasTitle(containing("Audit"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everyViewShutsNobodyOut(ColorScheme scheme) {
        try (Visitor visitor = browser.visitor(scheme)) {
            for (String view : List.of("figures", "decisions", "replay", "changes", "proof")) {
                look(visitor, view, scheme);
            }
            visitor.page()
                    .navigate(service.uri("/audit?view=decisions&note=N-1").toString());
            visitor.page().locator(".decisions th a").click();
            assertThat(visitor.page().locator("nw-audit-rule p").first()).isVisible();
            visitor.seesNothingThatShutsOut();
            visitor.takes("audit-decision-" + scheme.name().toLowerCase(Locale.ROOT));
        }
    }

    private static void look(Visitor visitor, String view, ColorScheme scheme) {
        Page page = visitor.open(service.uri("/audit?view=" + view));
        assertThat(page.locator("#view .state.loading")).hasCount(0);
        assertThat(page.locator("#view h2, #view table").first()).isVisible();
        visitor.seesNothingThatShutsOut();
        visitor.takes("audit-" + view + "-" + scheme.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 2560})
    void fitsWindowsOfEveryWidth(int width) {
        try (Visitor visitor = browser.visitor(new NewContextOptions().setViewportSize(width, 800))) {
            for (String view : List.of("figures", "decisions", "replay", "changes", "proof")) {
                Page page = visitor.open(service.uri("/audit?view=" + view));
                assertThat(page.locator("#view h2, #view table").first()).isVisible();
                assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as(view)
                        .isTrue();
            }
        }
    }
}
