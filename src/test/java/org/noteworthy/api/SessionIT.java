package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.access.CallTable;
import org.noteworthy.access.KeyFile;
import org.noteworthy.access.Role;
import org.noteworthy.audit.Await;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Browsers that sign in by a key: what they are known by, what they have to repeat, and when they are known no longer. */
class SessionIT {
    private static final String JSON = "application/json";
    private static final String CSRF = "Noteworthy-CSRF";
    private static final String NOTE = "{\"text\":\"[EXO]\\nSTATUS: On track\"}";
    private static final String WRONG = "nwk_00000000_0000000000000000000000000000000000000000000000000000000000000000";
    private static final int MOST = 4;

    @TempDir
    static Path folder;

    private static KeyFile keys = new KeyFile(Path.of(""));
    private static final Map<String, KeyFile.Made> OWNERS = new HashMap<>();
    private static RunningService service;

    /** A browser as far as it matters here: what it has of the service. */
    private record Browser(String cookie, String csrf, JsonNode state) {
        HttpRequest.Builder to(String path) {
            return service.request(path).header("Cookie", cookie).header("Content-Type", JSON);
        }

        HttpResponse<String> get(String path) {
            return service.send(to(path).GET());
        }

        /** A check that repeats that, or nothing. */
        HttpResponse<String> check(String... repeated) {
            HttpRequest.Builder call = to("/v1/check").POST(BodyPublishers.ofString(NOTE));
            for (String token : repeated) {
                call.header(CSRF, token);
            }
            return service.send(call);
        }

        HttpResponse<String> delete(String path) {
            return service.send(to(path).header(CSRF, csrf).DELETE());
        }
    }

    private static KeyFile.Made kim() {
        return Objects.requireNonNull(OWNERS.get("kim"));
    }

    private static KeyFile.Made boss() {
        return Objects.requireNonNull(OWNERS.get("boss"));
    }

    private static KeyFile.Made made(String name, Role role) {
        return keys.make(name, Set.of(role), null, Instant.now());
    }

    @BeforeAll
    static void start() throws IOException {
        keys = new KeyFile(folder.resolve("keys.json"));
        OWNERS.put("kim", made("kim", Role.AUTHOR));
        OWNERS.put("boss", made("boss", Role.ADMIN));
        service = RunningService.over(
                Path.of("rules"),
                "noteworthy.access=keys",
                "noteworthy.access.keys=" + folder.resolve("keys.json"),
                "noteworthy.access.sessions.most=" + MOST,
                "noteworthy.access.failures.allowed=1000000");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> begin(RunningService at, String body, String... headers) {
        HttpRequest.Builder call =
                at.request("/v1/session").header("Content-Type", JSON).POST(BodyPublishers.ofString(body));
        return at.send(headers.length == 0 ? call : call.headers(headers));
    }

    private static String body(String secret) {
        return "{\"key\":\"" + secret + "\"}";
    }

    private static Browser signedIn(KeyFile.Made key, String... headers) {
        HttpResponse<String> answer = begin(service, body(key.secret().text()), headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode state = new JsonMapper().readTree(answer.body());
        return new Browser(
                cookie(answer, "Noteworthy-Session-" + service.port()),
                state.get("csrf").asString(),
                state);
    }

    /** What the browser sends from then on. */
    private static String cookie(HttpResponse<String> answer, String name) {
        Matcher given = Pattern.compile(Pattern.quote(name) + "=[^;]*")
                .matcher(String.join("\n", answer.headers().allValues("Set-Cookie")));
        assertThat(given.find()).as("%s", answer.headers().map()).isTrue();
        return given.group();
    }

    private static JsonNode state(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }

    private static JsonNode asBoss(String path) {
        return state(service.send(service.request(path)
                .header("Authorization", "Bearer " + boss().secret().text())
                .GET()));
    }

    @Test
    void nobodyIsToldNothingButHowToSignIn() {
        HttpResponse<String> answer = service.get("/v1/session");
        assertThat(answer.body())
                .isEqualTo("{\"access\":\"keys\",\"signedIn\":false,\"roles\":[],\"operations\":"
                        + "[\"beginSession\",\"endSession\",\"getSession\",\"isAlive\",\"isReady\"]}");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void aBrowserThatIsSignedInIsKnownAsItsKey() {
        HttpResponse<String> answer = begin(service, body(kim().secret().text()));
        List<String> cookies = answer.headers().allValues("Set-Cookie");
        assertThat(cookies)
                .hasSize(2)
                .anyMatch(cookie -> cookie.matches(
                        "Noteworthy-Session-" + service.port() + "=[0-9a-f]{64}; Path=/; HTTPOnly; SameSite=Strict"))
                .anyMatch(cookie -> cookie.matches(CSRF + "=[\\w-]{43}; Path=/; SameSite=Strict"));
        Browser browser = signedIn(kim());
        assertThat(browser.state().get("identity").asString()).isEqualTo("key:kim");
        assertThat(state(browser.get("/v1/session"))).isEqualTo(browser.state());
        assertThat(browser.state().get("roles").toString()).isEqualTo("[\"author\"]");
        assertThat(browser.state().get("operations").toString())
                .contains("\"createDraft\"", "\"checkNote\"")
                .doesNotContain("publishDraft", "listKeys");
        Instant until = Instant.parse(browser.state().get("until").asString());
        assertThat(Duration.between(Instant.now(), until)).isBetween(Duration.ofHours(11), Duration.ofHours(12));
        assertThat(browser.get("/v1/drafts").statusCode()).isEqualTo(200);
        assertThat(browser.get("/v1/keys").statusCode()).isEqualTo(403);
        assertThat(browser.check(browser.csrf()).statusCode()).isEqualTo(200);
        assertThat(asBoss("/v1/audit/decisions?identity=key:kim&limit=1").get("decisions"))
                .isNotEmpty();
        assertThat(service.log())
                .contains("key:kim signed in from 127.0.0.1")
                .doesNotContain(kim().secret().text(), browser.cookie().replaceAll(".*=", ""));
    }

    @Test
    void aCallThatChangesSomethingRepeatsTheTokenOfItsOwnSession() {
        Browser browser = signedIn(kim());
        Browser sameOwner = signedIn(kim());
        Browser foreign = signedIn(boss());
        assertThat(browser.check().statusCode()).as("missing").isEqualTo(403);
        for (String token : List.of("", "x", sameOwner.csrf(), foreign.csrf(), browser.csrf() + "x")) {
            HttpResponse<String> refused = browser.check(token);
            assertThat(refused.statusCode()).as(token).isEqualTo(403);
            assertThat(refused.body()).contains("\"title\":\"Not from our page\"");
        }
        HttpResponse<String> planted = service.send(service.request("/v1/check")
                .header("Content-Type", JSON)
                .header("Cookie", browser.cookie() + "; " + CSRF + "=forged")
                .header(CSRF, "forged")
                .POST(BodyPublishers.ofString(NOTE)));
        assertThat(planted.statusCode())
                .as("a neighbour of the host has planted it")
                .isEqualTo(403);
        HttpResponse<String> out = service.send(
                browser.to("/v1/session").header(CSRF, foreign.csrf()).DELETE());
        assertThat(out.statusCode()).as("nobody else signs it out").isEqualTo(403);
        assertThat(browser.check(browser.csrf()).statusCode()).isEqualTo(200);
        HttpResponse<String> page = service.send(browser.to("/v1/check")
                .header(CSRF, browser.csrf())
                .header("Origin", "https://evil.example")
                .POST(BodyPublishers.ofString(NOTE)));
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Foreign origin");
    }

    @Test
    void aTokenIsNotTakenForTheNextSession() {
        Browser before = signedIn(kim());
        assertThat(before.delete("/v1/session").statusCode()).isEqualTo(200);
        Browser after = signedIn(kim());
        assertThat(after.check(before.csrf()).statusCode()).isEqualTo(403);
        assertThat(before.check(before.csrf()).statusCode()).isEqualTo(401);
    }

    @Test
    void whoeverIsSignedOutIsKnownNoLonger() {
        Browser browser = signedIn(kim());
        HttpResponse<String> out = browser.delete("/v1/session");
        assertThat(state(out).get("signedIn").asBoolean()).isFalse();
        assertThat(out.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("Noteworthy-Session-") && cookie.contains("Max-Age=0"));
        assertThat(browser.get("/v1/playbooks").statusCode()).isEqualTo(401);
        assertThat(state(browser.get("/v1/session")).get("signedIn").asBoolean())
                .isFalse();
        assertThat(browser.delete("/v1/session").statusCode()).as("again").isEqualTo(200);
    }

    @Test
    void aSessionEndsWithItsKey() {
        KeyFile.Made gone = made("gone", Role.ADMIN);
        Await.until(() -> begin(service, body(gone.secret().text())).statusCode() == 200);
        Browser browser = signedIn(gone);
        assertThat(browser.get("/v1/playbooks").statusCode()).isEqualTo(200);
        keys.revoke(gone.key().id(), Instant.now());
        Await.until(() -> browser.get("/v1/playbooks").statusCode() == 401);
        assertThat(state(browser.get("/v1/session")).get("signedIn").asBoolean())
                .isFalse();
        assertThat(browser.check(browser.csrf()).statusCode()).isEqualTo(401);
        assertThat(begin(service, body(gone.secret().text())).statusCode()).isEqualTo(401);
        assertThat(asBoss("/v1/sessions").toString()).doesNotContain("key:gone");
        service.said(line -> line.contains("Not let in from 127.0.0.1: revoked"));
    }

    @Test
    void whoeverSignsInAnewHasOneSession() {
        Browser before = signedIn(kim());
        Browser after = signedIn(kim(), "Cookie", before.cookie());
        assertThat(after.cookie()).isNotEqualTo(before.cookie());
        assertThat(before.get("/v1/playbooks").statusCode()).isEqualTo(401);
        Browser fixed = signedIn(kim(), "Cookie", "Noteworthy-Session-" + service.port() + "=" + "a".repeat(64));
        assertThat(fixed.cookie()).as("what somebody planted is not taken").doesNotContain("a".repeat(64));
    }

    @Test
    void theCookieOfAnotherPortOfThisHostIsNone() {
        Browser browser = signedIn(kim());
        String secret = browser.cookie().replaceAll(".*=", "");
        for (String name :
                List.of("Noteworthy-Session", "Noteworthy-Session-1", "__Host-Noteworthy-Session-" + service.port())) {
            HttpResponse<String> answer = service.send(service.request("/v1/playbooks")
                    .header("Cookie", name + "=" + secret)
                    .GET());
            assertThat(answer.statusCode()).as(name).isEqualTo(401);
        }
        HttpResponse<String> both = service.send(service.request("/v1/playbooks")
                .header("Cookie", "Noteworthy-Session-1=" + "b".repeat(64) + "; " + browser.cookie())
                .GET());
        assertThat(both.statusCode()).as("beside its own").isEqualTo(200);
    }

    @Test
    void anAuthorizationBeatsACookie() {
        Browser browser = signedIn(boss());
        HttpResponse<String> asKim = service.send(browser.to("/v1/session")
                .header("Authorization", "Bearer " + kim().secret().text())
                .GET());
        assertThat(state(asKim).get("identity").asString()).isEqualTo("key:kim");
        assertThat(state(asKim).has("csrf")).isFalse();
        HttpResponse<String> wrong = service.send(browser.to("/v1/session")
                .header("Authorization", "Bearer " + WRONG)
                .GET());
        assertThat(wrong.statusCode()).isEqualTo(401);
        HttpResponse<String> program = service.send(browser.to("/v1/check")
                .header("Authorization", "Bearer " + kim().secret().text())
                .POST(BodyPublishers.ofString(NOTE)));
        assertThat(program.statusCode()).as("and need not repeat anything").isEqualTo(200);
    }

    @Test
    void thereAreSoManySessionsAndTheLongestIdleGoes() {
        Browser lees = signedIn(boss());
        Browser first = signedIn(kim());
        Browser second = signedIn(kim());
        for (int i = 0; i < MOST; i++) {
            assertThat(first.get("/v1/session").body()).contains("\"signedIn\":true");
            signedIn(kim());
        }
        assertThat(second.get("/v1/playbooks").statusCode()).isEqualTo(401);
        assertThat(first.get("/v1/playbooks").statusCode()).isEqualTo(200);
        assertThat(lees.get("/v1/playbooks").statusCode())
                .as("one key does not end the sessions of another")
                .isEqualTo(200);
        assertThat(asBoss("/v1/sessions").get("sessions")).hasSize(MOST);
    }

    @Test
    void anAdminSeesAndEndsSessions() {
        Browser kims = signedIn(kim());
        Browser bosses = signedIn(boss());
        HttpResponse<String> listed = bosses.get("/v1/sessions");
        for (Browser each : List.of(kims, bosses)) {
            assertThat(listed.body()).doesNotContain(each.cookie().replaceAll(".*=", ""), each.csrf());
        }
        String id = "";
        for (JsonNode each : state(listed).get("sessions")) {
            boolean isKims = each.get("identity").asString().equals("key:kim");
            assertThat(each.get("current").asBoolean() && isKims).isFalse();
            id = isKims && id.isEmpty() ? each.get("id").asString() : id;
        }
        assertThat(kims.delete("/v1/sessions/" + id).statusCode()).isEqualTo(403);
        assertThat(state(bosses.delete("/v1/sessions/" + id)).get("key").asString())
                .isEqualTo(kim().key().id());
        assertThat(kims.get("/v1/playbooks").statusCode()).isEqualTo(401);
        assertThat(bosses.delete("/v1/sessions/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void anAdminSeesKeysWithoutSecrets() {
        Instant expires = Instant.now().plus(Duration.ofDays(9)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        KeyFile.Made unused = keys.make("unused", Set.of(Role.READER, Role.AUDITOR), expires, Instant.now());
        Await.until(() -> asBoss("/v1/keys").toString().contains(unused.key().id()));
        JsonNode listed = asBoss("/v1/keys");
        assertThat(listed.toString())
                .doesNotContain(unused.key().hash(), unused.secret().text(), "nwk_");
        for (JsonNode each : listed.get("keys")) {
            if (each.get("id").asString().equals(unused.key().id())) {
                assertThat(each.toString())
                        .contains(
                                "\"roles\":[\"reader\",\"auditor\"]",
                                "\"state\":\"taken\"",
                                "\"expires\":\"" + expires + "\"")
                        .doesNotContain("\"used\"", "\"revoked\"");
            }
            if (each.get("id").asString().equals(boss().key().id())) {
                assertThat(each.has("used")).isTrue();
            }
        }
    }

    @Test
    void theTableOfCallsIsToldToAnyRole() {
        JsonNode table = state(signedIn(kim()).get("/v1/access"));
        assertThat(table.get("calls"))
                .hasSize(CallTable.all().size() + CallTable.open().size());
        assertThat(table.toString())
                .contains(
                        "{\"operation\":\"publishDraft\",\"open\":false,\"roles\":[\"publisher\",\"admin\"]}",
                        "{\"operation\":\"checkNote\",\"open\":false,\"roles\":[\"reader\",\"author\",");
    }

    @Test
    void theExplorerRepeatsTheTokenByAScriptOfItsOwn() {
        Browser browser = signedIn(kim());
        assertThat(browser.get("/q/swagger-ui/").body()).contains("<script src=\"/explorer.js\"></script>");
        HttpResponse<String> script = service.get("/explorer.js");
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
        assertThat(script.body()).contains("\"" + CSRF + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nwk_x", "", " ", WRONG, "nwk_\\u0000", "' or ''=''"})
    void aKeyThatIsNoneSignsNobodyIn(String key) {
        HttpResponse<String> answer = begin(service, body(key));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.body()).contains("\"title\":\"Not signed in\"");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(service.log()).doesNotContain(WRONG);
    }

    @Test
    void whatIsNoSignInIsRefusedBeforeItIsRead() {
        assertThat(begin(service, "{}").statusCode()).isEqualTo(422);
        assertThat(begin(service, "{\"key\":[7]}").statusCode()).isEqualTo(422);
        assertThat(begin(service, "{\"key\":").statusCode()).isEqualTo(400);
        assertThat(begin(service, body("x".repeat(2_000))).statusCode()).isEqualTo(413);
        HttpResponse<String> endless = service.send(service.request("/v1/session")
                .header("Content-Type", JSON)
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(body(WRONG)))));
        assertThat(endless.statusCode()).as("its length is not stated").isEqualTo(413);
        HttpResponse<String> form = service.post("/v1/session", "application/x-www-form-urlencoded", "key=x");
        assertThat(form.statusCode()).isEqualTo(415);
        HttpResponse<String> foreign = begin(service, body(kim().secret().text()), "Origin", "https://evil.example");
        assertThat(foreign.statusCode())
                .as("no page signs somebody in as somebody else")
                .isEqualTo(403);
        assertThat(foreign.headers().allValues("Set-Cookie")).isEmpty();
        HttpResponse<String> large = service.post("/drafts", JSON, "x".repeat(100_000));
        assertThat(large.statusCode()).as("nothing is read for nobody").isEqualTo(401);
    }

    @Test
    void whoeverFailsToSignInIsSlowedDownLikeAnyCaller() throws IOException {
        try (RunningService strict = RunningService.over(
                Path.of("rules"),
                "noteworthy.audit.enabled=false",
                "noteworthy.access=keys",
                "noteworthy.access.keys=" + folder.resolve("keys.json"),
                "noteworthy.access.failures.allowed=3",
                "noteworthy.access.failures.forgotten-after=1H")) {
            String session = "Noteworthy-Session-" + strict.port() + "=" + "0".repeat(64);
            for (int i = 0; i < 10; i++) {
                HttpResponse<String> stale = strict.send(strict.request("/v1/playbooks")
                        .header("Cookie", session)
                        .GET());
                assertThat(stale.statusCode())
                        .as("what was a session is no try")
                        .isEqualTo(401);
            }
            HttpResponse<String> in = begin(strict, body(kim().secret().text()));
            assertThat(in.statusCode()).isEqualTo(200);
            for (int i = 0; i < 3; i++) {
                assertThat(begin(strict, body(WRONG)).statusCode()).isEqualTo(401);
            }
            for (String secret : List.of(WRONG, kim().secret().text())) {
                HttpResponse<String> slowed = begin(strict, body(secret));
                assertThat(slowed.statusCode()).isEqualTo(429);
                assertThat(slowed.headers().firstValue("Retry-After")).isPresent();
            }
            HttpResponse<String> header = strict.send(strict.request("/v1")
                    .header("Authorization", "Bearer " + kim().secret().text())
                    .GET());
            assertThat(header.statusCode()).as("the same count").isEqualTo(429);
            HttpResponse<String> going = strict.send(strict.request("/v1/playbooks")
                    .header("Cookie", cookie(in, "Noteworthy-Session-" + strict.port()))
                    .GET());
            assertThat(going.statusCode()).as("who is signed in goes on").isEqualTo(200);
            assertThat(strict.get("/v1/session").statusCode()).isEqualTo(200);
        }
    }
}
