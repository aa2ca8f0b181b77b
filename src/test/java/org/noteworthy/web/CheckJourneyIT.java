package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.noteworthy.api.RunningService;

/** The way of a note writer: a bad note is mended, why is asked, and the next note begins with a template. */
class CheckJourneyIT {
    private static final String BAD =
            "[EXOL] Mailbox workshop\nSTATUS: On trakc\nSUMMARY: Met.\nNEXT ACTION: Call on May 14, 2020.";

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

    private static Locator text(Page page) {
        return page.locator("nw-note-editor .cm-content");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Page open(Visitor visitor, String note) {
        return visitor.open(service.uri(
                "/#note=" + URLEncoder.encode(note, StandardCharsets.UTF_8).replace("+", "%20")));
    }

    private static Page bad(Visitor visitor, String further) {
        return open(visitor, "{\"text\":\"" + BAD.replace("\n", "\\n") + "\",\"role\":\"FE\"" + further + "}");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void aBadNoteIsMendedAndTheNextBeginsWithATemplate(ColorScheme scheme) {
        try (Visitor visitor =
                browser.visitor(new NewContextOptions().setColorScheme(scheme).setViewportSize(360, 900))) {
            Page page = bad(visitor, "");
            assertThat(page.locator(".result.error")).isVisible();
            button(page, "Fix this").first().click();
            assertThat(text(page)).containsText("[EXO] Mailbox");
            button(page, "Fix all safe ones").click();
            assertThat(page.locator(".result.good")).isVisible();

            button(page, "Start from a template").click();
            visitor.seesNothingThatShutsOut();
            page.locator("dialog select[name=role]:visible").selectOption("SME");
            button(page, "Use template").click();
            assertThat(text(page)).containsText("STATUS: …");
            assertThat(page.locator("input[name=role]")).hasValue("SME");
            assertThat(page.locator(".places h2")).hasText("Fill in: 6 places left");
            page.keyboard().type("EXO");
            assertThat(text(page)).containsText("[EXO]");
            button(page, "Next place").click();
            page.keyboard().type("On track");
            assertThat(text(page)).containsText("STATUS: On track");
            assertThat(page.locator(".places h2")).hasText("Fill in: 4 places left");
            page.locator(".places select").last().selectOption("none");
            assertThat(text(page)).containsText("CONCERNS: none");
            page.locator(".places input[type=date]").fill("2099-05-25");
            assertThat(text(page)).containsText("NEXT ACTION: … 2099-05-25");
            assertThat(page.locator(".result.good")).isVisible();
            visitor.seesNothingThatShutsOut();
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(360);
            visitor.takes("check-template-" + scheme);
        }
    }

    @Test
    void theNoteTypesAreThoseOfTheRole() {
        try (Visitor visitor = browser.visitor()) {
            Page page = bad(visitor, "");
            Locator types = page.locator("#choices-noteType option");
            assertThat(types).hasText(new String[] {"", ""});
            assertThat(types.first()).hasAttribute("value", "Technical Enablement");
            page.locator("input[name=role]").fill("FTA");
            assertThat(types).hasCount(1);
        }
    }

    @Test
    void whyIsToldInSentencesAndWordsLeadToTheirPlace() {
        try (Visitor visitor = browser.visitor()) {
            Page page = bad(visitor, "");
            page.locator("#tab-outcomes").click();
            Locator rule =
                    page.locator(".outcome li").filter(new Locator.FilterOptions().setHasText("executive-summary"));
            page.locator(".outcome summary").last().press("Enter");
            page.locator(".outcome").last().evaluate("each => { each.open = true; }");
            rule.getByText("Why not?").click();
            assertThat(rule).containsText("It binds FTA; the note is of FE.");
            visitor.seesNothingThatShutsOut();

            page.locator("#tab-reading").click();
            page.locator(".words button")
                    .filter(new Locator.FilterOptions().setHasText("EXOL"))
                    .first()
                    .click();
            assertThat(page.evaluate("document.querySelector('nw-note-editor').shadowRoot.getSelection?.().toString()"
                            + " ?? getSelection().toString()"))
                    .isEqualTo("EXOL");
        }
    }

    @Test
    void aNoteThatNamesItsEditionIsJudgedByItUntilTheReaderGoesBack() {
        try (Visitor visitor = browser.visitor()) {
            Page page = bad(visitor, ",\"playbook\":\"2019-09-27\",\"unknown\":1");
            assertThat(page.getByText("You chose edition 2019-09-27.")).isVisible();
            assertThat(page.getByText("Judged by edition 2019-09-27,")).isVisible();
            page.locator(".chosen button").click();
            assertThat(page.locator(".chosen")).hasCount(0);
            assertThat(page.getByText("Judged by edition 2020-05-12,")).isVisible();

            page.getByText("More about this note").click();
            page.locator("select[name=playbook]").selectOption("2020-03-25");
            assertThat(page.getByText("Judged by edition 2020-03-25,")).isVisible();
        }
    }

    @Test
    void whoeverIsNotSignedInIsToldSoAndKeepsTheText() throws IOException {
        Path keys = Files.createTempDirectory("keys").resolve("keys.json");
        try (RunningService closed = RunningService.over(
                        Path.of("rules"), "noteworthy.access=keys", "noteworthy.access.keys=" + keys);
                Visitor visitor = browser.visitor().forgiving()) {
            Page page = visitor.open(closed.uri("/"));
            page.getByText("Start with an empty note").click();
            text(page).fill("Half a note");
            assertThat(page.locator(".verdict .state.signed-out")).isVisible();
            visitor.seesNothingThatShutsOut();
            page.reload();
            assertThat(text(page)).hasText("Half a note");
            assertThat(page.locator(".verdict .state.signed-out")).isVisible();
        }
    }
}
