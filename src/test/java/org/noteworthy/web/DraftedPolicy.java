package org.noteworthy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.RunningService;
import org.noteworthy.cli.Folders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service over rules of its own, and somebody else who changes its drafts by calls while a page shows them. */
final class DraftedPolicy implements AutoCloseable {
    static final String EDITION = "2020-05-12";
    static final String STATUSES = "tables/statuses.csv";

    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger drafts = new AtomicInteger();
    private final Path rules;
    private final RunningService service;
    private final @Nullable String secret;

    DraftedPolicy() throws IOException {
        this(null);
    }

    /**
     * The same with settings of the service.
     *
     * @param secret of the key by which the calls are made; null where nobody has to sign in
     */
    DraftedPolicy(@Nullable String secret, String... settings) throws IOException {
        this.secret = secret;
        rules = Files.createTempDirectory("drafted").resolve("rules");
        Folders.copy(Path.of("rules"), rules);
        service = RunningService.over(rules, settings);
    }

    RunningService service() {
        return service;
    }

    Path rules() {
        return rules;
    }

    /** A new draft of the edition in force. */
    String draft(String title) {
        return draft(title, EDITION);
    }

    /** A new draft of an edition. */
    String draft(String title, String edition) {
        String name = "draft-" + drafts.incrementAndGet();
        assertThat(send("POST", "/v1/drafts", Map.of("name", name, "title", title, "from", edition))
                        .statusCode())
                .isEqualTo(201);
        return name;
    }

    /** The bytes of a file of a draft, as text. */
    String file(String draft, String path) {
        return get("/v1/drafts/" + draft + "/files/" + path).body();
    }

    /** A new file of a draft. */
    void write(String draft, String path, String text) {
        assertThat(answer(request("/v1/drafts/" + draft + "/files/" + path)
                                .header("Content-Type", "application/octet-stream")
                                .header("If-None-Match", "*")
                                .PUT(BodyPublishers.ofString(text))
                                .build())
                        .statusCode())
                .isEqualTo(200);
    }

    /** Deletes a file of a draft. */
    void delete(String draft, String path) {
        String address = "/v1/drafts/" + draft + "/files/" + path;
        String tag = get(address).headers().firstValue("ETag").orElseThrow();
        assertThat(answer(request(address).header("If-Match", tag).DELETE().build())
                        .statusCode())
                .isEqualTo(200);
    }

    /** Whether a draft has a file. */
    boolean has(String draft, String path) {
        return get("/v1/drafts/" + draft + "/files/" + path).statusCode() == 200;
    }

    /** Hands a draft in. */
    void submit(String draft) {
        assertThat(post("/v1/drafts/" + draft + "/submit", Map.of("reason", "Readers asked for it"))
                        .statusCode())
                .isEqualTo(200);
    }

    /** Takes a draft back, so that it can be changed again. */
    void withdraw(String draft) {
        assertThat(post("/v1/drafts/" + draft + "/withdraw", Map.of()).statusCode())
                .isEqualTo(200);
    }

    /** The cells of a row of the statuses, from 1. */
    List<String> row(String draft, int number) {
        return MAPPER.convertValue(
                rows(draft).get(number - 1).get("cells"),
                MAPPER.getTypeFactory().constructCollectionType(List.class, String.class));
    }

    /** Who has saved something of a draft, save by save. */
    List<String> saves(String draft) {
        return MAPPER.readTree(get("/v1/drafts/" + draft).body())
                .get("history")
                .valueStream()
                .map(save -> save.at("/by/name").asString())
                .toList();
    }

    private JsonNode rows(String draft) {
        return MAPPER.readTree(
                        get("/v1/drafts/" + draft + "/tables/statuses.csv").body())
                .get("rows");
    }

    /** Changes one cell of the statuses. */
    void change(String draft, int number, String column, String text) {
        patch(draft, Map.of("op", "change", "row", number, "hash", hash(draft, number), "cells", Map.of(column, text)));
    }

    /** Puts another row of the statuses in the place of one. */
    void replace(String draft, int number, Map<String, String> cells) {
        patch(
                draft,
                Map.of("op", "delete", "row", number, "hash", hash(draft, number)),
                Map.of("op", "add", "row", number + 1, "cells", cells));
    }

    /** Adds a row in front of all statuses. */
    void addFirst(String draft, Map<String, String> cells) {
        patch(draft, Map.of("op", "add", "row", 1, "cells", cells));
    }

    private String hash(String draft, int number) {
        return rows(draft).get(number - 1).get("hash").asString();
    }

    /** Adds a row to the end of the statuses. */
    void add(String draft, Map<String, String> cells) {
        patch(draft, Map.of("op", "add", "cells", cells));
    }

    private void patch(String draft, Map<?, ?>... operations) {
        assertThat(send(
                                "PATCH",
                                "/v1/drafts/" + draft + "/tables/statuses.csv",
                                Map.of("operations", List.of(operations)))
                        .statusCode())
                .isEqualTo(200);
    }

    HttpResponse<String> post(String path, Map<String, ?> body) {
        return send("POST", path, body);
    }

    private HttpResponse<String> send(String method, String path, Map<String, ?> body) {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(MAPPER.writeValueAsString(body)))
                .build());
    }

    private HttpResponse<String> get(String path) {
        return answer(request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.uri(path));
        return secret == null ? request : request.header("Authorization", "Bearer " + secret);
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
