package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.noteworthy.api.RunningService;

/** What all pages have: their address, their language, their colours, and nothing from anywhere else. */
class PagesIT {
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

    @ParameterizedTest
    @EnumSource(Page.class)
    void areReachedFromEachOtherAndShutNobodyOut(Page page) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            try (Visitor visitor = browser.visitor(scheme)) {
                com.microsoft.playwright.Page window = visitor.open(service.uri("/"));
                Locator link = window.locator(".pages a[href='" + page.path() + "']");
                link.click();
                assertThat(window.locator(".pages a[aria-current=page]")).hasAttribute("href", page.path());
                assertThat(window.locator("nw-" + page.word() + " .waits")).hasCount(0);
                visitor.seesNothingThatShutsOut();
                visitor.takes(page.word() + "-first-" + scheme.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    @Test
    void speakTheLanguageOfTheReader() {
        try (Visitor visitor = browser.visitor(new NewContextOptions().setLocale("de-DE"))) {
            com.microsoft.playwright.Page window = visitor.open(service.uri("/"));
            assertThat(window.locator("html")).hasAttribute("lang", "de");
            assertThat(window.getByRole(
                            AriaRole.HEADING, new com.microsoft.playwright.Page.GetByRoleOptions().setLevel(1)))
                    .hasText(Texts.of(Page.CHECK, "de").get("title"));
        }
    }

    @Test
    void runNothingThatStandsInThemAndStandInNoFrame() throws IOException, InterruptedException {
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(service.uri("/")).build(), BodyHandlers.ofString());
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*");
        HttpResponse<String> again = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(service.uri("/"))
                                .header(
                                        "If-None-Match",
                                        page.headers().firstValue("ETag").orElseThrow())
                                .build(),
                        BodyHandlers.ofString());
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void askNoOtherHost() {
        try (Visitor visitor = browser.visitor()) {
            List<String> hosts = new ArrayList<>();
            visitor.page()
                    .onRequest(request -> hosts.add(URI.create(request.url()).getAuthority()));
            for (Page page : Page.values()) {
                visitor.open(service.uri(page.path()));
            }
            assertThat(hosts)
                    .filteredOn(Objects::nonNull)
                    .containsOnly(service.uri("/").getAuthority());
        }
    }
}
