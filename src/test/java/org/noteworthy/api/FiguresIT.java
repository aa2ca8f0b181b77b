package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service tells of itself to whoever monitors it. */
class FiguresIT {
    private static final Pattern VERSION = Pattern.compile("(?m)^  <version>(.*)</version>$");

    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        service = RunningService.over(Path.of("rules"), "noteworthy.audit.database=" + folder.resolve("audit"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theVersionOfTheBuildIsTold() throws IOException {
        Matcher version = VERSION.matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(service.get("/q/metrics").body())
                .contains(
                        "noteworthy_build_info{",
                        "version=\"" + version.group(1) + "\"",
                        "java=\"" + Runtime.version() + "\"");
    }

    @Test
    void itIsToldWhenDecisionsWereWrittenLastAndHowLargeTheFileIs() throws IOException {
        Instant before = Instant.now().minusSeconds(1);
        assertThat(service.check("{\"text\":\"[EXO]\",\"writtenOn\":\"2020-04-01\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Instant.ofEpochSecond((long) value("noteworthy_audit_last_write_seconds")))
                .isBetween(before.minusSeconds(1), Instant.now().plus(Duration.ofSeconds(1)));
        assertThat(value("noteworthy_audit_size_bytes")).isPositive().isLessThanOrEqualTo((double)
                Files.size(folder.resolve("audit.mv.db")));
    }

    private static double value(String name) {
        return Pattern.compile("(?m)^" + name + " (\\S+)$")
                .matcher(service.get("/q/metrics").body())
                .results()
                .map((MatchResult found) -> Double.parseDouble(found.group(1)))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/openmetrics-text", "*/*"})
    void whoNamesSomeFiguresGetsThemAlone(String accept) {
        String asked = "/q/metrics?name%5B%5D=noteworthy_build_info&name%5B%5D=http_server_requests_seconds_count"
                + "&name%5B%5D=noteworthy_nothing";
        service.get("/v1/playbooks");
        HttpResponse<String> answer =
                service.send(service.request(asked).header("Accept", accept).GET());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith(accept.equals("text/plain") ? accept : "application/openmetrics-text");
        assertThat(answer.body().lines().filter(line -> !line.startsWith("#")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("noteworthy_build_info{")
                        || line.startsWith("http_server_requests_seconds_count{"))
                .anyMatch(line -> line.contains("uri=\"/v1/playbooks\""));
    }
}
