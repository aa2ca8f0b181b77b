package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.api.RunningService;

/** The page on which a note is checked while it is typed, as note writers use it. */
class CheckPageIT {
    private static final String BAD = """
            [EXOL] Mailbox workshop
            STATUS: On trakc, batch 3 is finished.
            SUMMARY: Went through the report with the customer.
            NEXT ACTION: Start batch 4 on April 14, 2020.
            CONCERNS: None""";
    private static final int KEYS = 60;

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

    /** A first visitor who begins with an empty note of a role. */
    private static Page begin(Visitor visitor) {
        Page page = visitor.open(service.uri("/"));
        page.getByText(Texts.of(org.noteworthy.web.Page.CHECK, "en").get("tour.skip"))
                .click();
        page.locator("input[name=role]").fill("FE");
        return page;
    }

    @Test
    void aBadNoteIsMendedByOneClickAndTheFixIsTakenBack() {
        try (Visitor visitor = browser.visitor()) {
            Page page = begin(visitor);
            text(page).fill(BAD);
            assertThat(page.locator("nw-note-editor .cm-lintRange-error")
                            .filter(new Locator.FilterOptions().setHasText("On trakc")))
                    .hasCount(1);
            assertThat(page.locator(".finding .preview").filter(new Locator.FilterOptions().setHasText("On track")))
                    .hasCount(1);
            assertThat(page.locator("nw-note-editor .clause.error").first()).isVisible();

            button(page, "Fix this").first().click();
            assertThat(text(page)).containsText("[EXO] Mailbox workshop");
            button(page, "Fix all safe ones").click();
            assertThat(text(page)).containsText("STATUS: On track, batch 3");
            assertThat(page.locator(".result.good")).isVisible();

            button(page, "Undo").click();
            assertThat(text(page)).containsText("On trakc");
            assertThat(page.locator(".result.error")).isVisible();
        }
    }

    @Test
    void aFirstVisitorTriesASampleWithoutAnySetUp() {
        try (Visitor visitor = browser.visitor()) {
            Page page = visitor.open(service.uri("/"));
            assertThat(page.locator(".tour")).isVisible();
            visitor.seesNothingThatShutsOut();
            page.locator(".tour button.primary").click();
            assertThat(page.locator(".finding").first()).isVisible();
            assertThat(page.locator(".tour")).hasCount(0);
            page.reload();
            assertThat(page.locator(".finding").first()).isVisible();
            assertThat(page.locator(".tour")).hasCount(0);
        }
    }

    @Test
    void howItWasReadLeadsToThePlaceInTheText() {
        try (Visitor visitor = browser.visitor()) {
            Page page = begin(visitor);
            text(page).fill(BAD);
            page.locator("#tab-reading").click();
            page.locator(".reading dt button")
                    .filter(new Locator.FilterOptions().setHasText("Next action"))
                    .click();
            assertThat(page.evaluate("document.querySelector('nw-note-editor').shadowRoot.getSelection?.().toString()"
                            + " ?? getSelection().toString()"))
                    .isEqualTo("Start batch 4 on April 14, 2020.");
        }
    }

    @Test
    void whatWasTypedIsStillThereAfterTheWindowWasClosed() {
        try (Visitor visitor = browser.visitor()) {
            Page page = begin(visitor);
            text(page).fill("Half a note");
            assertThat(page.locator(".result")).isVisible();
            page.close();
            Page again = visitor.context().newPage();
            again.navigate(service.uri("/").toString());
            assertThat(text(again)).hasText("Half a note");
            assertThat(again.locator("input[name=role]")).hasValue("FE");
        }
    }

    @Test
    void aLinkHoldsTheNoteAndTellsTheServiceNothing() {
        try (Visitor visitor =
                browser.visitor(new NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")))) {
            Page page = begin(visitor);
            text(page).fill(BAD);
            assertThat(page.locator(".result.error")).isVisible();
            page.getByText("Copy link to this note").click();
            assertThat(page.getByText("Link copied.")).isVisible();
            String link = (String) page.evaluate("navigator.clipboard.readText()");
            assertThat(link.indexOf('#')).isLessThan(link.indexOf("z="));
            try (Visitor other = browser.visitor()) {
                Page opened = other.page();
                opened.navigate(link);
                assertThat(text(opened)).containsText("On trakc");
                assertThat(opened.locator("input[name=role]")).hasValue("FE");
                assertThat(opened.getByText("Unchanged: the edition is the same"))
                        .isVisible();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[EXO] <img src=x onerror=\"window.run=1\"><script>window.run=1</script>",
                "STATUS: {{7*7}} ${7*7} {window.run=1}",
                "[EXO] \u001b[31mred\u001b[0m \u202eSTATUS",
                "[EXO] 会议记录 \nステータス: 順調\nKOMMENTAR: Straße, ação, señal"
            })
    void whatANoteHoldsIsShownAsText(String note) {
        try (Visitor visitor = browser.visitor()) {
            Page page = begin(visitor);
            text(page).fill(note);
            assertThat(page.locator(".result")).isVisible();
            for (String tab : List.of("reading", "outcomes", "findings")) {
                page.locator("#tab-" + tab).click();
            }
            assertThat(page.evaluate("window.run")).isNull();
        }
    }

    @Test
    void shutsNobodyOutWhateverItShows() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {360, 1280, 2560}) {
                try (Visitor visitor = browser.visitor(
                        new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900))) {
                    Page page = begin(visitor);
                    text(page).fill(BAD);
                    for (String tab : List.of("findings", "reading", "outcomes")) {
                        page.locator("#tab-" + tab).click();
                        visitor.seesNothingThatShutsOut();
                        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                                .as("no scroll bar at " + width)
                                .isLessThanOrEqualTo(width);
                        visitor.takes("check-" + tab + "-" + width + "-" + scheme);
                    }
                }
            }
        }
    }

    @Test
    void goesOnWhenTheServiceAnswersAgain() {
        try (Visitor visitor = browser.visitor().forgiving()) {
            Page page = begin(visitor);
            visitor.context().setOffline(true);
            text(page).fill(BAD);
            assertThat(page.locator(".verdict .state.offline")).isVisible();
            visitor.seesNothingThatShutsOut();
            visitor.context().setOffline(false);
            assertThat(page.locator(".result.error")).isVisible();
            assertThat(text(page)).containsText("On trakc");
        }
    }

    /** How long it takes from a key to what it changes on the page; printed, as no clock of a busy machine is a test. */
    @Test
    void theNextFindingComesSoonAfterTheKey() {
        try (Visitor visitor = browser.visitor()) {
            Page page = begin(visitor);
            text(page).fill("[EXO] Call\nSUMMARY: Met.\nNEXT ACTION: Call on Friday.\nSTATUS: On track");
            assertThat(page.locator(".result.good")).isVisible();
            text(page).press("Control+End");
            double[] took = new double[KEYS];
            page.evaluate("""
                    () => {
                      const root = document.querySelector("nw-note-editor").shadowRoot;
                      addEventListener("keydown", () => (window.pressed = performance.now()), true);
                      new MutationObserver(() => {
                        if (root.querySelector(".cm-lintRange-error")) {
                          window.seen ??= performance.now() - window.pressed;
                        }
                      }).observe(root, { subtree: true, childList: true });
                    }""");
            for (int i = 0; i < KEYS; i++) {
                page.evaluate("window.seen = null");
                page.keyboard().press("x");
                page.waitForFunction("() => window.seen !== null");
                took[i] = ((Number) page.evaluate("window.seen")).doubleValue();
                page.keyboard().press("Backspace");
                page.waitForFunction("""
                        () => !document.querySelector("nw-note-editor").shadowRoot.querySelector(".cm-lintRange-error")""");
                assertThat(page.locator(".result.good")).isVisible();
            }
            Arrays.sort(took);
            System.out.printf(
                    "From a key to its finding, %d keys: median %.0f ms, p95 %.0f ms, longest %.0f ms%n",
                    KEYS, took[KEYS / 2], took[KEYS * 95 / 100], took[KEYS - 1]);
        }
    }
}
