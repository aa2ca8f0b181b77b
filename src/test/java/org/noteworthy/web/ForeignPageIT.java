package org.noteworthy.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.access.KeyFile;
import org.noteworthy.access.Role;
import org.noteworthy.api.RunningService;

/**
 * A page of somebody else in a browser that is signed in here. It lies on another port of this machine, which browsers take for
 * the same site, so that they send the cookies with what it asks for.
 */
class ForeignPageIT {
    private static final String CALL = """
            async ([address, method, type, mode]) => {
              const body = '{"name":"forged","title":"Forged","from":"2020-05-12"}';
              try {
                const answer = await fetch(address, {
                  method, mode, credentials: "include", ...(method === "GET" ? {} : { body, headers: { "Content-Type": type } }),
                });
                return answer.type === "opaque" ? "not to be read" : answer.text();
              } catch {
                return "refused";
              }
            }""";

    @TempDir
    static Path folder;

    private static RunningService service;
    private static HttpServer neighbour;
    private static Browser browser;
    private static String admin = "";

    @BeforeAll
    static void start() throws IOException {
        admin = new KeyFile(folder.resolve("keys.json"))
                .make("boss", Set.of(Role.ADMIN), null, Instant.now())
                .secret()
                .text();
        service = RunningService.over(
                Path.of("rules"), "noteworthy.access=keys", "noteworthy.access.keys=" + folder.resolve("keys.json"));
        neighbour = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        neighbour.createContext("/", ForeignPageIT::answer);
        neighbour.start();
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
        neighbour.stop(0);
        service.close();
    }

    /** A page that shows another one in a frame, or hands it a form. */
    private static void answer(HttpExchange exchange) throws IOException {
        String address =
                service.uri(String.valueOf(exchange.getRequestURI().getQuery())).toString();
        byte[] page = (exchange.getRequestURI().getPath().equals("/form")
                        ? "<form method=post enctype=text/plain action='" + address
                                + "'><input name='{\"name\":\"forged\",\"title\":\"Forged\",\"from\":\"2020-05-12\",\"x\":\"'"
                                + " value='\"}'></form>"
                        : "<iframe name=framed src='" + address + "'></iframe>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    private static URI foreign(String path) {
        return URI.create("http://127.0.0.1:" + neighbour.getAddress().getPort() + path);
    }

    private static Page signedIn(Visitor visitor) {
        return visitor.signIn(service.uri("/drafts"), admin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/playbook", "/drafts", "/audit", "/operations", "/q/swagger-ui/", "/v1/playbooks"})
    void showsNothingOfThisServiceInAFrame(String path) {
        try (Visitor visitor = browser.visitor()) {
            Page page = signedIn(visitor);
            page.navigate(foreign("/frame?" + path).toString());
            Frame framed = page.frame("framed");
            framed.waitForLoadState();
            assertThat(framed.url()).doesNotContain(service.uri("/").getAuthority());
            assertThat(framed.locator("nw-shell, .swagger-ui").count()).isZero();
            assertThat(framed.content()).doesNotContain("inForce");
        }
    }

    @Test
    void callsNothingAndReadsNothing() {
        try (Visitor visitor = browser.visitor()) {
            Page page = signedIn(visitor);
            String drafts = service.uri("/v1/drafts").toString();
            String session = service.uri("/v1/session").toString();
            page.navigate(foreign("/form?/v1/drafts").toString());
            assertThat(page.evaluate(CALL, new String[] {session, "GET", "", "cors"}))
                    .isEqualTo("refused");
            assertThat(page.evaluate(CALL, new String[] {drafts, "POST", "application/json", "cors"}))
                    .isEqualTo("refused");
            assertThat(page.evaluate(CALL, new String[] {drafts, "POST", "text/plain", "cors"}))
                    .isEqualTo("refused");
            assertThat(page.evaluate(CALL, new String[] {drafts, "POST", "text/plain", "no-cors"}))
                    .isEqualTo("not to be read");
            page.evaluate("() => document.querySelector('form').submit()");
            page.waitForURL(url -> url.startsWith(drafts));
            assertThat(page.content()).contains("\"status\":403");
            page.navigate(service.uri("/drafts").toString());
            assertThat(page.evaluate(
                            "() => fetch('/v1/drafts').then(answer => answer.json()).then(all => all.drafts.length)"))
                    .as("still signed in, and nothing was made")
                    .isEqualTo(0);
        }
    }
}
