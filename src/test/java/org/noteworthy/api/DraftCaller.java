package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who calls about drafts.
 *
 * @param secret of an API key; null where nobody signs in
 */
record DraftCaller(
        RunningService service, String name, @Nullable String secret) {
    private static final JsonMapper MAPPER = new JsonMapper();
    static final String DRAFTS = "/v1/drafts";

    HttpResponse<String> send(String method, String path, String type, String body, Map<String, String> headers) {
        HttpRequest.Builder request = service.request(path).header("Noteworthy-Caller", name);
        if (secret != null) {
            request.header("Authorization", "Bearer " + secret);
        }
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        headers.forEach(request::header);
        BodyPublisher sent = type.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return service.send(request.method(method, sent));
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "", "", Map.of());
    }

    HttpResponse<String> post(String path, Map<String, ?> body) {
        return send("POST", path, "application/json", MAPPER.writeValueAsString(body), Map.of());
    }

    HttpResponse<String> put(String draft, String path, String tag, String text) {
        return send(
                "PUT",
                DRAFTS + "/" + draft + "/files/" + path,
                "application/octet-stream",
                text,
                Map.of(tag.equals("*") ? "If-None-Match" : "If-Match", tag));
    }

    HttpResponse<String> delete(String path) {
        return send("DELETE", path, "", "", Map.of());
    }

    static JsonNode json(HttpResponse<String> answer) {
        return MAPPER.readTree(answer.body());
    }

    /** What was answered, where it is as asked for. */
    static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return json(answer);
    }

    /** The sentence of an answer that refuses. */
    static String refused(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return json(answer).get("detail").asString();
    }

    JsonNode create(String name, String from) {
        return ok(post(DRAFTS, Map.of("name", name, "title", "About " + name, "from", from)));
    }

    JsonNode draft(String name) {
        return ok(get(DRAFTS + "/" + name));
    }

    HttpResponse<String> file(String draft, String path) {
        return get(DRAFTS + "/" + draft + "/files/" + path);
    }

    static String tag(HttpResponse<String> file) {
        return file.headers().firstValue("ETag").orElseThrow();
    }

    /** Puts one text in place of another. */
    JsonNode replace(String draft, String path, String from, String to) {
        HttpResponse<String> file = file(draft, path);
        assertThat(file.body()).contains(from);
        return ok(put(draft, path, tag(file), file.body().replace(from, to)));
    }

    HttpResponse<String> submit(String draft) {
        return post(DRAFTS + "/" + draft + "/submit", Map.of("reason", "Readers asked for it"));
    }

    HttpResponse<String> approve(String draft, String digest) {
        return post(DRAFTS + "/" + draft + "/approve", Map.of("digest", digest, "comment", "Good"));
    }

    HttpResponse<String> publish(String draft) {
        return post(DRAFTS + "/" + draft + "/publish", Map.of("reason", "Agreed on Monday"));
    }

    /** Everything that is known of a draft once nothing more will be. */
    JsonNode checks(String draft) {
        JsonNode checks = ok(get(DRAFTS + "/" + draft + "/checks"));
        while (checks.get("running").asBoolean()) {
            checks = ok(get(DRAFTS + "/" + draft + "/checks?wait=PT2S"));
        }
        return checks;
    }

    /** A report of a note, once that digest judges it. */
    JsonNode judged(String note, String digest) {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (true) {
            JsonNode report = ok(post("/v1/check", Map.of("text", note, "role", "FE", "writtenOn", "2020-04-01")));
            if (report.toString().contains(digest)) {
                return report;
            }
            assertThat(System.nanoTime()).as(report + " is judged by " + digest).isLessThan(deadline);
        }
    }
}
