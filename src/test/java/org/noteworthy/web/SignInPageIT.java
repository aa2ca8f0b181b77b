package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.access.KeyFile;
import org.noteworthy.access.Role;
import org.noteworthy.api.RunningService;

/** How people sign in on the pages, what becomes of what they typed when their session ends, and who cannot call for them. */
class SignInPageIT {
    private static final String HOSTILE = "<img src=x onerror=document.title='owned'>{{7*7}}";
    private static final String TYPED = "approve";
    private static final String CALL_FOR_SOMEBODY = """
            token => fetch('/v1/check', {method: 'POST', body: '{"text":"[EXO]\\\\nSTATUS: On track"}',
                headers: token === '' ? {'Content-Type': 'application/json'}
                    : {'Content-Type': 'application/json', 'Noteworthy-CSRF': token}}).then(answer => answer.status)""";

    @TempDir
    static Path folder;

    private static KeyFile keys = new KeyFile(Path.of(""));
    private static RunningService service;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        keys = new KeyFile(folder.resolve("keys.json"));
        made("somebody", Role.READER);
        service = RunningService.over(
                Path.of("rules"),
                "noteworthy.access=keys",
                "noteworthy.access.keys=" + folder.resolve("keys.json"),
                "noteworthy.access.failures.allowed=1000000");
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
        service.close();
    }

    private static KeyFile.Made made(String name, Role role) {
        return keys.make(name, Set.of(role), null, Instant.now());
    }

    private static Page open(Visitor visitor) {
        Page page = visitor.forgiving().open(service.uri("/operations"));
        assertThat(page.locator("nw-operations .state.signed-out")).isVisible();
        return page;
    }

    private static Locator dialog(Page page) {
        return page.locator("nw-shell dialog");
    }

    private static void enter(Page page, String key) {
        page.locator("input[name=key]").fill(key);
        page.keyboard().press("Enter");
    }

    private static Page signedIn(Visitor visitor, KeyFile.Made key) {
        Page page = open(visitor);
        page.locator("nw-shell > button.primary").click();
        enter(page, key.secret().text());
        assertThat(dialog(page)).isHidden();
        assertThat(page.locator(".who-menu > summary")).hasText(key.key().name());
        return page;
    }

    @Test
    void aKeySignsInAndOutAndRolesDecideWhatIsShown() {
        KeyFile.Made reader = made("kim", Role.READER);
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            try (Visitor visitor = browser.visitor(scheme)) {
                Page page = open(visitor);
                visitor.seesNothingThatShutsOut();
                page.locator("nw-shell > button.primary").click();
                enter(page, "nwk_00000000_" + "0".repeat(64));
                assertThat(page.locator("dialog [role=alert]"))
                        .hasText(Texts.of(org.noteworthy.web.Page.OPERATIONS, "en")
                                .get("session.key.wrong"));
                visitor.seesNothingThatShutsOut();
                enter(page, reader.secret().text());
                assertThat(page.locator(".edition").first()).isVisible();
                assertThat(page.locator(".ops-keys .forbidden")).isVisible();
                assertThat(page.locator(".ops-sessions .forbidden")).isVisible();
                visitor.seesNothingThatShutsOut();
                page.locator(".who-menu > summary").click();
                page.locator(".who-menu button").click();
                assertThat(page.locator("nw-operations .state.signed-out")).isVisible();
            }
        }
    }

    @Test
    void whatWasTypedStaysWhenTheKeyIsRevokedAndThePageGoesOnAfterSigningInAgain() {
        KeyFile.Made first = made("rosa", Role.READER);
        try (Visitor visitor = browser.visitor()) {
            Page page = signedIn(visitor, first);
            Locator typed = page.locator("input[type=search]");
            typed.fill(TYPED);
            page.evaluate("() => (window.sameDocument = true)");
            keys.revoke(first.key().id(), Instant.now());
            assertThat(dialog(page)).isVisible();
            assertThat(dialog(page)).containsText("Your session has ended");
            visitor.seesNothingThatShutsOut();
            enter(page, made("rosa", Role.READER).secret().text());
            assertThat(dialog(page)).isHidden();
            assertThat(typed).hasValue(TYPED);
            assertThat(page.locator(".edition").first()).isVisible();
            assertThat(page.locator(".who-menu > summary")).hasText("rosa");
            assertThat(page.evaluate("() => window.sameDocument")).isEqualTo(true);
        }
    }

    @Test
    void whoDoesNotWantToSignInAgainIsAskedOnceAndMayStillDoSoLater() {
        KeyFile.Made first = made("lea", Role.READER);
        try (Visitor visitor = browser.visitor()) {
            Page page = signedIn(visitor, first);
            keys.revoke(first.key().id(), Instant.now());
            assertThat(dialog(page)).isVisible();
            page.keyboard().press("Escape");
            assertThat(dialog(page)).isHidden();
            assertThat(page.locator("nw-editions .state.signed-out")).isVisible();
            page.locator("nw-editions .state button").click();
            enter(page, made("lea", Role.READER).secret().text());
            assertThat(page.locator(".edition").first()).isVisible();
        }
    }

    @Test
    void aNameThatHoldsMarkupIsShownAsItIsWritten() {
        try (Visitor visitor = browser.visitor()) {
            Page page = signedIn(visitor, made(HOSTILE, Role.ADMIN));
            assertThat(page.locator("nw-keys tbody").getByText(HOSTILE, new Locator.GetByTextOptions().setExact(true)))
                    .isVisible();
            assertThat(page.locator("main img, nw-shell img")).hasCount(0);
            assertThat(page).not().hasTitle("owned");
        }
    }

    @Test
    void overTlsTheCookieIsOfThisHostAlone() throws IOException {
        KeyFile.Made key = made("tess", Role.READER);
        try (TlsService tls = new TlsService(
                        folder, "noteworthy.access=keys", "noteworthy.access.keys=" + folder.resolve("keys.json"));
                Visitor visitor = browser.visitor(new NewContextOptions().setIgnoreHTTPSErrors(true))) {
            URI address = tls.uri("https", "/drafts");
            Page page = visitor.signIn(address, key.secret().text());
            assertThat(page.locator(".who-menu > summary")).hasText("tess");
            List<Cookie> cookies = visitor.context().cookies(address.toString());
            assertThat(cookies).hasSize(2).allSatisfy(each -> {
                assertThat(each.secure).as(each.name).isTrue();
                assertThat(each.sameSite).as(each.name).isEqualTo(SameSiteAttribute.STRICT);
            });
            assertThat(cookies)
                    .filteredOn(each -> each.httpOnly)
                    .extracting(each -> each.name)
                    .containsExactly("__Host-Noteworthy-Session-" + address.getPort());
        }
    }

    @Test
    void aCookieAloneChangesNothing() {
        try (Visitor visitor = browser.visitor()) {
            Page page = signedIn(visitor, made("max", Role.READER));
            assertThat(page.evaluate(CALL_FOR_SOMEBODY, "")).isEqualTo(403);
            assertThat(page.evaluate(CALL_FOR_SOMEBODY, "forged")).isEqualTo(403);
            String token = String.valueOf(
                    page.evaluate("() => fetch('/v1/session').then(answer => answer.json()).then(now => now.csrf)"));
            assertThat(page.evaluate(CALL_FOR_SOMEBODY, token)).isEqualTo(200);
        }
    }

    @Test
    void pagesOfOthersNeitherCallNorFrameNorNameTheService() throws IOException, InterruptedException {
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(service.uri("/operations")).build(), BodyHandlers.ofString());
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'none'", "form-action 'none'");
        HttpResponse<String> foreign = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(service.uri("/v1/session"))
                                .header("Origin", "https://evil.example")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"key\":\"x\"}"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), service.uri("/").getPort())) {
            socket.getOutputStream()
                    .write("GET /operations HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 421");
        }
    }
}
