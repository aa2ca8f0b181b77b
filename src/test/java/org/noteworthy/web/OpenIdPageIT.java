package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People whom an OpenID provider knows, at the pages: a real provider beside the service asks them who they are. */
class OpenIdPageIT {
    private static final String ISSUER = "staff";
    private static final String SIGN_IN = "Sign in";
    private static final String LOOKED_AT = "/playbook?edition=2020-03-25&find=insight&rule=insight-id";

    /** Shows a form to sign in. */
    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server(new OAuth2Config(true));

    @TempDir
    static Path folder;

    private static TlsService service;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        PROVIDER.start(InetAddress.getLoopbackAddress(), 0);
        service = new TlsService(
                folder,
                "noteworthy.access=oidc",
                "noteworthy.access.oidc.issuer=" + PROVIDER.issuerUrl(ISSUER),
                "noteworthy.access.oidc.client=noteworthy",
                "noteworthy.access.oidc.secret=a-secret-of-the-client-that-is-long-enough",
                "noteworthy.access.oidc.role.everybody=reader");
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
        service.close();
        PROVIDER.shutdown();
    }

    private static void signIn(Page page, String name) {
        assertThat(page).hasURL(Pattern.compile("/" + ISSUER + "/authorize\\?"));
        page.locator("input[name=username]").fill(name);
        page.locator("textarea[name=claims]").fill("{\"groups\":[\"everybody\"]}");
        page.locator("input[type=submit]").click();
    }

    private static Page open(Visitor visitor, URI address) {
        Page page = visitor.forgiving().open(address);
        assertThat(page.locator("nw-playbook .state.signed-out")).isVisible();
        return page;
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void whoeverSignsInIsBackAtThePageThatTheyAskedForAndSignsOut(String scheme) {
        try (Visitor visitor = browser.visitor(new NewContextOptions().setIgnoreHTTPSErrors(true))) {
            URI address = service.uri(scheme, LOOKED_AT);
            Page page = open(visitor, address);
            page.locator("nw-shell > button.primary").click();
            signIn(page, "kim");
            assertThat(page.locator(".who-menu > summary")).hasText("kim");
            assertThat(page).hasURL(address.toString());
            assertThat(page.locator("nw-rule.named, .rule.named").first()).isVisible();
            visitor.seesNothingThatShutsOut();
            List<Cookie> cookies = visitor.context().cookies(address.toString());
            areKeptFromOthers(cookies, scheme.equals("https"));
            assertThat(String.valueOf(page.evaluate("document.cookie"))).doesNotContain("q_session");

            page.locator(".who-menu > summary").click();
            assertThat(page.locator(".who-menu .menu-body")).containsText("oidc:kim");
            page.locator(".who-menu button").click();
            assertThat(page).hasURL(service.uri(scheme, "/").toString());
            assertThat(page.locator("nw-shell > button.primary")).hasText(SIGN_IN);
            assertThat(visitor.context().cookies(address.toString()))
                    .noneMatch(each -> each.name.startsWith("q_session"));
            open(visitor, address);
        }
    }

    /** The cookies that know a browser are read by no script, and by no page of another site; over TLS they go nowhere else. */
    private static void areKeptFromOthers(List<Cookie> cookies, boolean tls) {
        List<Cookie> sessions = cookies.stream()
                .filter(each -> each.name.startsWith("q_session"))
                .toList();
        assertThat(sessions).isNotEmpty().allSatisfy(each -> {
            assertThat(each.httpOnly).as(each.name).isTrue();
            assertThat(each.sameSite).as(each.name).isIn(SameSiteAttribute.LAX, SameSiteAttribute.STRICT);
            assertThat(each.secure).as(each.name).isEqualTo(tls);
        });
        assertThat(cookies)
                .filteredOn(each -> each.name.equals("Noteworthy-CSRF"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.sameSite).isEqualTo(SameSiteAttribute.STRICT);
                    assertThat(each.secure).isEqualTo(tls);
                });
        assertThat(cookies).as("nothing else is kept").hasSize(sessions.size() + 1);
    }

    /** What was typed stays where it is while somebody signs in again in a new window. */
    @Test
    void whoeverSignsInAgainInAnotherWindowGoesOnInTheFirst() {
        try (Visitor visitor = browser.visitor()) {
            Page page = open(visitor, service.uri("http", "/playbook"));
            page.locator("nw-shell > button.primary").click();
            signIn(page, "lea");
            assertThat(page.locator(".who-menu > summary")).hasText("lea");
            page.getByLabel("Search clauses and rules").fill("half a word");
            visitor.context().clearCookies();
            assertThat(page.locator("nw-shell dialog")).isVisible();
            Page other =
                    page.waitForPopup(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(SIGN_IN))
                            .click());
            signIn(other, "lea");
            assertThat(other.locator(".who-menu > summary")).hasText("lea");
            other.close();
            page.bringToFront();
            page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))");
            assertThat(page.locator("nw-shell dialog")).isHidden();
            assertThat(page.getByLabel("Search clauses and rules")).hasValue("half a word");
            assertThat(page.locator(".who-menu > summary")).hasText("lea");
        }
    }
}
