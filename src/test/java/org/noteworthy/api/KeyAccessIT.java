package org.noteworthy.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.access.CallTable;
import org.noteworthy.access.Identity;
import org.noteworthy.access.KeyFile;
import org.noteworthy.access.Role;
import org.noteworthy.access.Verification;
import org.noteworthy.audit.Await;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service that knows its callers by their keys: each call takes its role, and whoever is not known gets nothing. */
class KeyAccessIT {
    /** What calls take that take no JSON. */
    private static final Map<String, String> TYPES = Map.of(
            "changeDraftFile",
            "application/octet-stream",
            "tryDraft",
            "application/x-ndjson",
            "checkFile",
            "application/octet-stream",
            "readColumns",
            "application/octet-stream",
            "checkFiles",
            "application/x-ndjson");

    private static final String NOTE = "{\"text\":\"[EXO]\\nSTATUS: On track\"}";

    @TempDir
    static Path folder;

    private static final Map<Role, String> SECRETS = new EnumMap<>(Role.class);
    private static KeyFile keys = new KeyFile(Path.of(""));
    private static RunningService service;
    private static Description description;

    @BeforeAll
    static void start() throws IOException {
        Path file = folder.resolve("keys.json");
        keys = new KeyFile(file);
        for (Role role : Role.values()) {
            SECRETS.put(role, secret("the-" + role.word(), role));
        }
        service = RunningService.over(
                Path.of("rules"),
                "noteworthy.access=keys",
                "noteworthy.access.keys=" + file,
                "noteworthy.access.failures.allowed=1000000");
        description = new Description(send(service, "GET", "/q/openapi?format=json", secretOf(Role.READER))
                .body());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String secret(String name, Role role) {
        return keys.make(name, Set.of(role), null, Instant.now()).secret().text();
    }

    private static String secretOf(Role role) {
        return SECRETS.getOrDefault(role, "");
    }

    private static HttpResponse<String> send(RunningService to, String method, String path, String secret) {
        return send(to, method, path, "application/json", secret);
    }

    private static HttpResponse<String> send(
            RunningService to, String method, String path, String type, String secret) {
        return to.send(to.request(path)
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", type)
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(NOTE)));
    }

    private static HttpResponse<String> check(String secret) {
        return send(service, "POST", "/v1/check", secret);
    }

    private static String read(Role role, String path) {
        return send(service, "GET", path, secretOf(role)).body();
    }

    private static double count(String reason) {
        return read(Role.READER, "/q/metrics")
                .lines()
                .filter(line -> line.startsWith("noteworthy_sign_in_failures_total{reason=\"" + reason + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static void isShown(HttpResponse<String> answer, int status, String folder, String name)
            throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonMapper json = new JsonMapper();
        JsonNode shown = json.readTree(
                Files.readString(ShownAnswer.EXAMPLES.resolve(folder).resolve(name + ".json")));
        assertThat(json.readTree(answer.body())).isEqualTo(shown.get("value"));
    }

    /** Each call with no key, and with a key of each role: what the table says. */
    @TestFactory
    Stream<DynamicTest> eachCallTakesItsRoles() {
        return description.operationIds().entrySet().stream()
                .filter(call -> !CallTable.isOpen(call.getValue()))
                .map(call ->
                        DynamicTest.dynamicTest(call.getValue(), () -> takesItsRoles(call.getKey(), call.getValue())));
    }

    private static void takesItsRoles(String call, String operation) throws IOException {
        String method = call.substring(0, call.indexOf(' '));
        String path = call.substring(call.indexOf(' ') + 1)
                .replace("{version}", "2020-03-25")
                .replace("{path}", "playbook.yaml")
                .replace("{engagement}", "E-9")
                .replace("{id}", "7")
                .replace("{digest}", "sha256:7")
                .replace("{draft}", "no-such-draft")
                .replace("{table}", "statuses.csv");
        String type = TYPES.getOrDefault(operation, "application/json");
        String before = read(Role.AUDITOR, "/v1/audit/holds") + read(Role.AUDITOR, "/v1/audit/summary");
        HttpResponse<String> nobody = service.send(service.request(path).method(method, BodyPublishers.ofString(NOTE)));
        isShown(nobody, 401, "NotSignedIn", "nobody");
        assertThat(nobody.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"noteworthy\"");
        Set<Role> needed = CallTable.needed(operation).orElseThrow();
        List<Role> may = new ArrayList<>();
        for (Role role : Role.values()) {
            if (new Identity("x", Set.of(role), Verification.KEY).mayAs(needed)) {
                may.add(role);
            } else {
                HttpResponse<String> refused = send(service, method, path, type, secretOf(role));
                assertThat(refused.statusCode())
                        .as("%s by %s: %s", operation, role, refused.body())
                        .isEqualTo(403);
                assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                assertThat(refused.body())
                        .contains("\"title\":\"Role missing\"", operation, CallTable.wouldDo(needed), role.word());
            }
        }
        assertThat(read(Role.AUDITOR, "/v1/audit/holds") + read(Role.AUDITOR, "/v1/audit/summary"))
                .as("nothing changed")
                .isEqualTo(before);
        for (Role role : may) {
            assertThat(send(service, method, path, type, secretOf(role)).statusCode())
                    .as("%s by %s", operation, role)
                    .isNotIn(401, 403, 429);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/metrics",
                "/q/openapi",
                "/q/swagger-ui/",
                "/q/swagger-ui/swagger-ui-bundle.js",
                "/q/nothing",
                "/v1/",
                "/v1/session/",
                "/v1/sessions"
            })
    void nothingButHealthAndPagesIsOpen(String path) throws IOException {
        isShown(service.get(path), 401, "NotSignedIn", "nobody");
        assertThat(send(service, "GET", path, secretOf(Role.ADMIN)).statusCode())
                .isIn(200, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/drafts", "/static/nothing.js", "/q/sign-in", "/q/sign-out"})
    void pagesNeedNoSignInAndAreOnlyRead(String path) throws IOException {
        assertThat(service.get(path).statusCode()).isIn(200, 302, 404);
        if (!path.startsWith("/q/")) {
            isShown(service.post(path, "application/json", NOTE), 401, "NotSignedIn", "nobody");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health/../metrics",
                "/q/health/%2e%2e/metrics",
                "/q/health/..%2fmetrics",
                "/q/health;/../../v1/playbooks",
                "//v1/playbooks",
                "/v1//playbooks",
                "/q/health/../../v1/playbooks",
                "/q/healthy",
                "/v1;x=1/playbooks",
                "/;x/v1/playbooks",
                "/x/../v1/playbooks",
                "/x/..;/v1/playbooks",
                "/%76%31/playbooks",
                "/v1%2fplaybooks",
                "/./v1/playbooks",
                "/static/../q/metrics",
                "/static/..%2fq/metrics",
                "/%71/metrics",
                "/q;x/metrics",
                "/V1/playbooks",
                "/v1/session/../playbooks",
                "/v1/session;/../playbooks",
                "/v1/session%2f..%2fplaybooks"
            })
    void noWayOfWritingAnAddressLeadsPastTheGate(String path) throws IOException {
        String answer =
                raw(service, "127.0.0.1", "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .containsAnyOf("HTTP/1.1 401 ", "HTTP/1.1 404 ", "HTTP/1.1 400 ")
                .doesNotContain("noteworthy_", "inForce");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready"})
    void healthIsOpen(String path) {
        HttpResponse<String> answer = service.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Noteworthy-Access"))
                .as("only where it is off")
                .isEmpty();
    }

    @Test
    void aKeyThatIsRevokedOrPastItsTimeOrWrongIsRefusedAlike() throws IOException {
        KeyFile.Made revoked = keys.make("gone", Set.of(Role.ADMIN), null, Instant.now());
        Await.until(() -> check(revoked.secret().text()).statusCode() == 200);
        keys.revoke(revoked.key().id(), Instant.now());
        Await.until(() -> check(revoked.secret().text()).statusCode() == 401);

        Instant then = Instant.parse("2020-04-01T00:00:00Z");
        String expired = keys.make("late", Set.of(Role.ADMIN), then.plusSeconds(60), then)
                .secret()
                .text();
        KeyFile.Made soon = keys.make("soon", Set.of(Role.ADMIN), Instant.now().plusSeconds(3), Instant.now());
        Await.until(() -> check(soon.secret().text()).statusCode() == 200);
        Await.until(() -> check(soon.secret().text()).statusCode() == 401);

        String right = secretOf(Role.ADMIN);
        String wrong = right.substring(0, right.length() - 1) + (right.endsWith("0") ? "1" : "0");
        Map<String, String> refused =
                Map.of("revoked", revoked.secret().text(), "expired", expired, "unknown", wrong, "malformed", "nwk_x");
        String before = read(Role.AUDITOR, "/v1/audit/summary");
        for (Map.Entry<String, String> each : refused.entrySet()) {
            double counted = count(each.getKey());
            HttpResponse<String> answer = check(each.getValue());
            isShown(answer, 401, "NotSignedIn", "key");
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .hasValue("Bearer realm=\"noteworthy\", error=\"invalid_token\"");
            assertThat(count(each.getKey())).as(each.getKey()).isEqualTo(counted + 1);
            service.said(line -> line.contains("Not let in from 127.0.0.1: " + each.getKey()));
            assertThat(service.log()).doesNotContain(each.getValue());
        }
        assertThat(read(Role.AUDITOR, "/v1/audit/summary"))
                .as("nothing was judged")
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic %s", "%s", "Bearer", "Bearer %s x", "Digest %s"})
    void aKeyIsSentInOneWay(String form) throws IOException {
        HttpResponse<String> answer = service.send(service.request("/v1")
                .header("Authorization", form.replace("%s", secretOf(Role.ADMIN)))
                .GET());
        isShown(answer, 401, "NotSignedIn", "key");
    }

    @Test
    void aMissingRoleIsTold() throws IOException {
        String secret = secret("portal", Role.READER);
        Await.until(() -> check(secret).statusCode() == 200);
        isShown(send(service, "PUT", "/v1/audit/holds/E-1", secret), 403, "Forbidden", "role");
        assertThat(read(Role.READER, "/q/metrics"))
                .containsPattern("noteworthy_calls_forbidden_total\\{call=\"holdEngagement\"[^}]*} [1-9]");
    }

    @Test
    void whatComesOfAForeignPageOrNameIsToldFirst() throws IOException {
        HttpResponse<String> foreign = service.send(service.request("/v1/check")
                .header("Authorization", "Bearer " + secretOf(Role.ADMIN))
                .header("Origin", "https://evil.example")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(NOTE)));
        isShown(foreign, 403, "Forbidden", "origin");
        String named = raw(service, "127.0.0.1", "GET /v1 HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
        assertThat(named).startsWith("HTTP/1.1 421 ");
        JsonMapper json = new JsonMapper();
        assertThat(json.readTree(named.substring(named.indexOf("\r\n\r\n") + 4)))
                .isEqualTo(json.readTree(Files.readString(ShownAnswer.EXAMPLES.resolve("UnknownHost/host.json")))
                        .get("value"));
    }

    @Test
    void aDecisionTellsWhoAskedAndWhatTheyCallThemselves() {
        HttpResponse<String> answer = service.send(service.request("/v1/check")
                .header("Authorization", "Bearer " + secretOf(Role.AUTHOR))
                .header("Noteworthy-Caller", "the-admin")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(NOTE)));
        String id = answer.headers().firstValue("Noteworthy-Decision").orElseThrow();
        JsonNode decision = new JsonMapper().readTree(read(Role.AUDITOR, "/v1/audit/decisions/" + id));
        assertThat(decision.get("caller").asString()).isEqualTo("the-admin");
        assertThat(decision.get("identity").asString()).isEqualTo("key:the-author");
        description.assertValid(Description.schema("Decision"), decision);
        assertThat(read(Role.AUDITOR, "/v1/audit/decisions?identity=key:the-author"))
                .contains(id);
        assertThat(read(Role.AUDITOR, "/v1/audit/decisions?identity=key:the-admin"))
                .doesNotContain(id);
    }

    @Test
    void theServiceTellsHowItKnowsCallers() {
        assertThat(read(Role.READER, "/v1")).contains("\"access\":\"keys\"");
    }

    @Test
    void whoeverFailsAgainAndAgainWaitsAndNobodyElse() throws IOException {
        Path file = folder.resolve("others.json");
        String right = new KeyFile(file)
                .make("portal", Set.of(Role.READER), null, Instant.now())
                .secret()
                .text();
        try (RunningService strict = RunningService.over(
                Path.of("rules"),
                "noteworthy.audit.enabled=false",
                "noteworthy.access=keys",
                "noteworthy.access.keys=" + file,
                "noteworthy.access.failures.allowed=3",
                "noteworthy.access.failures.forgotten-after=1H")) {
            String wrong = "nwk_00000000_" + "0".repeat(64);
            for (int i = 0; i < 3; i++) {
                assertThat(send(strict, "GET", "/v1", wrong).statusCode()).isEqualTo(401);
            }
            for (String secret : List.of(wrong, right)) {
                HttpResponse<String> slowed = send(strict, "GET", "/v1", secret);
                isShown(slowed, 429, "TooManyFailures", "wait");
                assertThat(Duration.ofSeconds(Long.parseLong(
                                slowed.headers().firstValue("Retry-After").orElseThrow())))
                        .isBetween(Duration.ofMinutes(50), Duration.ofHours(1));
            }
            assertThat(strict.get("/q/health/live").statusCode()).isEqualTo(200);
            String call = "GET /q/metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                    + right + "\r\n\r\n";
            assertThat(raw(strict, "127.0.0.2", call))
                    .startsWith("HTTP/1.1 200 ")
                    .contains("noteworthy_sign_in_failures_total{reason=\"slowed\"} 2.0")
                    .contains("noteworthy_sign_in_failures_total{reason=\"unknown\"} 3.0");
            Files.writeString(file, "{");
            Await.until(() -> {
                try {
                    return raw(strict, "127.0.0.2", call).startsWith("HTTP/1.1 503 ");
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        }
    }

    /** What is answered to a call that comes from that address of this machine. */
    private static String raw(RunningService to, String from, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), to.port(), InetAddress.getByName(from), 0)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
