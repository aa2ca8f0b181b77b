package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.noteworthy.web.NotePage.BAD;
import static org.noteworthy.web.NotePage.button;
import static org.noteworthy.web.NotePage.text;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.noteworthy.api.RunningService;
import tools.jackson.databind.json.JsonMapper;

/** When a note is judged while somebody writes, and what an answer does that comes late. */
class CheckJudgingIT {
    private static final double HOUR = 3_600_000;

    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    /** The time of the page stands still, so that nothing is asked again before the late answer has come. */
    @Test
    void fixesAreMadeInTheTextThatTheyWereFoundIn() throws IOException {
        try (RunningService service = RunningService.over(Path.of("rules"));
                Visitor visitor = browser.visitor()) {
            visitor.page().clock().install();
            Page page = NotePage.begin(visitor, service.uri("/"));
            text(page).fill(BAD);
            assertThat(page.locator(".result.error")).isVisible();
            page.clock().pauseAt((long) (System.currentTimeMillis() + HOUR));
            List<Route> held = new ArrayList<>();
            page.route(Pattern.compile("/v1/check\\?"), held::add);
            text(page).press("Control+End");
            page.keyboard().type("!");
            page.getByText("Fix all safe ones").click();
            page.waitForCondition(() -> !held.isEmpty());
            text(page).press("Control+Home");
            page.keyboard().press("End");
            page.keyboard().type(" of today");
            page.waitForResponse(
                    Pattern.compile("/v1/check\\?"), () -> held.get(0).resume());
            page.unroute(Pattern.compile("/v1/check\\?"));
            page.clock().resume();
            page.locator("input[name=role]").fill("SME"); // whatever was judged before, this is judged now
            assertThat(text(page)).containsText("Mailbox workshop of today");
            assertThat(page.locator("nw-note-editor .cm-line").nth(1)).hasText("STATUS: On track");
        }
    }

    @Test
    void whereEveryCheckIsRecordedANoteIsJudgedWhenSomebodyAsks() throws IOException {
        try (RunningService service = RunningService.over(Path.of("rules"), "noteworthy.audit.record-everything=true");
                Visitor visitor = browser.visitor().forgiving()) {
            Page page = visitor.open(service.uri("/"));
            assertThat(page.locator(".tour")).isVisible();
            assertThat(page.locator(".tour")).not().containsText("kept by the service");
            page.getByText("Start with an empty note").click();
            page.locator("input[name=role]").fill("FE");
            text(page).fill(BAD);
            assertThat(page.locator(".records")).containsText("This service records every check.");
            text(page).press("Control+End");
            page.keyboard().type(" And more.");
            assertThat(page.locator(".verdict .state.empty")).hasText("Findings appear here when you press Check.");
            visitor.seesNothingThatShutsOut();
            assertThat(decisions(page)).isZero();

            button(page, "Check").click();
            assertThat(page.locator(".result.error")).isVisible();
            page.waitForCondition(() -> decisions(page) == 1);
            page.getByText("Fix all safe ones").click();
            assertThat(text(page)).containsText("STATUS: On track");
            assertThat(page.locator(".stale")).isVisible();
            text(page).press("Control+Enter");
            assertThat(page.locator(".stale")).hasCount(0);
            page.waitForCondition(() -> decisions(page) == 2);
            assertThat(text(page)).containsText("STATUS: On track");
            page.reload();
            assertThat(page.locator(".records")).containsText("This service records every check.");
            assertThat(decisions(page)).isEqualTo(2);
        }
    }

    @Test
    void whatWaitedWhileThatWasNotKnownYetIsNotRecorded() throws IOException {
        try (RunningService service = RunningService.over(Path.of("rules"), "noteworthy.audit.record-everything=true");
                Visitor visitor = browser.visitor().forgiving()) {
            visitor.page().clock().install();
            Page page = NotePage.begin(visitor, service.uri("/"));
            List<Route> held = new ArrayList<>();
            page.route(Pattern.compile("/v1/check\\?"), held::add);
            text(page).fill(BAD);
            page.waitForCondition(() -> !held.isEmpty());
            page.clock().pauseAt((long) (System.currentTimeMillis() + HOUR));
            text(page).press("Control+End");
            page.keyboard().type(" And more.");
            page.unroute(Pattern.compile("/v1/check\\?"));
            held.get(0).resume();
            assertThat(page.locator(".records")).containsText("This service records every check.");
            page.clock().runFor(1_000);
            page.clock().resume();
            assertThat(page.locator(".verdict .state.empty")).hasText("Findings appear here when you press Check.");
            assertThat(decisions(page)).isZero();
        }
    }

    private static int decisions(Page page) {
        String answer = page.request()
                .get(page.url().replaceAll("/[^/]*$", "/v1/audit/summary"))
                .text();
        return new JsonMapper().readTree(answer).path("notes").path("judged").asInt();
    }
}
