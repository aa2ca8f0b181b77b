package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.api.RunningService;
import org.noteworthy.cli.Folders;
import tools.jackson.databind.json.JsonMapper;

/** The page Audit while things change beside it: decisions are made, waivers refused, and the service goes and comes back. */
class AuditLateIT {
    private static final Pattern COUNT = Pattern.compile("(\\d+) of (\\d+) decisions");

    private static final int NOTES = 5;

    @TempDir
    private static Path folder;

    private static RunningService service;
    private static Browser browser;
    private static Path rules;

    @BeforeAll
    static void start() throws IOException {
        rules = Folders.copyRules(folder.resolve("rules"));
        service = RunningService.over(rules);
        browser = Browser.start();
        try (Visitor visitor = browser.visitor()) {
            check(visitor, "N-");
        }
    }

    @AfterAll
    static void stop() {
        browser.close();
        service.close();
    }

    /** Has some more notes checked, and waits until they are recorded. */
    private static void check(Visitor visitor, String name) {
        APIRequestContext calls = visitor.context().request();
        int before = decisions(calls);
        for (int i = 0; i < NOTES; i++) {
            String note = "{\"id\":\"" + name + i + "\",\"text\":\"[EXO]\\nSTATUS: On track\"}";
            assertThat(calls.post(
                                    service.uri("/v1/check").toString(),
                                    RequestOptions.create()
                                            .setHeader("Content-Type", "application/json")
                                            .setData(note))
                            .status())
                    .isEqualTo(200);
        }
        visitor.page().waitForCondition(() -> decisions(calls) == before + NOTES);
    }

    private static int decisions(APIRequestContext calls) {
        String answer = calls.get(service.uri("/v1/audit/summary").toString()).text();
        return new JsonMapper().readTree(answer).path("notes").path("judged").asInt();
    }

    private static Page open(Visitor visitor, String query) {
        return visitor.open(service.uri("/audit" + query));
    }

    private static int[] counted(Page page) {
        Locator count = page.locator(".count");
        assertThat(count).hasText(COUNT);
        Matcher numbers = COUNT.matcher(count.innerText());
        assertThat(numbers.matches()).isTrue();
        return new int[] {Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2))};
    }

    @Test
    void moreIsRecordedWhileSomebodyLooks() {
        try (Visitor visitor = browser.visitor()) {
            Page page = open(visitor, "?view=decisions");
            int before = counted(page)[1];
            check(visitor, "L-");
            page.locator("select[name=verdict]").selectOption("violating");
            assertThat(page).hasURL(Pattern.compile("verdict=violating"));
            int[] counted = counted(page);
            assertThat(counted[0]).isLessThanOrEqualTo(counted[1]);
            assertThat(counted[1]).isGreaterThan(before);
        }
    }

    @Test
    void whyWaiversAreRefusedIsToldWithThePlace() throws IOException {
        Files.writeString(
                rules.resolve("waivers.csv"),
                "rule,engagement,note,author,justification,owner,from,until\nstatus-allowed,E-1,,,,Kim,2020-03-03,2099-12-31\n");
        try (Visitor visitor = browser.visitor()) {
            visitor.page()
                    .waitForCondition(() -> visitor.context()
                            .request()
                            .get(service.uri("/v1/waivers").toString())
                            .text()
                            .contains("\"reasons\":[{"));
            Page page = open(visitor, "?view=changes");
            assertThat(page.locator(".reasons li code")).hasText(Pattern.compile("waivers\\.csv:2.*"));
            assertThat(page.locator(".reasons li span")).not().hasText("");
            assertThat(page.locator(".error").first()).not().containsText("{");
            visitor.seesNothingThatShutsOut();
        } finally {
            Files.delete(rules.resolve("waivers.csv"));
        }
    }

    @Test
    void goesOnByItselfWhenTheServiceAnswersAgain() {
        try (Visitor visitor = browser.visitor().forgiving()) {
            Page page = open(visitor, "?view=replay");
            assertThat(page.locator("form.start")).isVisible();
            visitor.context().setOffline(true);
            page.locator("form.start button").click();
            assertThat(page.locator("form.start + .error"))
                    .hasText(Texts.of(org.noteworthy.web.Page.AUDIT, "en").get("state.offline"));
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Decisions").setExact(true))
                    .press("Enter");
            assertThat(page.locator("#view .state.offline")).isVisible();
            visitor.context().setOffline(false);
            assertThat(page.locator(".decisions th a").first()).isVisible();
            assertThat(page.locator("nw-shell .offline")).hasCount(0);
        }
    }

    @Test
    void whatWasNotAskedForIsNotSaidForEver() {
        try (Visitor visitor = browser.visitor().forgiving()) {
            Page page = open(visitor, "?view=replay");
            assertThat(page.locator("form.start")).isVisible();
            visitor.context().setOffline(true);
            page.locator("form.start button").click();
            assertThat(page.locator("form.start + .error")).isVisible();
            visitor.context().setOffline(false);
            assertThat(page.locator("form.start + .error")).hasCount(0);
        }
    }

    /** What the address of the page says counts, whichever answer comes last. */
    @Test
    void anOldAnswerDoesNotTakeThePlaceOfTheNewOne() {
        Pattern decision = Pattern.compile("/v1/audit/decisions/");
        try (Visitor visitor = browser.visitor().forgiving()) {
            Page page = open(visitor, "?view=decisions&order=oldest");
            Locator first = page.locator(".decisions th a").first();
            first.click();
            assertThat(page.locator(".decision h2")).hasText("N-0");
            assertThat(page).hasTitle(Pattern.compile("^N-0 · Decisions · Audit"));
            page.getByText("Back to the list").click();
            page.locator(".decisions th a").nth(1).click();
            assertThat(page.locator(".decision h2")).hasText("N-1");
            List<Route> held = new ArrayList<>();
            page.route(decision, held::add, new Page.RouteOptions().setTimes(1));
            page.evaluate("history.go(-2)");
            page.waitForCondition(() -> !held.isEmpty());
            page.evaluate("history.go(2)");
            assertThat(page.locator(".decision h2")).hasText("N-1");
            page.waitForRequestFinished(
                    new Page.WaitForRequestFinishedOptions()
                            .setPredicate(request -> request.url().contains("/live")),
                    () -> {
                        held.get(0).abort();
                        page.evaluate("() => fetch('/q/health/live').then(answer => answer.text())");
                    });
            assertThat(page.locator(".decision h2")).hasText("N-1");
            assertThat(page.locator("#view .state")).hasCount(0);
            assertThat(page).hasTitle(Pattern.compile("^N-1 · Decisions · Audit"));
        }
    }

    /** As after the service was started anew, which forgets verifications: whoever asks for this one is told so. */
    @Test
    void aVerificationThatIsLostIsOver() {
        try (Visitor visitor = browser.visitor().forgiving()) {
            Page page = open(visitor, "?view=proof");
            page.route(
                    Pattern.compile("/v1/audit/verifications/"),
                    route -> route.resume(new Route.ResumeOptions()
                            .setUrl(service.uri("/v1/audit/verifications/lost").toString())));
            page.getByText("Verify now").click();
            assertThat(page.locator("nw-audit-proof .error")).containsText("does not know this verification any more");
            assertThat(page.getByText("Verify now")).isEnabled();
            page.unrouteAll();
            page.getByText("Verify now").click();
            assertThat(page.locator(".outcome-of .result.good")).isVisible();
        }
    }
}
