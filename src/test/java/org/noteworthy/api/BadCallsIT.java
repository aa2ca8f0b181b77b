package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that are wrong, broken off, too large or too many: each gets its problem, and the service goes on. */
class BadCallsIT {
    private static final int MEBIBYTE = 1 << 20;

    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        service = RunningService.over(Path.of("rules"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void theServiceGoesOnAndTellsNothingOfItsInside() {
        assertThat(service.check("{\"text\":\"\"}").statusCode()).isEqualTo(200);
        assertThat(service.log()).doesNotContain("Fault ");
    }

    private static void isProblem(HttpResponse<String> answer, int status, String... parts) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .startsWith("{\"type\":\"about:blank\",\"title\":")
                .contains("\"status\":" + status)
                .contains(parts)
                .doesNotContain("java.", "org.noteworthy", "Exception", "\tat ", System.getProperty("user.dir"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"text\":|400|Line 1, column",
                "not json|400|this is not JSON",
                "{\"text\":\"a\"} {}|400|something follows",
                "{\"text\":\"a\",\"text\":\"b\"}|422|given twice",
                "'  '|400|nothing to read",
                "[]|422|it takes a note",
                "{}|422|\"pointer\":\"/text\"",
                "{\"text\":7}|422|\"pointer\":\"/text\"",
                "{\"text\":\"\",\"writtenOn\":\"soon\"}|422|\"pointer\":\"/writtenOn\"",
                "{\"text\":\"\",\"writenOn\":\"2020-04-01\"}|422|writtenOn",
                "{\"text\":\"\",\"covidAccelerated\":\"yes\",\"deployment\":1}|422|\"pointer\":\"/deployment\"",
                "{\"text\":\"\",\"writtenOn\":\"2001-01-01\"}|503|2019-09-27",
            })
    void aNoteThatIsWrongIsToldWithPlaceAndWayOut(String body, int status, String part) {
        isProblem(service.check(body), status, part);
    }

    @Test
    void nothingAtAllIsNoNote() {
        isProblem(service.check(""), 400, "nothing to read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/check", "/v1/check/batch", "/v1/check/engagement"})
    void anotherMediaTypeIsRefused(String call) {
        isProblem(service.post(call, "text/plain", "hello"), 415, "application/json");
        isProblem(service.send(service.request(call).POST(BodyPublishers.noBody())), 415, "application/json");
        isProblem(service.post(call, "not a type", "hello"), 415, "application/json");
    }

    @Test
    void unknownNamesAreToldWithTheNearest() {
        isProblem(
                service.post("/v1/check?playbook=2020-04-01", "application/json", "{\"text\":\"\"}"),
                404,
                "2020-03-25");
        isProblem(service.post("/v1/check/batch?playbook=x", "application/x-ndjson", "{}"), 404, "2020-05-12");
        isProblem(
                service.post("/v1/check?playbok=2020-03-25", "application/json", "{}"), 400, "Maybe you mean playbook");
        isProblem(
                service.post("/v1/check?detail=all", "application/json", "{\"text\":\"\"}"), 400, "detail takes full");
        isProblem(service.get("/v1/playbooks/2020-04-01"), 404, "2020-03-25");
        isProblem(service.get("/v1/playbooks/2020-03-25/rules/status-alowed"), 404, "Maybe you mean status-allowed");
        isProblem(service.get("/v1/playbooks/compare?from=2020-03-25"), 400, "from=…&to=…");
        isProblem(service.get("/v1/playbooks/compare?from=2020-03-25&to=never"), 404, "never");
        isProblem(service.get("/v2/check"), 404, "/v1");
        isProblem(service.get("/v1/check"), 405, "POST");
        isProblem(
                service.send(service.request("/v1/playbooks")
                        .header("Accept", "text/html")
                        .GET()),
                406,
                "Accept");
    }

    @Test
    void textsAndBodiesOverTheLimitAreRefused() {
        isProblem(service.check("{\"text\":\"" + "x".repeat(65 * 1024) + "\"}"), 413, "65536 bytes");
        isProblem(service.check("{\"text\":\"" + "x".repeat(9 * MEBIBYTE) + "\"}"), 413, "8388608 bytes");
        isProblem(
                service.post("/v1/check/engagement", "application/json", "{\"notes\":[\"" + "x".repeat(9 * MEBIBYTE)),
                413,
                "/v1/check/batch");
        assertThat(service.check("{\"text\":\"" + "[#:x ".repeat(13_000) + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBatchGoesOnAfterALineThatIsFarTooLong() {
        String line = "{\"id\":\"after\",\"text\":\"\"}";
        HttpResponse<String> answer = service.post(
                "/v1/check/batch", "application/x-ndjson", "{\"text\":\"" + "x".repeat(9 * MEBIBYTE) + "\"}\n" + line);
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains("\"status\":413", "Line 1 is longer");
        assertThat(lines.get(1)).contains("\"note\":\"after\"");
    }

    @Test
    void anArrayThatBreaksOffIsAnsweredUpToThere() {
        HttpResponse<String> answer =
                service.post("/v1/check/batch", "application/json", "[{\"text\":\"\",\"id\":\"one\"}, {\"text\"");
        assertThat(answer.body())
                .startsWith("[{\"note\":\"one\"")
                .contains("\"status\":400", "ends too early")
                .endsWith("]");
        assertThat(service.post("/v1/check/batch", "application/json", "{\"text\":\"\"}")
                        .body())
                .contains("array");
    }

    @Test
    void bytesThatAreNoUtf8AreNeverReplacedInSilence() {
        byte[] latin = "{\"text\":\"Müller\"}".getBytes(StandardCharsets.ISO_8859_1);
        isProblem(
                service.send(service.request("/v1/check")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(latin))),
                400,
                "UTF-8");
        assertThat(service.send(service.request("/v1/check/batch")
                                .header("Content-Type", "application/x-ndjson")
                                .POST(BodyPublishers.ofByteArray(latin)))
                        .body())
                .contains("\"status\":400", "byte 0xFC");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/playbooks/2020-03-25/files/../../../pom.xml",
                "/v1/playbooks/2020-03-25/files/..%2f..%2fpom.xml",
                "/v1/playbooks/2020-03-25/files/%2e%2e/%2e%2e/pom.xml",
                "/v1/playbooks/2020-03-25/files/tables/..%5c..%5cpom.xml",
                "/v1/playbooks/2020-03-25/files//etc/passwd",
                "/v1/playbooks/2020-03-25/files/%2fetc%2fpasswd",
                "/v1/playbooks/2020-03-25/files/playbook.yaml%00.csv",
                "/v1/playbooks/..%2f..%2f/files/pom.xml",
                "/v1/playbooks/2020-03-25/rules/%3Cscript%3E",
            })
    void noPathLeadsOutOfAnEdition(String path) {
        String answer = rawGet(path);
        assertThat(answer).startsWith("HTTP/1.1 404 ").contains("application/problem+json");
        assertThat(answer).doesNotContain("<project", "root:", "<script>");
    }

    @Test
    void aPathThatCannotBeReadIsMalformed() {
        assertThat(rawGet("/v1/playbooks/%zz")).startsWith("HTTP/1.1 400 ");
        assertThat(rawGet("/v1/playbooks?x=%")).startsWith("HTTP/1.1 400 ");
        assertThat(rawGet("/" + "x".repeat(20_000))).contains(" 414 ");
    }

    @Test
    void bodiesThatBreakOffHurtNobody() throws IOException {
        for (String call : List.of("/v1/check", "/v1/check/engagement", "/v1/check/batch")) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
                String head = "POST " + call + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 1000\r\n\r\n[{\"text\":\"half";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
        }
    }

    @Test
    void aSlowReaderSlowsItsBatchAndAVanishedOneEndsIt() throws Exception {
        byte[] line = "{\"id\":\"slow\",\"text\":\"STATUS: Going well\"}\n".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream portion = new ByteArrayOutputStream();
        for (int i = 0; i < 1000; i++) {
            portion.write(line);
        }
        AtomicLong sent = new AtomicLong();
        AtomicBoolean refused = new AtomicBoolean();
        Thread sender;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    "POST /v1/check/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            sender = new Thread(() -> {
                try {
                    while (true) {
                        out.write((Integer.toHexString(portion.size()) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                        portion.writeTo(out);
                        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                        sent.addAndGet(portion.size());
                    }
                } catch (IOException e) {
                    refused.set(true);
                }
            });
            sender.start();
            long before = -1;
            for (int still = 0; still < 20; ) {
                long now = sent.get();
                still = now == before && now > 0 ? still + 1 : 0;
                before = now;
                sender.join(50);
            }
            assertThat(sent.get()).as("bytes taken while nobody reads").isLessThan(64L * MEBIBYTE);
            InputStream in = socket.getInputStream();
            byte[] some = new byte[8 * MEBIBYTE];
            assertThat(in.readNBytes(some, 0, some.length)).isEqualTo(some.length);
            assertThat(batchesUnderWay()).isOne();
            socket.setSoLinger(true, 0);
        }
        sender.join(30_000);
        assertThat(refused).isTrue();
        await(under -> under == 0);
    }

    private static void await(Predicate<Integer> wanted) {
        service.await("/q/metrics", metrics -> wanted.test(batchesUnderWay(metrics)));
    }

    private static int batchesUnderWay() {
        return batchesUnderWay(service.get("/q/metrics").body());
    }

    private static int batchesUnderWay(String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith("noteworthy_batches_under_way "))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.indexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBatchBeyondTheBoundIsToldToComeAgain() throws IOException {
        try (RunningService narrow = RunningService.over(Path.of("rules"), "noteworthy.limits.batches=1");
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), narrow.port())) {
            socket.getOutputStream()
                    .write(
                            "POST /v1/check/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nContent-Length: 9\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            narrow.await("/q/metrics", metrics -> batchesUnderWay(metrics) == 1);
            isProblem(narrow.post("/v1/check/batch", "application/x-ndjson", "{}"), 503, "Try again");
            assertThat(narrow.check("{\"text\":\"\"}").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void twoHundredConnectionsAtOnceAreAllAnswered() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(200);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                calls.add(() -> service.check("{\"text\":\"[EXO]\\nSTATUS: Going well\"}")
                        .statusCode());
            }
            for (Future<Integer> call : callers.invokeAll(calls)) {
                assertThat(call.get()).isEqualTo(200);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private static String rawGet(String path) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
