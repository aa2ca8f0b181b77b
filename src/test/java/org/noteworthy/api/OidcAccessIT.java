package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service that knows its callers by the tokens of an OpenID provider: a real one, with keys of its own, beside it. */
class OidcAccessIT {
    private static final String ISSUER = "staff";
    private static final String CLIENT = "noteworthy";
    private static final String AUDIENCE = "noteworthy-api";
    private static final long HOUR = 3600;
    private static final String NOTE = "{\"text\":\"[EXO]\\nSTATUS: On track\"}";

    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();
    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        PROVIDER.start(InetAddress.getLoopbackAddress(), 0);
        service = begin(PROVIDER.issuerUrl(ISSUER).toString());
    }

    private static RunningService begin(String issuer) throws IOException {
        return RunningService.over(
                Path.of("rules"),
                "noteworthy.access=oidc",
                "noteworthy.access.oidc.issuer=" + issuer,
                "noteworthy.access.oidc.client=" + CLIENT,
                "noteworthy.access.oidc.secret=a-secret-of-the-client-that-is-long-enough",
                "noteworthy.access.oidc.audience=" + AUDIENCE,
                "noteworthy.access.oidc.role.everybody=reader",
                "noteworthy.access.oidc.role.owners=author,publisher",
                "noteworthy.access.oidc.role.auditors=auditor",
                "noteworthy.access.oidc.role.bosses=admin",
                "noteworthy.access.failures.allowed=1000000");
    }

    @AfterAll
    static void stop() {
        service.close();
        PROVIDER.shutdown();
    }

    private static String token(String subject, String... groups) {
        return issued(subject, List.of(AUDIENCE), Map.of("groups", List.of(groups)), HOUR);
    }

    private static String issued(String subject, List<String> audience, Map<String, Object> claims, long expiry) {
        return PROVIDER.issueToken(
                        ISSUER,
                        CLIENT,
                        new DefaultOAuth2TokenCallback(ISSUER, subject, "JWT", audience, claims, expiry))
                .serialize();
    }

    private static HttpResponse<String> send(String method, String path, String token) {
        return service.send(service.request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(NOTE)));
    }

    private static double count(String reason) {
        return send("GET", "/q/metrics", token("kim", "everybody"))
                .body()
                .lines()
                .filter(line -> line.startsWith("noteworthy_sign_in_failures_total{reason=\"" + reason + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void aTokenHasTheRolesOfItsGroups() {
        assertThat(send("POST", "/v1/check", token("kim", "everybody")).statusCode())
                .isEqualTo(200);
        assertThat(send("GET", "/v1/audit/summary", token("kim", "everybody")).statusCode())
                .isEqualTo(403);
        assertThat(send("GET", "/v1/audit/summary", token("kim", "everybody", "auditors"))
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> refused = send("PUT", "/v1/audit/holds/E-1", token("kim", "owners"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("the role admin; kim has author, publisher");
        HttpResponse<String> stranger = send("POST", "/v1/check", token("lee", "strangers", "admin"));
        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(stranger.body()).contains("lee has no role");
        assertThat(send("GET", "/v1", token("kim", "bosses")).body()).contains("\"access\":\"oidc\"");
    }

    @Test
    void aDecisionTellsWhoAsked() {
        HttpResponse<String> answer = send("POST", "/v1/check", token("kim", "everybody"));
        String id = answer.headers().firstValue("Noteworthy-Decision").orElseThrow();
        JsonNode decision = new JsonMapper()
                .readTree(send("GET", "/v1/audit/decisions/" + id, token("lee", "auditors"))
                        .body());
        assertThat(decision.get("identity").asString()).isEqualTo("oidc:kim");
        assertThat(decision.get("caller").asString()).isEqualTo("127.0.0.1");
    }

    /** Tokens that are not taken, by what is counted for each. */
    private static Map<String, String> refusedTokens() throws JOSEException {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> groups = Map.of("groups", List.of("bosses"));
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("for another service: audience", issued("kim", List.of("payroll"), groups, HOUR));
        tokens.put("for nobody: audience", issued("kim", List.of(), groups, HOUR));
        tokens.put(
                "ten minutes past its time: expired", issued("kim", List.of(AUDIENCE), with("exp", now - 600), HOUR));
        tokens.put("ten minutes too early: early", issued("kim", List.of(AUDIENCE), with("nbf", now + 600), HOUR));
        tokens.put("made in ten minutes: early", issued("kim", List.of(AUDIENCE), with("iat", now + 600), HOUR));
        tokens.put(
                "of another provider at the same address: signature",
                PROVIDER.issueToken(
                                "strangers",
                                CLIENT,
                                new DefaultOAuth2TokenCallback(
                                        "strangers", "kim", "JWT", List.of(AUDIENCE), groups, HOUR))
                        .serialize());
        tokens.put(
                "that names somebody else's issuer: issuer",
                issued("kim", List.of(AUDIENCE), with("iss", "https://evil.example"), HOUR));

        String right = token("kim", "bosses");
        String[] parts = right.split("\\.", -1);
        String changed = (parts[2].charAt(5) == 'A' ? 'B' : 'A') + "";
        tokens.put(
                "whose signature was changed: signature",
                parts[0] + "." + parts[1] + "." + parts[2].substring(0, 5) + changed + parts[2].substring(6));
        tokens.put(
                "whose content was changed: signature",
                parts[0] + "." + token("lee", "bosses").split("\\.", -1)[1] + "." + parts[2]);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject("kim")
                .issuer(PROVIDER.issuerUrl(ISSUER).toString())
                .audience(AUDIENCE)
                .claim("groups", List.of("bosses"))
                .claim("iat", now)
                .claim("exp", now + HOUR)
                .build();
        tokens.put("that nobody has signed: signature", new PlainJWT(claims).serialize());
        SignedJWT guessed = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        guessed.sign(new MACSigner("a-secret-of-the-client-that-is-long-enough"));
        tokens.put("signed by the secret of the client: signature", guessed.serialize());
        // The keys of two such providers are the same, so the forger has one of its own under the same name.
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(ISSUER).build(), claims);
        forged.sign(new RSASSASigner(new RSAKeyGenerator(2048).keyID(ISSUER).generate()));
        tokens.put("signed by another provider in its name: signature", forged.serialize());
        tokens.put("that is none: malformed", "nwk_12345678_" + "0".repeat(64));
        tokens.put("that is nearly none: ", "a.b.c");
        tokens.put("of nobody: malformed", issued(" ", List.of(AUDIENCE), groups, HOUR));
        tokens.put("of somebody with two lines: malformed", issued("kim\nadmin", List.of(AUDIENCE), groups, HOUR));
        return tokens;
    }

    private static Map<String, Object> with(String claim, Object value) {
        Map<String, Object> claims = new HashMap<>(Map.of("groups", List.of("bosses")));
        claims.put(claim, value);
        return claims;
    }

    @TestFactory
    Stream<DynamicTest> aTokenIsNotTaken() throws JOSEException {
        return refusedTokens().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> isNotTaken(each.getKey(), each.getValue())));
    }

    private static void isNotTaken(String what, String token) {
        String auditor = token("lee", "auditors");
        String before = send("GET", "/v1/audit/summary", auditor).body();
        String reason = what.substring(what.indexOf(": ") + 2);
        double counted = count(reason);
        double all = count("");
        for (String path : List.of("/v1/check", "/v1/audit/holds/E-1", "/q/metrics")) {
            String method = path.contains("check") ? "POST" : path.contains("holds") ? "PUT" : "GET";
            HttpResponse<String> answer = send(method, path, token);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .hasValue("Bearer realm=\"noteworthy\", error=\"invalid_token\"");
            assertThat(answer.body()).contains("\"title\":\"Not signed in\"");
        }
        if (!reason.isEmpty()) {
            assertThat(count(reason)).isEqualTo(counted + 3);
        }
        assertThat(count("")).isEqualTo(all);
        assertThat(send("GET", "/v1/audit/summary", auditor).body()).isEqualTo(before);
        assertThat(send("GET", "/v1/audit/holds", auditor).body()).doesNotContain("E-1");
        assertThat(service.log()).doesNotContain(token);
    }

    @Test
    void aProgramWithoutATokenIsNotLedAnywhere() {
        for (String path : List.of("/v1", "/q/metrics", "/q/swagger-ui/")) {
            HttpResponse<String> answer = service.send(
                    service.request(path).header("Accept", "application/json").GET());
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Location")).isEmpty();
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
        assertThat(service.get("/q/health/live").statusCode()).isEqualTo(200);
    }

    /** A browser: keeps cookies, goes where it is led, asks for pages. */
    private static final class Browser {
        private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        private final HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();

        HttpResponse<String> open(URI address, String... headers) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(address)
                    .header("Accept", "text/html,application/xhtml+xml;q=0.9")
                    .GET();
            return client.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
        }

        HttpResponse<String> call(String method, String path, String... headers)
                throws IOException, InterruptedException {
            HttpRequest.Builder request = service.request(path)
                    .header("Accept", "application/json")
                    .header("Content-Type", "application/json")
                    .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(NOTE));
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            return client.send(request.build(), BodyHandlers.ofString());
        }

        HttpCookie cookie(String name) {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().startsWith(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no cookie " + name + " among "
                            + cookies.getCookieStore().getCookies()));
        }
    }

    private static URI location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
    }

    private static Browser signedIn(String subject, String... groups) throws IOException, InterruptedException {
        PROVIDER.enqueueCallback(new DefaultOAuth2TokenCallback(
                ISSUER, subject, "JWT", List.of(CLIENT), Map.of("groups", List.of(groups)), HOUR));
        Browser browser = new Browser();
        URI provider = location(browser.open(service.uri("/q/swagger-ui/")));
        assertThat(provider.toString()).startsWith(PROVIDER.issuerUrl(ISSUER).toString());
        assertThat(provider.getQuery())
                .contains(
                        "response_type=code",
                        "client_id=" + CLIENT,
                        "code_challenge=",
                        "code_challenge_method=S256",
                        "state=");
        URI back = location(browser.open(provider));
        assertThat(back.getPath()).isEqualTo("/q/signed-in");
        URI page = location(browser.open(back));
        assertThat(page.getPath()).isEqualTo("/q/swagger-ui/");
        HttpResponse<String> shown = browser.open(page);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'none'");
        return browser;
    }

    @Test
    void aPersonIsLedToTheProviderAndBack() throws IOException, InterruptedException {
        Browser browser = signedIn("kim", "everybody");
        assertThat(browser.call("GET", "/v1/playbooks").statusCode()).isEqualTo(200);
        assertThat(browser.call("GET", "/v1/audit/summary").statusCode()).isEqualTo(403);
        assertThat(browser.cookie("q_session").isHttpOnly()).isTrue();
    }

    @Test
    void aCallThatChangesSomethingRepeatsWhatOnlyOurPagesCanRead() throws IOException, InterruptedException {
        Browser browser = signedIn("kim", "bosses");
        Browser other = signedIn("lee", "bosses");
        assertThat(browser.call("GET", "/v1").statusCode()).isEqualTo(200);
        assertThat(other.call("GET", "/v1").statusCode()).isEqualTo(200);
        String token = browser.cookie("Noteworthy-CSRF").getValue();
        String foreign = other.cookie("Noteworthy-CSRF").getValue();
        assertThat(foreign).isNotEqualTo(token);
        for (String[] headers : new String[][] {
            {}, {"Noteworthy-CSRF", ""}, {"Noteworthy-CSRF", "x"}, {"Noteworthy-CSRF", foreign},
        }) {
            for (String path : List.of("/v1/check", "/v1/audit/holds/E-7")) {
                HttpResponse<String> refused = browser.call(path.contains("holds") ? "PUT" : "POST", path, headers);
                assertThat(refused.statusCode()).isEqualTo(403);
                assertThat(refused.body()).contains("\"title\":\"Not from our page\"");
            }
        }
        assertThat(browser.call("GET", "/v1/audit/holds").body()).doesNotContain("E-7");
        HttpResponse<String> checked = browser.call("POST", "/v1/check", "Noteworthy-CSRF", token);
        assertThat(checked.statusCode()).as(checked.body()).isEqualTo(200);
        HttpResponse<String> page =
                browser.call("POST", "/v1/check", "Noteworthy-CSRF", token, "Origin", "https://evil.example");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Foreign origin");
    }

    @Test
    void aTokenOfAnotherSessionOfTheSamePersonIsNotTaken() throws IOException, InterruptedException {
        Browser browser = signedIn("kim", "bosses");
        Browser other = signedIn("kim", "bosses");
        JsonNode state =
                new JsonMapper().readTree(other.call("GET", "/v1/session").body());
        String foreign = state.get("csrf").asString();
        HttpResponse<String> refused = browser.call("POST", "/v1/check", "Noteworthy-CSRF", foreign);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(other.call("POST", "/v1/check", "Noteworthy-CSRF", foreign).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPageLeadsToTheProviderAndGetsItsReaderBack() throws IOException, InterruptedException {
        PROVIDER.enqueueCallback(new DefaultOAuth2TokenCallback(
                ISSUER, "kim", "JWT", List.of(CLIENT), Map.of("groups", List.of("everybody")), HOUR));
        Browser browser = new Browser();
        assertThat(browser.call("GET", "/v1/session").body())
                .isEqualTo("{\"access\":\"oidc\",\"signedIn\":false,\"roles\":[],\"operations\":[\"beginSession\","
                        + "\"endSession\",\"getSession\",\"isAlive\",\"isReady\"],\"signIn\":\"/q/sign-in\"}");
        assertThat(browser.open(service.uri("/drafts")).statusCode())
                .as("pages need no sign-in")
                .isIn(200, 404);
        URI provider = location(browser.open(service.uri("/q/sign-in?to=/drafts")));
        assertThat(provider.toString()).startsWith(PROVIDER.issuerUrl(ISSUER).toString());
        URI back = location(browser.open(location(browser.open(provider))));
        assertThat(back.getPath()).isEqualTo("/q/sign-in");
        URI page = location(browser.open(back));
        assertThat(page).isEqualTo(service.uri("/drafts"));
        JsonNode state =
                new JsonMapper().readTree(browser.call("GET", "/v1/session").body());
        assertThat(state.get("identity").asString()).isEqualTo("oidc:kim");
        assertThat(state.get("roles").toString()).isEqualTo("[\"reader\"]");
        assertThat(state.get("signOut").asString()).isEqualTo("/q/sign-out");
        assertThat(state.has("signIn")).isFalse();
        assertThat(browser.call(
                                "POST",
                                "/v1/check",
                                "Noteworthy-CSRF",
                                state.get("csrf").asString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoeverComesBackIsLedToNoOtherPlace() throws IOException, InterruptedException {
        Browser browser = signedIn("kim", "everybody");
        Map<String, String> led = Map.of(
                "/playbook", "/playbook",
                "//evil.example", "/",
                "https://evil.example", "/",
                "/%5cevil.example", "/",
                "/%2f/evil.example", "/",
                "/%0d%0aLocation:x", "/",
                "/q/sign-in", "/",
                "/drafts&to=/audit", "/",
                "", "/");
        for (Map.Entry<String, String> each : led.entrySet()) {
            HttpResponse<String> answer = browser.open(service.uri("/q/sign-in?to=" + each.getKey()));
            assertThat(answer.statusCode()).as(each.getKey()).isEqualTo(302);
            assertThat(answer.headers().allValues("Location")).as(each.getKey()).containsExactly(each.getValue());
        }
    }

    @Test
    void whoeverSignsOutIsSignedOutAtTheProviderToo() throws IOException, InterruptedException {
        Browser browser = signedIn("kim", "everybody");
        HttpResponse<String> foreign = browser.open(service.uri("/q/sign-out"), "Sec-Fetch-Site", "cross-site");
        assertThat(location(foreign).getPath()).isEqualTo("/");
        assertThat(browser.call("GET", "/v1/playbooks").statusCode())
                .as("another page signs nobody out")
                .isEqualTo(200);
        URI provider = location(browser.open(service.uri("/q/sign-out")));
        assertThat(provider.toString())
                .startsWith(PROVIDER.endSessionEndpointUrl(ISSUER).toString());
        assertThat(provider.getQuery())
                .contains("client_id=" + CLIENT, "id_token_hint=", "post_logout_redirect_uri=" + service.uri("/"));
        assertThat(location(browser.open(provider)).getPath()).isEqualTo("/");
        assertThat(browser.call("GET", "/v1/playbooks").statusCode()).isEqualTo(401);
        assertThat(browser.call("GET", "/v1/session").body()).contains("\"signedIn\":false");
        assertThat(location(browser.open(service.uri("/q/sign-out"))).getPath())
                .as("again")
                .isEqualTo("/");
    }

    @Test
    void aPageSignsOutOfThisServiceAlone() throws IOException, InterruptedException {
        Browser browser = signedIn("kim", "everybody");
        assertThat(browser.call("DELETE", "/v1/session").statusCode())
                .as("a foreign page does not")
                .isEqualTo(403);
        String token = new JsonMapper()
                .readTree(browser.call("GET", "/v1/session").body())
                .get("csrf")
                .asString();
        HttpResponse<String> out = browser.call("DELETE", "/v1/session", "Noteworthy-CSRF", token);
        assertThat(out.statusCode()).as(out.body()).isEqualTo(200);
        assertThat(browser.call("GET", "/v1/playbooks").statusCode()).isEqualTo(401);
        assertThat(browser.call("POST", "/v1/session").statusCode())
                .as("keys are not taken here")
                .isEqualTo(409);
    }

    @Test
    void aWayBackThatNobodyAskedForSignsNobodyIn() throws IOException, InterruptedException {
        Browser browser = new Browser();
        location(browser.open(service.uri("/q/swagger-ui/")));
        for (String query : List.of("code=x&state=y", "state=y", "error=access_denied%0aFORGED&state=y", "code=x")) {
            HttpResponse<String> answer = browser.open(service.uri("/q/signed-in?" + query));
            assertThat(answer.statusCode()).as(query + answer.body()).isIn(401, 302);
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .noneMatch(cookie -> cookie.startsWith("q_session=") && !cookie.contains("q_session=;"));
        }
        assertThat(service.log()).doesNotContain("FORGED");
        assertThat(browser.call("GET", "/v1").statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionThatWasMadeUpIsNone() throws IOException, InterruptedException {
        for (String value : List.of("x", "a.b.c", "a|b|c", token("kim", "bosses"))) {
            HttpResponse<String> answer = service.send(service.request("/v1")
                    .header("Cookie", "q_session=" + value)
                    .GET());
            assertThat(answer.statusCode()).as(value + ": " + answer.body()).isEqualTo(401);
        }
    }

    @Test
    void aProviderThatIsAwayLetsNobodyInAndIsAskedAgain() throws IOException {
        MockOAuth2Server late = new MockOAuth2Server();
        int port;
        try (java.net.ServerSocket free = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String issuer = "http://127.0.0.1:" + port + "/" + ISSUER;
        try (RunningService waiting = begin(issuer)) {
            HttpRequest.Builder call = waiting.request("/v1")
                    .header("Authorization", "Bearer " + token("kim", "everybody"))
                    .GET();
            HttpResponse<String> answer = waiting.send(call);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.body())
                    .contains("\"title\":\"Sign-in impossible\"")
                    .doesNotContain("Exception");
            late.start(InetAddress.getLoopbackAddress(), port);
            String token = late.issueToken(
                            ISSUER,
                            CLIENT,
                            new DefaultOAuth2TokenCallback(
                                    ISSUER, "kim", "JWT", List.of(AUDIENCE), with("iss", issuer), HOUR))
                    .serialize();
            org.noteworthy.audit.Await.until(() -> waiting.send(waiting.request("/v1")
                                    .header("Authorization", "Bearer " + token)
                                    .GET())
                            .statusCode()
                    == 200);
        } finally {
            late.shutdown();
        }
    }

    @Test
    void theCallsAreDescribedWithTheirRefusals() throws IOException {
        Description description = new Description(
                send("GET", "/q/openapi?format=json", token("kim", "everybody")).body());
        assertThat(description.folder("checkNote", 401)).isEqualTo("NotSignedIn");
        assertThat(Files.exists(ShownAnswer.EXAMPLES.resolve("NotSignedIn"))).isTrue();
    }
}
