package org.noteworthy.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.noteworthy.api.RunningService.open;
import static org.noteworthy.api.RunningService.send;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** More than the service can take, from thousands at once, without end, or while it ends: what fits is served, the rest is told. */
class BadDaysIT {
    private static final String NOTE = "{\"text\":\"[EXO]\"}";
    private static final String JSON = "application/json";
    private static final int MEBIBYTE = 1 << 20;

    /** One thread for each caller, however many processors there are. */
    private static final ExecutorService CALLERS = Executors.newCachedThreadPool();

    /** Has little memory and little patience. */
    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        service = RunningService.with(
                List.of(
                        "-Xmx256m",
                        "-Dquarkus.http.idle-timeout=7s",
                        "-Dnoteworthy.audit.patience=60s",
                        "-Dnoteworthy.limits.body-time=10s",
                        "-Dnoteworthy.limits.batch-time=3s",
                        "-Dnoteworthy.limits.batches=8",
                        "-Dnoteworthy.limits.long-notes=4",
                        "-Dnoteworthy.limits.file-bytes=1M"),
                Path.of("rules"));
    }

    @AfterAll
    static void stop() {
        CALLERS.shutdownNow();
        service.close();
    }

    private static String post(String path, String type, String header) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n" + header + "\r\n\r\n";
    }

    private static String post(String path, String body) {
        return post(path, JSON, "Connection: close\r\nContent-Length: " + body.length()) + body;
    }

    private static String chunk(String part) {
        return Integer.toHexString(part.length()) + "\r\n" + part + "\r\n";
    }

    /** Everything until the service ends the connection, also where that cuts off somebody who still sends. */
    private static String rest(Socket socket) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[8 * 1024];
        try (socket) {
            for (int count = socket.getInputStream().read(part);
                    count >= 0;
                    count = socket.getInputStream().read(part)) {
                all.write(part, 0, count);
            }
        } catch (IOException cutOff) {
            assertThat(cutOff).isNotInstanceOf(SocketTimeoutException.class);
        }
        return all.toString(UTF_8);
    }

    /** The head of an answer and the problem after it. */
    private static String upToBrace(Socket socket) throws IOException {
        StringBuilder all = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next >= 0;
                next = next == '}' ? -1 : socket.getInputStream().read()) {
            all.append((char) next);
        }
        return all.toString();
    }

    private static void serves() {
        assertThat(service.check(NOTE).statusCode()).isEqualTo(200);
        assertThat(service.check("{\"text\":\"" + "y".repeat(30_000) + "\"}").statusCode())
                .isEqualTo(200);
        assertThat(service.post("/v1/check/engagement", JSON, "{\"notes\":[" + NOTE + "]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.get("/q/health").statusCode()).isEqualTo(200);
    }

    /** That it serves as before, and nothing in its log says that memory was short. */
    private static void isUnhurt() {
        serves();
        service.await("/q/metrics", metrics -> metrics.contains("noteworthy_batches_under_way 0.0"));
        assertThat(service.post("/v1/check/batch", CheckResource.NDJSON, NOTE).statusCode())
                .isEqualTo(200);
        assertThat(service.log()).doesNotContain("OutOfMemory", "ERROR", "No memory left");
    }

    @Test
    void thousandsWhoSendAByteNowAndThenHoldNothingUpAndAreEnded() throws Exception {
        List<String> begun = List.of(
                "GET /v1 HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
                post("/v1/check", JSON, "Content-Length: 30000"),
                post("/v1/check/batch", CheckResource.NDJSON, "Content-Length: 30000"));
        List<Socket> slow = new ArrayList<>();
        CountDownLatch over = new CountDownLatch(1);
        Thread sender = new Thread(() -> trickle(slow, over));
        sender.start();
        try {
            for (int step : new int[] {100, 500, 2_000}) {
                while (slow.size() < step) {
                    Socket socket = open(service, begun.get(slow.size() % begun.size()));
                    synchronized (slow) {
                        slow.add(socket);
                    }
                }
                serves();
            }
            List<String> answers = slow.stream().map(BadDaysIT::rest).toList();
            for (int i = 0; i < answers.size(); i++) {
                String answer = answers.get(i);
                switch (i % begun.size()) {
                    case 0 -> assertThat(answer).isEmpty();
                    case 1 -> assertThat(answer).startsWith("HTTP/1.1 408 ").contains("within 10 seconds");
                    default ->
                        assertThat(answer)
                                .contains(answer.startsWith("HTTP/1.1 503") ? "Retry-After: 2" : "\"status\":408");
                }
            }
            assertThat(answers)
                    .anyMatch(answer -> answer.contains("The next note did not come within 3 seconds"))
                    .anyMatch(answer -> answer.contains("Too many batches"));
        } finally {
            over.countDown();
            sender.join();
            for (Socket socket : slow) {
                socket.close();
            }
        }
        isUnhurt();
    }

    private static void trickle(List<Socket> sockets, CountDownLatch over) {
        try {
            while (!over.await(500, TimeUnit.MILLISECONDS)) {
                List<Socket> open;
                synchronized (sockets) {
                    open = List.copyOf(sockets);
                }
                for (Socket socket : open) {
                    try {
                        send(socket, " ");
                    } catch (IOException ended) {
                        // the others go on
                    }
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/check, application/json",
        "/v1/check/engagement, application/json",
        "/v1/check/file?name=a.md, application/octet-stream",
        "/v1/drafts, application/json"
    })
    void aGigabyteThatIsAnnouncedIsRefusedBeforeAnyOfItIsSent(String path, String type) throws IOException {
        try (Socket socket = open(service, post(path, type, "Content-Length: " + 1024L * MEBIBYTE))) {
            assertThat(upToBrace(socket))
                    .startsWith("HTTP/1.1 413 ")
                    .contains("application/problem+json", "\"status\":413", "bytes, the limit of");
        }
        isUnhurt();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/check, localhost, application/json, 413",
        "/v1/check, a b, application/json, 400",
        "/v1/check/file?name=a.md, localhost, application/octet-stream, 413",
        "/v1/check/batch?playbook=never, localhost, application/x-ndjson, 404",
        "/v1/nothing, localhost, application/json, 413",
        "/q/openapi, localhost, application/json, 405"
    })
    void aBodyWithoutEndIsAnsweredAndCutOff(String path, String host, String type, int status) throws Exception {
        String part = chunk(" ".repeat(MEBIBYTE / 4));
        String head = post(path, type, "Transfer-Encoding: chunked").replace("Host: localhost", "Host: " + host);
        long sent;
        try (Socket socket = open(service, head)) {
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> firstLine(socket), CALLERS);
            sent = sentUntilCutOff(socket, part, 128L * MEBIBYTE);
            assertThat(answer.get(60, TimeUnit.SECONDS)).startsWith("HTTP/1.1 " + status + " ");
        }
        assertThat(sent).as("bytes taken of a body without end").isLessThan(128L * MEBIBYTE);
        isUnhurt();
    }

    private static String firstLine(Socket socket) {
        try {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many bytes went out until nobody took any more; at most so many are sent. */
    private static long sentUntilCutOff(Socket socket, String part, long most) throws Exception {
        byte[] bytes = part.getBytes(US_ASCII);
        AtomicLong sent = new AtomicLong();
        CompletableFuture.runAsync(
                        () -> {
                            try {
                                while (sent.get() < most) {
                                    socket.getOutputStream().write(bytes);
                                    sent.addAndGet(bytes.length);
                                }
                            } catch (IOException cutOff) {
                                // as awaited
                            }
                        },
                        CALLERS)
                .get(60, TimeUnit.SECONDS);
        return sent.get();
    }

    @Test
    void aBatchWhoseReaderStopsIsEndedAndOthersAreServed() throws Exception {
        String lines = chunk("{\"text\":\"STATUS: Going well\"}\n".repeat(1_000));
        long sent;
        try (Socket socket =
                open(service, post("/v1/check/batch", CheckResource.NDJSON, "Transfer-Encoding: chunked"))) {
            CompletableFuture<Void> others = CompletableFuture.runAsync(BadDaysIT::serves, CALLERS);
            sent = sentUntilCutOff(socket, lines, 256L * MEBIBYTE);
            others.join();
        }
        assertThat(sent).as("bytes taken while nobody reads").isLessThan(64L * MEBIBYTE);
        isUnhurt();
    }

    /** One of them fits into the memory for calls; whoever gets no room hears of it, also while sending. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/check", "/v1/check/engagement"})
    void manyLargeBodiesAtOnceAreAnsweredOrToldToComeAgain(String path) {
        String body = " ".repeat(7 * MEBIBYTE) + (path.endsWith("check") ? NOTE : "{\"notes\":[" + NOTE + "]}");
        List<CompletableFuture<String>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            calls.add(CompletableFuture.supplyAsync(() -> answer(post(path, body)), CALLERS));
        }
        List<String> answers = calls.stream().map(CompletableFuture::join).toList();
        assertThat(answers).allSatisfy(BadDaysIT::isAnsweredOrToldToComeAgain);
        isUnhurt();
    }

    private static String answer(String call) {
        try {
            Socket socket = open(service, "");
            try {
                send(socket, call);
            } catch (IOException cutOff) {
                // the answer tells
            }
            return rest(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void isAnsweredOrToldToComeAgain(String answer) {
        if (answer.startsWith("HTTP/1.1 503 ")) {
            assertThat(answer).contains("Retry-After: 2", "application/problem+json", "again in a moment");
        } else {
            assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"rule\":\"next-action-present\"");
        }
    }

    @Test
    void fiveHundredLongNotesAtOnceAreNotCollected() throws IOException {
        String call = post("/v1/check", "{\"text\":\"" + "STATUS: Going well. ".repeat(1_000) + "\"}");
        List<Socket> callers = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            callers.add(open(service, call.substring(0, call.length() - 1)));
        }
        for (Socket caller : callers) {
            send(caller, "}");
        }
        assertThat(service.check(NOTE).statusCode()).isEqualTo(200);
        List<String> answers = callers.stream().map(BadDaysIT::rest).toList();
        assertThat(answers)
                .allSatisfy(BadDaysIT::isAnsweredOrToldToComeAgain)
                .anyMatch(answer -> answer.startsWith("HTTP/1.1 200 "))
                .anyMatch(answer -> answer.contains("4 notes of more than 10 KiB are under way"));
        isUnhurt();
    }

    @Test
    void whatWasTakenIsAnsweredWhenItEndsAndNothingElseIsTaken() throws Exception {
        String lines = "{\"text\":\"STATUS: Going well\"}\n".repeat(200);
        RunningService ending = RunningService.over(Path.of("rules"));
        try (ending;
                Socket half = open(ending, post("/v1/check", NOTE).replace(NOTE, "{"));
                Socket never =
                        open(ending, post("/v1/check", " ".repeat(30_000)).strip() + "\r\n\r\n{");
                Socket batch =
                        open(ending, post("/v1/check/batch", CheckResource.NDJSON, "Transfer-Encoding: chunked"))) {
            CompletableFuture<Void> sender =
                    CompletableFuture.runAsync(() -> sendOnAndOn(batch, chunk(lines)), CALLERS);
            BufferedReader answer = new BufferedReader(new InputStreamReader(batch.getInputStream(), UTF_8));
            String last = "";
            List<CompletableFuture<Void>> asked = new ArrayList<>();
            for (String line = answer.readLine(); line != null && !line.equals("0"); line = answer.readLine()) {
                if (asked.isEmpty() && line.contains("\"compliant\"")) {
                    ending.process().destroy();
                    asked.add(CompletableFuture.runAsync(() -> nothingIsBegunAndAllIsAnswered(ending, half), CALLERS));
                }
                last = line.isEmpty() ? last : line;
            }
            assertThat(asked).hasSize(1);
            asked.forEach(CompletableFuture::join);
            assertThat(last).as(ending.log()).contains("\"title\":\"Stopping\"", "\"status\":503");
            assertThat(rest(never)).startsWith("HTTP/1.1 503 ").contains("waits for no body any more");
            sender.join();
            assertThat(ending.exitStatus()).isEqualTo(143);
        }
        assertThat(ending.log()).doesNotContain("ERROR", "Exception", "\tat ");
    }

    private static void nothingIsBegunAndAllIsAnswered(RunningService ending, Socket half) {
        try {
            assertThat(refusal(ending))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("Retry-After: 2", "\"title\":\"Stopping\"")
                    .containsIgnoringCase("Connection: close");
            send(half, NOTE.substring(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(rest(half)).startsWith("HTTP/1.1 200 ").contains("\"rule\":\"next-action-present\"");
    }

    /** What a call is told that comes after the request to end; the process hears that request a moment after it was made. */
    private static String refusal(RunningService ending) throws IOException {
        String answer = rest(open(ending, post("/v1/check", NOTE)));
        for (int i = 0; i < 10_000 && answer.startsWith("HTTP/1.1 200 "); i++) {
            answer = rest(open(ending, post("/v1/check", NOTE)));
        }
        return answer;
    }

    private static void sendOnAndOn(Socket socket, String part) {
        try {
            while (true) {
                send(socket, part);
            }
        } catch (IOException gone) {
            // it was ended
        }
    }
}
