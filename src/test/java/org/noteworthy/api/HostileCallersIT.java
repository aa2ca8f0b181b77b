package org.noteworthy.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.noteworthy.api.RunningService.open;
import static org.noteworthy.api.RunningService.send;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers that send slowly, much, nonsense or under a foreign name, or that vanish: the others notice nothing. */
class HostileCallersIT {
    private static final int MEBIBYTE = 1 << 20;
    private static final String NOTE = "{\"text\":\"[EXO]\"}";

    /** Has little memory and little patience. */
    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        service = RunningService.with(List.of("-Xmx256m", "-Dnoteworthy.limits.body-time=2s"), Path.of("rules"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String post(String path, String type, String... headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n"
                + String.join("\r\n", headers) + "\r\n\r\n";
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = open(service, request)) {
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static void isProblem(String answer, int status, String part) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("application/problem+json", "\"status\":" + status, part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "evil.example:8080",
                "127.0.0.1.evil.example",
                "0x7f.1",
                "localhost.localdomain",
                "192.0.2.7",
                "127.0.0.2",
                "[::2]:8080"
            })
    void aNameThatIsNotItsOwnIsAnsweredWithNothing(String host) throws IOException {
        for (String path : List.of("/v1/playbooks", "/v1/audit/decisions", "/q/metrics", "/q/openapi", "/")) {
            isProblem(
                    raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"),
                    421,
                    "noteworthy.hosts");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:80", "localhost.", "127.0.0.1", "[::1]:8080"})
    void itsOwnNamesAndAddressesAreAnswered(String host) throws IOException {
        assertThat(raw("GET /v1 HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aNameThatIsSetIsAnswered() throws IOException {
        try (RunningService named = RunningService.over(Path.of("rules"), "noteworthy.hosts=notes.example,other");
                Socket socket =
                        open(named, "GET /v1 HTTP/1.1\r\nHost: Notes.Example:443\r\nConnection: close\r\n\r\n")) {
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v1/playbooks/%zz HTTP/1.1+Host: localhost|400|cannot be read",
                "GET /v1?x=% HTTP/1.1+Host: localhost|400|cannot be read",
                "GET /v1/\u0001x HTTP/1.1+Host: localhost|400|cannot be read",
                "GET /v1 HTTP/1.1|400|which host",
                "GET /v1 HTTP/1.1+Host: localhost+Host: localhost|400|more than one host",
                "GET /LONG HTTP/1.1+Host: localhost|414|8192 characters",
                "GET /v1?x=LONG HTTP/1.1+Host: localhost|414|8192 characters",
                "GET /v1 HTTP/1.1+Host: localhost+X: LONG|431|16384 characters"
            })
    void whatCannotBeReadIsToldSo(String request, int status, String part) throws IOException {
        String written = request.replace("LONG", "x".repeat(20_000)).replace("+", "\r\n");
        isProblem(raw(written + "\r\nConnection: close\r\n\r\n"), status, part);
    }

    @Test
    void aBodyThatIsAnnouncedTooLargeIsNotSent() throws IOException {
        isProblem(
                raw(post(
                        "/v1/check",
                        "application/json",
                        "Content-Length: " + 9 * MEBIBYTE,
                        "Expect: 100-continue",
                        "Connection: close")),
                413,
                "8388608 bytes");
        try (Socket socket = open(
                service,
                post(
                        "/v1/check",
                        "application/json",
                        "Content-Length: " + NOTE.length(),
                        "Expect: 100-continue",
                        "Connection: close"))) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            assertThat(lines.readLine()).startsWith("HTTP/1.1 100 ");
            assertThat(lines.readLine()).isEmpty();
            send(socket, NOTE);
            assertThat(lines.readLine()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void slowSendersHoldUpNobodyAndAreToldInTheEnd() throws Exception {
        List<Socket> slow = new ArrayList<>();
        AtomicBoolean over = new AtomicBoolean();
        Thread sender = new Thread(() -> trickle(slow, over));
        try (RunningService patient = RunningService.over(Path.of("rules"))) {
            patient.await("/q/health", health -> !health.contains("DOWN"));
            for (int i = 0; i < 250; i++) {
                String call = List.of("/v1/check", "/v1/check/engagement", "/v1/audit/replays")
                        .get(i % 3);
                slow.add(open(patient, post(call, "application/json", "Content-Length: 30000")));
            }
            sender.start();
            assertThat(patient.get("/q/health").statusCode()).isEqualTo(200);
            assertThat(patient.get("/q/metrics").statusCode()).isEqualTo(200);
            assertThat(patient.check(NOTE).statusCode()).isEqualTo(200);
            assertThat(patient.check("{\"text\":\"" + "y".repeat(30_000) + "\"}")
                            .statusCode())
                    .isEqualTo(200);
            for (Socket socket : slow) {
                assertThat(socket.getInputStream().available())
                        .as("a slow one was given up before the others were answered")
                        .isZero();
            }
        } finally {
            over.set(true);
            sender.join();
            for (Socket socket : slow) {
                socket.close();
            }
        }
        isProblem(raw(post("/v1/check", "application/json", "Content-Length: 30000") + "{"), 408, "2 seconds");
    }

    private static void trickle(List<Socket> sockets, AtomicBoolean over) {
        while (!over.get()) {
            for (Socket socket : List.copyOf(sockets)) {
                try {
                    send(socket, " ");
                } catch (IOException gone) {
                    return;
                }
            }
        }
    }

    private static String engagement(int notes) {
        return "{\"engagement\":\"E\",\"notes\":[" + String.join(",", Collections.nCopies(notes, "{\"text\":\"\"}"))
                + "]}";
    }

    @Test
    void anEngagementHasABoundAndLargeOnesLeaveRoomForOthers() throws Exception {
        HttpResponse<String> refused = service.post("/v1/check/engagement", "application/json", engagement(5_001));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("5001 notes", "one may have 5000", "/v1/check/batch");
        HttpResponse<String> interactions = service.post(
                "/v1/check/engagement",
                "application/json",
                "{\"notes\":[],\"interactions\":[" + String.join(",", Collections.nCopies(600_000, "{\"id\":\"\"}"))
                        + "]}");
        assertThat(interactions.statusCode()).isEqualTo(413);
        assertThat(interactions.body()).contains("600000 interactions");

        ExecutorService callers = Executors.newFixedThreadPool(12);
        try {
            String large = engagement(5_000);
            Callable<Integer> call = () -> {
                HttpResponse<String> answer = service.post("/v1/check/engagement", "application/json", large);
                if (answer.statusCode() == 503) {
                    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                } else {
                    assertThat(answer.body())
                            .contains("\"note\":\"notes[4999]\"")
                            .endsWith("}");
                }
                return answer.statusCode();
            };
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                answers.add(callers.submit(call));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                assertThat(service.check(NOTE).statusCode()).isEqualTo(200);
                statuses.add(answer.get());
            }
            assertThat(statuses).contains(200).containsAnyOf(200, 503);
            assertThat(statuses).allSatisfy(status -> assertThat(status).isIn(200, 503));
        } finally {
            callers.shutdownNow();
        }
        assertThat(service.log()).doesNotContain("OutOfMemory", "ERROR");
    }

    @Test
    void callersThatVanishLeaveNothingInTheLog() throws IOException {
        String line = "{\"text\":\"STATUS: Going well\"}\n".repeat(2_000);
        String body = engagement(3_000);
        for (int i = 0; i < 5; i++) {
            vanish(post("/v1/check/batch", "application/x-ndjson", "Content-Length: " + 2 * line.length()) + line);
            vanish(post("/v1/check/engagement", "application/json", "Content-Length: " + body.length()) + body);
            vanish(post("/v1/check", "application/json", "Content-Length: 30000") + NOTE);
        }
        assertThat(service.check(NOTE).statusCode()).isEqualTo(200);
        service.await("/q/metrics", metrics -> metrics.contains("noteworthy_batches_under_way 0.0"));
        assertThat(service.log()).doesNotContain("ERROR", "WARN", "Exception", "\tat ");
    }

    private static void vanish(String request) throws IOException {
        try (Socket socket = open(service, request)) {
            socket.setSoLinger(true, 0);
        }
    }
}
