package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.noteworthy.api.RunningService;

/** The page Playbook says what it shows, also after going back, and asks no more than it must. */
class PlaybookBackIT {
    private static RunningService service;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        service = RunningService.over(Path.of("rules"));
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
        service.close();
    }

    @Test
    void whatIsChosenIsWhatIsShownAfterGoingBack() {
        try (Visitor visitor = browser.visitor()) {
            Page page = visitor.open(service.uri("/playbook?edition=2020-03-25"));
            Locator role = page.getByRole(
                    AriaRole.COMBOBOX,
                    new Page.GetByRoleOptions().setName("Role").setExact(true));
            role.selectOption("SME");
            role.selectOption("FTA");
            page.goBack();
            assertThat(page).hasURL(Pattern.compile("role=SME"));
            assertThat(role).hasValue("SME");
            page.goBack();
            assertThat(role).hasValue("");
            page.goForward();
            page.goForward();
            assertThat(role).hasValue("FTA");
        }
    }

    @Test
    void theTitleOfTheWindowNamesWhatIsShown() {
        try (Visitor visitor = browser.visitor()) {
            Page page = visitor.open(service.uri("/playbook?edition=2020-03-25&rule=insight-id"));
            assertThat(page).hasTitle("insight-id · Rules by clause · 2020-03-25 · Playbook · Noteworthy");
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Tables"))
                    .click();
            assertThat(page).hasTitle("Tables · 2020-03-25 · Playbook · Noteworthy");
            visitor.open(service.uri("/?many"));
            assertThat(page).hasTitle("Many notes · Check a note · Noteworthy");
            visitor.open(service.uri("/#note=%7B%22text%22%3A%22x%22%2C%22playbook%22%3A%222019-09-27%22%7D"));
            assertThat(page).hasTitle("Edition 2019-09-27 · Check a note · Noteworthy");
            visitor.open(service.uri("/audit?view=proof"));
            assertThat(page).hasTitle("Proof · Audit · Noteworthy");
        }
    }

    @Test
    void draftsThatAreAsTheyWereAreNotSentAgain() {
        try (Visitor visitor = browser.visitor()) {
            Page page = visitor.page();
            page.waitForResponse(
                    answer -> answer.url().endsWith("/v1/drafts") && answer.status() == 304,
                    () -> visitor.open(service.uri("/playbook?view=compare")));
        }
    }
}
