package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.noteworthy.web.NotePage.button;
import static org.noteworthy.web.NotePage.text;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.api.RunningService;

/** What becomes of the note that somebody writes, when links, places of the page and notes of others come between. */
class CheckOwnNoteIT {
    private static final String OWN = "[EXO] My own words";
    private static final String OTHER = "[TEAMS] The words of somebody else";

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

    private static URI link(String note) {
        return service.uri(
                "/#note=" + URLEncoder.encode(note, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    private static final String LINKED = "{\"text\":\"" + OTHER + "\",\"role\":\"SME\",\"covidAccelerated\":false}";

    /** Somebody who has written a note of their own. */
    private static Page writer(Visitor visitor) {
        Page page = NotePage.begin(visitor, service.uri("/"));
        text(page).fill(OWN);
        assertThat(page.locator(".result")).isVisible();
        return page;
    }

    private static Page again(Visitor visitor) {
        return NotePage.open(visitor, service.uri("/"));
    }

    @Test
    void whatIsTypedAfterALinkWasCopiedIsThereAgain() {
        try (Visitor visitor =
                browser.visitor(new NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")))) {
            Page page = writer(visitor);
            button(page, "Copy link to this note").click();
            assertThat(page).hasURL(Pattern.compile("#z="));
            text(page).press("Control+End");
            page.keyboard().type(" and more");
            assertThat(page).hasURL(service.uri("/").toString());
            page.reload();
            assertThat(text(page)).hasText(OWN + " and more");
            assertThat(text(again(visitor))).hasText(OWN + " and more");
        }
    }

    @Test
    void aNoteFromElsewhereIsLookedAtAndNotKept() {
        try (Visitor visitor = browser.visitor()) {
            writer(visitor);
            Page other = NotePage.open(visitor, link(LINKED));
            assertThat(text(other)).hasText(OTHER);
            assertThat(other.locator(".result")).isVisible();
            assertThat(other.locator("nw-kept-note q")).hasText(OWN);
            visitor.seesNothingThatShutsOut();
            Page own = again(visitor);
            assertThat(text(own)).hasText(OWN);
            assertThat(own.locator("input[name=role]")).hasValue("FE");
            assertThat(own.locator("nw-kept-note q")).hasCount(0);
            assertThat((String) own.evaluate("JSON.stringify(localStorage)")).doesNotContain(OTHER);
        }
    }

    @Test
    void whoeverWritesInANoteFromElsewhereGetsTheirOwnBack() {
        try (Visitor visitor = browser.visitor()) {
            writer(visitor);
            Page page = NotePage.open(visitor, link(LINKED));
            text(page).press("Control+End");
            page.keyboard().type("!");
            assertThat(page).hasURL(service.uri("/").toString());
            page.reload();
            assertThat(text(page)).hasText(OTHER + "!");
            assertThat(page.locator("input[name=role]")).hasValue("SME");
            assertThat(page.locator("select[name=covidAccelerated]")).hasValue("false");

            button(page, "Bring it back").press("Enter");
            assertThat(text(page)).hasText(OWN);
            assertThat(page.locator("input[name=role]")).hasValue("FE");
            page.reload();
            assertThat(text(page)).hasText(OWN);
            assertThat(page.locator("nw-kept-note q")).hasText(OTHER + "!");
            button(page, "Discard it").press("Enter");
            assertThat(page.locator("nw-kept-note q")).hasCount(0);
            page.reload();
            assertThat(text(page)).hasText(OWN);
            assertThat(page.locator("nw-kept-note q")).hasCount(0);
        }
    }

    @Test
    void theOwnNoteIsBroughtBackInPlaceOfALinkThatWasOnlyLookedAt() {
        try (Visitor visitor = browser.visitor()) {
            writer(visitor);
            Page page = NotePage.open(visitor, link(LINKED));
            button(page, "Bring it back").click();
            assertThat(text(page)).hasText(OWN);
            assertThat(page).hasURL(service.uri("/").toString());
            assertThat(page.locator("nw-kept-note q")).hasCount(0);
        }
    }

    @Test
    void theWayToTheContentIsNoNote() {
        try (Visitor visitor = browser.visitor()) {
            Page page = writer(visitor);
            page.locator(".skip").focus();
            page.keyboard().press("Enter");
            assertThat(page).hasURL(service.uri("/#main").toString());
            assertThat(page.locator("main")).isFocused();
            assertThat(page.getByText("The note in this link cannot be read.")).hasCount(0);
            page.reload();
            assertThat(text(page)).hasText(OWN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/#z=none", "/#note=null", "/#note=%7B"})
    void aLinkThatCannotBeReadLeavesTheOwnNote(String address) {
        try (Visitor visitor = browser.visitor()) {
            writer(visitor);
            Page page = NotePage.open(visitor, service.uri(address));
            assertThat(page.getByText("The note in this link cannot be read.")).isVisible();
            assertThat(text(page)).hasText(OWN);
            text(page).press("Control+End");
            page.keyboard().type("!");
            assertThat(text(again(visitor))).hasText(OWN + "!");
        }
    }
}
