package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.junit.jupiter.api.Test;
import org.noteworthy.api.RunningService;

/** A link that holds a note, opened by somebody who has to sign in first: a real OpenID provider asks them who they are. */
class LinkThroughSignInIT {
    private static final String ISSUER = "staff";

    @Test
    void theNoteIsThereAfterTheWayToTheProviderAndBack() throws IOException {
        MockOAuth2Server provider = new MockOAuth2Server(new OAuth2Config(true));
        provider.start(InetAddress.getLoopbackAddress(), 0);
        try (RunningService service = RunningService.over(
                        Path.of("rules"),
                        "noteworthy.access=oidc",
                        "noteworthy.access.oidc.issuer=" + provider.issuerUrl(ISSUER),
                        "noteworthy.access.oidc.client=noteworthy",
                        "noteworthy.access.oidc.secret=a-secret-of-the-client-that-is-long-enough",
                        "noteworthy.access.oidc.role.everybody=reader");
                Browser browser = Browser.start();
                Visitor visitor = browser.visitor().forgiving()) {
            Page page = visitor.open(
                    service.uri("/#note=%7B%22text%22%3A%22Handed%20on%22%2C%22playbook%22%3A%222019-09-27%22%7D"));
            assertThat(NotePage.text(page)).hasText("Handed on");
            page.locator("nw-shell > button.primary").click();
            assertThat(page).hasURL(Pattern.compile("/" + ISSUER + "/authorize"));
            page.locator("input[name=username]").fill("kim");
            page.locator("textarea[name=claims]").fill("{\"groups\":[\"everybody\"]}");
            page.locator("input[type=submit]").click();
            assertThat(page.locator(".who-menu > summary")).hasText("kim");
            assertThat(NotePage.text(page)).hasText("Handed on");
            assertThat(page.locator(".chosen")).containsText("2019-09-27");
            assertThat(page.locator(".result")).isVisible();
        } finally {
            provider.shutdown();
        }
    }
}
