package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page that somebody opens in a browser of this machine can make of the service: nothing, unless it is our own. */
class BrowserIT {
    private static final String NAMED = "https://notes.example";
    private static final String NOTE = "{\"text\":\"[EXO]\\nSTATUS: On track\"}";
    private static final Pattern INLINE = Pattern.compile("(?s)<script(?![^>]*\\ssrc=)[^>]*>(.*?)</script>");

    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        service = RunningService.over(
                Path.of("rules"), "quarkus.http.cors.enabled=true", "quarkus.http.cors.origins=" + NAMED);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/v1/check",
                "/v1/playbooks",
                "/v1/playbooks/2020-03-25/files/guidance.md",
                "/q/openapi",
                "/q/health/ready",
                "/q/metrics",
                "/v1?wrong=1"
            })
    void everyAnswerRunsNothingAndStandsInNoFrame(String path) {
        HttpResponse<String> answer = service.get(path);
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.headers().allValues("Noteworthy-Access"))
                .as("it tells that everybody may do everything")
                .containsExactly("none");
    }

    @Test
    void theExplorerRunsItsOwnScriptsAlone() throws NoSuchAlgorithmException {
        HttpResponse<String> page = service.get("/q/swagger-ui/");
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*");
        Matcher scripts = INLINE.matcher(page.body());
        int count = 0;
        while (scripts.find()) {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(scripts.group(1).getBytes(StandardCharsets.UTF_8));
            assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
            count++;
        }
        assertThat(count).isEqualTo(policy.split("'sha256-", -1).length - 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|/v1/check|https://evil.example",
                "POST|/v1/check|null",
                "POST|/v1/check|http://127.0.0.1:1",
                "POST|/v1/check|https://notes.example.evil.example",
                "POST|/v1/check|http://notes.example",
                "POST|/v1/check|not an origin",
                "POST|/v1/check/batch|https://evil.example",
                "POST|/v1/check/engagement|https://evil.example",
                "POST|/v1/audit/replays|https://evil.example",
                "PUT|/v1/audit/holds/E-1|https://evil.example",
                "DELETE|/v1/audit/holds/E-1|https://evil.example",
            })
    void aForeignPageChangesNothing(String method, String path, String origin) {
        String before = service.get("/v1/audit/summary").body();
        HttpResponse<String> answer = service.send(service.request(path)
                .header("Origin", origin)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(NOTE)));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.body()).contains("\"title\":\"Foreign origin\"", "quarkus.http.cors.origins");
        assertThat(service.get("/v1/audit/summary").body()).isEqualTo(before);
        assertThat(service.get("/q/metrics").body())
                .containsPattern("http_server_requests_seconds_count\\{[^}]*status=\"403\"[^}]*\\} [1-9]");
    }

    @Test
    void ourOwnPagesAndNamedOnesMayCheck() {
        URI address = service.uri("/");
        String own = address.getScheme() + "://" + address.getAuthority();
        for (String origin : new String[] {own, NAMED}) {
            HttpResponse<String> answer = service.send(check(origin, "application/json"));
            assertThat(answer.statusCode()).as(origin + ": " + answer.body()).isEqualTo(200);
        }
        assertThat(service.send(check(NAMED, "application/json")).headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue(NAMED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|/v1/check|application/x-www-form-urlencoded",
                "POST|/v1/check|multipart/form-data; boundary=x",
                "POST|/v1/check|text/plain",
                "POST|/v1/check/batch|text/plain",
                "POST|/v1/check/engagement|application/x-www-form-urlencoded",
                "POST|/v1/audit/replays|text/plain",
                "PUT|/v1/audit/holds/E-1|text/plain",
                "PUT|/v1/audit/holds/E-1|application/octet-stream",
                "PUT|/v1/audit/holds/E-1|",
            })
    void aFormIsNoCall(String method, String path, @Nullable String type) {
        String before = service.get("/v1/audit/summary").body();
        HttpRequest.Builder request = service.request(path).method(method, BodyPublishers.ofString(NOTE));
        HttpResponse<String> answer = service.send(type == null ? request : request.header("Content-Type", type));
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("\"title\":\"Unsupported media type\"");
        assertThat(service.get("/v1/audit/summary").body()).isEqualTo(before);
        assertThat(service.get("/v1/audit/holds").body()).doesNotContain("E-1");
    }

    private static HttpRequest.Builder check(String origin, String type) {
        return service.request("/v1/check")
                .header("Origin", origin)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(NOTE));
    }
}
