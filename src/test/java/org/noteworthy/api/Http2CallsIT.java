package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Callers that speak HTTP/2, as Java's own client does unasked: many calls share one connection. */
class Http2CallsIT {
    private static final String NOTE = "{\"text\":\"[EXO]\",\"writtenOn\":\"2020-04-01\"}";

    private static RunningService service;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

    @BeforeAll
    static void start() throws IOException {
        service = RunningService.with(List.of("-Dnoteworthy.limits.body-time=2s"), Path.of("rules"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private HttpRequest request(String method, String path, String type, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.uri(path)).method(method, body);
        return (type.isEmpty() ? request : request.header("Content-Type", type)).build();
    }

    private HttpResponse<String> answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        return answer;
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/playbooks, '', 200, inForce",
        "POST, /v1/check, application/json, 200, next-action-present",
        "POST, /v1/check, text/plain, 415, Content-Type",
        "POST, /v1/check?dtail=full, application/json, 400, detail",
        "POST, /v1/check/batch, application/x-ndjson, 200, next-action-present",
        "DELETE, /v1/check, application/json, 405, POST",
        "GET, /v1/nothing, '', 404, /v1"
    })
    void areAnswered(String method, String path, String type, int status, String part) throws Exception {
        BodyPublisher body = type.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(NOTE);
        HttpResponse<String> answer = answer(request(method, path, type, body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(part);
    }

    @Test
    void aBatchOfManyIsAnsweredLineByLine() throws Exception {
        String notes = IntStream.range(0, 5_000).mapToObj(each -> NOTE).collect(Collectors.joining("\n"));
        assertThat(answer(request("POST", "/v1/check/batch", "application/x-ndjson", BodyPublishers.ofString(notes)))
                        .body())
                .hasLineCount(5_000);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        HttpResponse<String> answer =
                answer(request("POST", "/v1/check", "application/json", BodyPublishers.ofByteArray(new byte[9 << 20])));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("8388608 bytes");
    }

    /** Whoever sends slowly is refused; the others on the same connection go on. */
    @Test
    void aSlowBodyEndsItsOwnCallOnly() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            var one = vertx.createHttpClient(
                    new HttpClientOptions()
                            .setProtocolVersion(HttpVersion.HTTP_2)
                            .setHttp2ClearTextUpgrade(false)
                            .setDefaultPort(service.port()),
                    new PoolOptions().setHttp2MaxSize(1));
            CompletableFuture<Integer> slow = new CompletableFuture<>();
            Future<?> unused = one.request(HttpMethod.POST, "/v1/check")
                    .onSuccess(request -> {
                        request.setChunked(true).putHeader("Content-Type", "application/json");
                        Future<?> unusedAnswer =
                                request.response().onSuccess(answer -> slow.complete(answer.statusCode()));
                        Future<?> unusedWrite = request.write("{");
                    })
                    .onFailure(slow::completeExceptionally);
            assertThat(status(one)).isEqualTo(200);
            assertThat(slow.get(60, TimeUnit.SECONDS)).isEqualTo(408);
            assertThat(status(one)).isEqualTo(200);
        } finally {
            Future<?> unused = vertx.close();
        }
    }

    private static int status(io.vertx.core.http.HttpClient client) throws Exception {
        return client.request(HttpMethod.POST, "/v1/check")
                .compose(request ->
                        request.putHeader("Content-Type", "application/json").send(NOTE))
                .map(HttpClientResponse::statusCode)
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }
}
