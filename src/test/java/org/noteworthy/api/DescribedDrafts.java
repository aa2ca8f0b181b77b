package org.noteworthy.api;

import static org.noteworthy.cli.Folders.copy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every status of the calls about drafts, of a service of their own. */
final class DescribedDrafts implements AutoCloseable {
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final String BYTES = "application/octet-stream";
    private static final String EDITION = "2020-03-25";
    private static final String FILE = "status-brief.drl";
    private static final String TABLE = "statuses.csv";
    private static final String OPEN = "/v1/drafts/shorter-status";
    private static final String CLOSED = "/v1/drafts/given-up";
    private static final String DAMAGED = "/v1/drafts/damaged";
    private static final String NONE = "/v1/drafts/shorter-statos";
    private static final String WHY = "{\"reason\":\"Agreed on Monday\"}";
    private static final String LONG = " ".repeat(70_000);
    private static final JsonMapper MAPPER = new JsonMapper();

    private final RunningService service;
    private final RunningService folderless;
    private final @Nullable Description description;
    private final Path drafts;
    private final Asked asked;
    private int made;

    /** Takes a call that gets a status, answered as the example of that name says. */
    @FunctionalInterface
    interface Asked {
        void ask(String operation, int status, String example, Supplier<HttpResponse<String>> call);
    }

    private DescribedDrafts(
            RunningService service,
            RunningService folderless,
            Path drafts,
            @Nullable Description description,
            Asked asked) {
        this.service = service;
        this.folderless = folderless;
        this.drafts = drafts;
        this.description = description;
        this.asked = asked;
    }

    /** Starts it in a folder, with a draft that is open, one that is given up and one that is damaged. */
    static DescribedDrafts in(Path folder) throws IOException {
        Path rules = Files.createDirectories(folder).resolve("rules");
        copy(Path.of("rules/2020-03-25"), Files.createDirectories(rules).resolve(EDITION));
        Files.createDirectories(folder.resolve("test-fixtures/rules"));
        copy(Path.of("test-fixtures/rules/time-entry"), folder.resolve("test-fixtures/rules/time-entry"));
        Path drafts = folder.resolve("drafts");
        Path damaged = Files.createDirectories(drafts.resolve("damaged"));
        Files.writeString(damaged.resolve("draft.json"), "{\"name\":");
        Path file = Files.writeString(folder.resolve("none"), "");
        RunningService service = RunningService.over(rules, "noteworthy.drafts.folder=" + drafts);
        RunningService folderless = RunningService.over(rules, "noteworthy.drafts.folder=" + file);
        DescribedDrafts started = new DescribedDrafts(service, folderless, drafts, null, (o, s, e, c) -> {});
        started.create("shorter-status");
        started.create("given-up");
        started.delete(CLOSED, Map.of());
        return started;
    }

    /** Hands all calls over. */
    void gather(Description of, Asked to) {
        new DescribedDrafts(service, folderless, drafts, of, to).gather();
    }

    private void gather() {
        gatherDrafts();
        gatherFiles();
        gatherTables();
        gatherTexts();
        gatherForms();
        gatherReviews();
        gatherPublications();
        gatherWhatIsRefusedEverywhere();
    }

    private void gatherDrafts() {
        String draft = Objects.requireNonNull(description).request("createDraft", JSON, "draft");
        asked.ask("createDraft", 201, "draft", () -> {
            try {
                Path folder = drafts.resolve("clearer-status");
                if (Files.exists(folder)) {
                    Files.move(folder, folder.resolveSibling("clearer-status-" + System.nanoTime()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return post("/v1/drafts", draft);
        });
        post("createDraft", 404, "", "/v1/drafts", "{\"name\":\"a\",\"from\":\"2020-03-26\"}");
        post("createDraft", 409, "", "/v1/drafts", "{\"name\":\"given-up\",\"from\":\"2020-03-25\"}");
        post("createDraft", 422, "name", "/v1/drafts", "{\"name\":\"../rules\",\"from\":\"2020-03-25\"}");
        post("createDraft", 422, "", "/v1/drafts", "{\"name\":\"a\",\"edition\":\"2020-03-25\"}");
        post(
                "createDraft",
                422,
                "",
                "/v1/drafts",
                "{\"name\":\"a\",\"from\":\"2020-03-25\",\"inForceFrom\":\"Monday\"}");
        asked.ask("createDraft", 503, "", () -> folderless.post("/v1/drafts", JSON, draft));
        get("listDrafts", 200, "", "/v1/drafts");
        get("listDrafts", 200, "", "/v1/drafts?state=discarded");
        get("listDrafts", 400, "", "/v1/drafts?state=open");
        asked.ask("listDrafts", 503, "", () -> folderless.get("/v1/drafts"));
        get("getDraft", 200, "", OPEN);
        get("compareDraft", 200, "", OPEN + "/difference");
        post("rebaseDraft", 200, "", OPEN + "/rebase", "{}");
        post("rebaseDraft", 409, "", CLOSED + "/rebase", "{}");
        post("rebaseDraft", 422, "", OPEN + "/rebase", "{\"keepMine\":\"yes\"}");
        asked.ask("discardDraft", 200, "", () -> delete(fresh(), Map.of()));
        asked.ask("discardDraft", 409, "", () -> delete(CLOSED, Map.of()));
    }

    private void gatherFiles() {
        String path = "/files/" + FILE;
        get("getDraftFile", 200, "", OPEN + path);
        get("getDraftFile", 200, "", OPEN + "/files/fixtures/rules/time-entry/passes-core-task.md");
        get("getDraftFile", 404, "", OPEN + "/files/status-brif.drl");
        asked.ask("changeDraftFile", 200, "", () -> {
            String draft = fresh();
            return put(draft + path, "// changed\n" + file(draft), Map.of("If-Match", tag(draft)));
        });
        asked.ask("changeDraftFile", 409, "closed", () -> put(CLOSED + path, "", Map.of("If-Match", tag(CLOSED))));
        asked.ask("changeDraftFile", 412, "both", () -> {
            String draft = fresh();
            String seen = tag(draft);
            String text = file(draft);
            put(draft + path, "// ann\n" + text, Map.of("If-Match", seen, "Noteworthy-Caller", "ann"));
            return put(draft + path, text + "// bob\n", Map.of("If-Match", seen));
        });
        asked.ask("changeDraftFile", 413, "", () -> put(OPEN + path, "x".repeat((1 << 20) + 1), Map.of()));
        asked.ask("changeDraftFile", 422, "", () -> put(OPEN + "/files/notes.txt", "", Map.of("If-None-Match", "*")));
        asked.ask("changeDraftFile", 428, "unnamed", () -> put(OPEN + path, "", Map.of()));
        asked.ask("changeDraftFile", 400, "", () -> put(OPEN + path, "", Map.of("If-Match", "*")));
        asked.ask(
                "changeDraftFile",
                415,
                "csv",
                () -> service.send(service.request(OPEN + path)
                        .header("Content-Type", "text/csv")
                        .PUT(BodyPublishers.ofString(""))));
        asked.ask("deleteDraftFile", 200, "", () -> {
            String draft = fresh();
            return delete(draft + path, Map.of("If-Match", tag(draft)));
        });
        asked.ask(
                "deleteDraftFile",
                404,
                "",
                () -> delete(OPEN + "/files/status-brif.drl", Map.of("If-Match", tag(OPEN))));
        asked.ask("deleteDraftFile", 409, "closed", () -> delete(CLOSED + path, Map.of("If-Match", tag(CLOSED))));
        asked.ask(
                "deleteDraftFile", 412, "", () -> delete(OPEN + path, Map.of("If-Match", '"' + "0".repeat(64) + '"')));
        asked.ask("deleteDraftFile", 428, "unnamed", () -> delete(OPEN + path, Map.of()));
    }

    private void gatherTables() {
        String path = "/tables/" + TABLE;
        get("getDraftTable", 200, "", OPEN + path);
        get("getDraftTable", 404, "", OPEN + "/tables/status.csv");
        asked.ask("getDraftTable", 422, "", () -> {
            String draft = fresh();
            put(
                    draft + "/files/tables/" + TABLE,
                    "status,label\n\"open",
                    Map.of("If-Match", tag(draft, "tables/" + TABLE)));
            return service.get(draft + path);
        });
        String rows = Objects.requireNonNull(description).request("changeDraftTable", JSON, "rows");
        asked.ask("changeDraftTable", 200, "", () -> patch(fresh() + path, rows, Map.of()));
        asked.ask("changeDraftTable", 409, "", () -> patch(CLOSED + path, rows, Map.of()));
        asked.ask(
                "changeDraftTable",
                412,
                "",
                () -> patch(OPEN + path, rows, Map.of("If-Match", '"' + "0".repeat(64) + '"')));
        asked.ask("changeDraftTable", 404, "", () -> patch(OPEN + "/tables/status.csv", rows, Map.of()));
        String stale = "{\"operations\":[{\"op\":\"delete\",\"row\":1,\"hash\":\"0000000000000000\"}]}";
        asked.ask("changeDraftTable", 409, "row", () -> patch(OPEN + path, stale, Map.of()));
        asked.ask(
                "changeDraftTable",
                422,
                "",
                () -> patch(OPEN + path, "{\"operations\":[{\"op\":\"remove\"}]}", Map.of()));
        asked.ask("changeDraftTable", 400, "object", () -> patch(OPEN + path, "{\"text\":", Map.of()));
        asked.ask("changeDraftTable", 413, "", () -> patch(OPEN + path, " ".repeat((8 << 20) + 1), Map.of()));
        asked.ask(
                "changeDraftTable",
                415,
                "csv",
                () -> service.send(service.request(OPEN + path)
                        .header("Content-Type", "text/csv")
                        .method("PATCH", BodyPublishers.ofString(rows))));
    }

    private void gatherTexts() {
        String typed = Objects.requireNonNull(description).request("lintDraft", JSON, "typed");
        post("lintDraft", 200, "", OPEN + "/lint", typed);
        post("lintDraft", 413, "", OPEN + "/lint", " ".repeat((6 << 20) + 1));
        post("lintDraft", 422, "", OPEN + "/lint", "{\"path\":\"../x.drl\",\"text\":\"\"}");
        post("lintDraft", 422, "", OPEN + "/lint", "{}");
        get("getDraftVersions", 200, "", OPEN + "/versions/" + FILE);
        get("getDraftVersions", 404, "", OPEN + "/versions/status-brif.drl");
        get("getDraftVocabulary", 200, "", OPEN + "/vocabulary");
        get("getDraftVocabulary", 409, "", waivers() + "/vocabulary");
        asked.ask(
                "comparePlaybooks",
                200,
                "",
                () -> service.get("/v1/playbooks/compare?from=2020-03-25&to=draft:"
                        + changed().replaceAll(".*/", "")));
        get(
                "comparePlaybooks",
                409,
                "",
                "/v1/playbooks/compare?from=2020-03-25&to=draft:" + waivers().replaceAll(".*/", ""));
        get("comparePlaybooks", 404, "", "/v1/playbooks/compare?from=2020-03-25&to=draft:none");
        for (String polled : List.of("listDrafts /v1/drafts?state=discarded", "getDraft " + OPEN)) {
            String path = polled.substring(polled.indexOf(' ') + 1);
            asked.ask(polled.substring(0, polled.indexOf(' ')), 304, "", () -> {
                String known = service.get(path).headers().firstValue("ETag").orElseThrow();
                return service.send(
                        service.request(path).header("If-None-Match", known).GET());
            });
        }
    }

    private void gatherForms() {
        String rule = Objects.requireNonNull(description).request("readForm", JSON, "rule");
        String form = description.request("writeForm", JSON, "form");
        Map<String, String> calls = Map.of("readForm", rule, "writeForm", form);
        calls.forEach((operation, body) -> {
            String path = operation.equals("readForm") ? "/v1/forms/read" : "/v1/forms/write";
            String draft = waivers().replaceAll(".*/", "");
            post(operation, 200, "", path, body);
            post(operation, 400, "", path + "?on=2020-04-01", body);
            post(operation, 400, "object", path, "{\"text\":");
            post(operation, 404, "", path, body.replace("2020-03-25", "2020-03-26"));
            String of = ",\"draft\":\"" + draft + "\"}";
            post(operation, 409, "", path, body.replaceAll(",\\s*\"edition\":\\s*\"[^\"]*\"\\s*}$", of));
            String damaged = ",\"draft\":\"damaged\"}";
            post(operation, 503, "", path, body.replaceAll(",\\s*\"edition\":\\s*\"[^\"]*\"\\s*}$", damaged));
            post(operation, 413, "", path, " ".repeat((512 << 10) + 1));
            post(operation, 422, "", path, "{}");
            asked.ask(operation, 415, "csv", () -> service.post(path, "text/csv", body));
            asked.ask(operation, 406, "csv", () -> send("POST", path, body, "text/csv"));
        });
        post("readForm", 422, "", "/v1/forms/read", "{\"text\":\"// a comment\\n\"}");
        post("writeForm", 422, "", "/v1/forms/write", form.replace("status.length", "status length"));
    }

    /** A draft of the waivers, which have no rules. */
    private String waivers() {
        String name = "agreed-" + System.nanoTime();
        post("/v1/drafts", "{\"name\":\"" + name + "\",\"from\":\"waivers.csv\"}");
        return "/v1/drafts/" + name;
    }

    private void gatherReviews() {
        get("checkDraft", 200, "", OPEN + "/checks");
        asked.ask("checkDraft", 200, "checks", () -> service.get(changed() + "/checks?wait=PT30S"));
        get("checkDraft", 400, "", OPEN + "/checks?wait=1h");
        String notes = "{\"id\":\"N-1\",\"text\":\"[EXO]\\nSTATUS: On track\"}\n";
        String impact = OPEN + "/impact";
        asked.ask("tryDraft", 200, "", () -> service.post(impact, NDJSON, notes));
        asked.ask("tryDraft", 400, "", () -> service.post(impact, NDJSON, "{\"text\":"));
        asked.ask("tryDraft", 404, "unknown", () -> service.post(NONE + "/impact", NDJSON, notes));
        asked.ask("tryDraft", 409, "", () -> {
            String draft = fresh();
            put(draft + "/files/" + FILE, "rule", Map.of("If-Match", tag(draft)));
            return service.post(draft + "/impact", NDJSON, notes);
        });
        asked.ask("tryDraft", 413, "", () -> service.post(impact, NDJSON, "{\"text\":\"" + LONG + "\"}"));
        asked.ask("tryDraft", 415, "csv", () -> service.post(impact, "text/csv", notes));
        asked.ask("tryDraft", 422, "", () -> service.post(impact, NDJSON, "{\"txt\":\"\"}"));
        asked.ask("tryDraft", 503, "", () -> service.post(DAMAGED + "/impact", NDJSON, notes));
        asked.ask(
                "tryDraft",
                406,
                "csv",
                () -> service.send(service.request(impact)
                        .header("Content-Type", NDJSON)
                        .header("Accept", "text/csv")
                        .POST(BodyPublishers.ofString(notes))));
        asked.ask("submitDraft", 200, "", () -> post(changed() + "/submit", WHY));
        asked.ask("submitDraft", 409, "state", () -> post(OPEN + "/submit", WHY));
        post("submitDraft", 422, "", OPEN + "/submit", "{\"reason\":\"\"}");
        asked.ask("approveDraft", 200, "", () -> approve(submitted(), "ann"));
        asked.ask("approveDraft", 403, "own", () -> approve(submitted(), "kim"));
        asked.ask("approveDraft", 409, "", () -> post(OPEN + "/approve", "{\"digest\":\"sha256:0\"}"));
        post("approveDraft", 422, "", OPEN + "/approve", "{}");
        asked.ask("withdrawDraft", 200, "", () -> post(submitted() + "/withdraw", "{}"));
        asked.ask("withdrawDraft", 409, "", () -> post(OPEN + "/withdraw", "{}"));
        asked.ask("commentDraft", 200, "", () -> post(fresh() + "/comments", "{\"text\":\"Which customers?\"}"));
        asked.ask("commentDraft", 409, "", () -> post(talkedOver() + "/comments", "{\"text\":\"One more\"}"));
        post("commentDraft", 422, "", OPEN + "/comments", "{\"text\":\"\\u0007\"}");
    }

    private void gatherPublications() {
        asked.ask("publishDraft", 200, "", () -> post(submitted() + "/publish", WHY));
        post("publishDraft", 409, "", OPEN + "/publish", WHY);
        post("publishDraft", 422, "", OPEN + "/publish", "{}");
        asked.ask("rollback", 200, "", () -> {
            String before = edition();
            post(submitted() + "/publish", WHY);
            return post(
                    "/v1/rollbacks",
                    "{\"edition\":\"2020-03-25\",\"digest\":\"" + before + "\",\"reason\":\"It was wrong\"}");
        });
        String digest = "\"sha256:" + "0".repeat(64) + '"';
        post(
                "rollback",
                404,
                "",
                "/v1/rollbacks",
                "{\"edition\":\"2020-03-26\",\"digest\":" + digest + ",\"reason\":\"It was wrong\"}");
        post("rollback", 409, "", "/v1/rollbacks", "{\"edition\":\"waivers.csv\",\"reason\":\"It was wrong\"}");
        post("rollback", 422, "", "/v1/rollbacks", "{\"edition\":\"2020-03-25\"}");
        asked.ask(
                "rollback",
                503,
                "",
                () -> folderless.post(
                        "/v1/rollbacks", JSON, "{\"edition\":\"waivers.csv\",\"reason\":\"It was wrong\"}"));
    }

    /** What is answered alike by all of them: unknown and damaged drafts, bodies and parameters that cannot be read. */
    private void gatherWhatIsRefusedEverywhere() {
        Map<String, String> calls = new LinkedHashMap<>();
        calls.put("getDraft", "GET ");
        calls.put("compareDraft", "GET /difference");
        calls.put("checkDraft", "GET /checks");
        calls.put("getDraftFile", "GET /files/" + FILE);
        calls.put("getDraftTable", "GET /tables/" + TABLE);
        calls.put("getDraftVersions", "GET /versions/" + FILE);
        calls.put("getDraftVocabulary", "GET /vocabulary");
        calls.put("lintDraft", "POST /lint");
        calls.put("discardDraft", "DELETE ");
        calls.put("deleteDraftFile", "DELETE /files/" + FILE);
        calls.put("changeDraftFile", "PUT /files/" + FILE);
        calls.put("changeDraftTable", "PATCH /tables/" + TABLE);
        calls.put("rebaseDraft", "POST /rebase");
        calls.put("submitDraft", "POST /submit");
        calls.put("approveDraft", "POST /approve");
        calls.put("withdrawDraft", "POST /withdraw");
        calls.put("commentDraft", "POST /comments");
        calls.put("publishDraft", "POST /publish");
        Map<String, String> bodies = Map.of(
                "rebaseDraft", "{}",
                "withdrawDraft", "{}",
                "submitDraft", WHY,
                "publishDraft", WHY,
                "approveDraft", "{\"digest\":\"sha256:0\"}",
                "commentDraft", "{\"text\":\"Which customers?\"}",
                "lintDraft", "{\"path\":\"" + FILE + "\",\"text\":\"\"}",
                "changeDraftTable", "{\"operations\":[]}");
        calls.forEach((operation, call) -> {
            String method = call.substring(0, call.indexOf(' '));
            String path = call.substring(call.indexOf(' ') + 1);
            String body = bodies.getOrDefault(operation, "");
            boolean ofFile = Set.of(
                            "getDraftFile", "deleteDraftFile", "getDraftTable", "changeDraftTable", "getDraftVersions")
                    .contains(operation);
            asked.ask(operation, 404, ofFile ? "" : "unknown", () -> send(method, NONE + path, body, JSON));
            asked.ask(operation, 503, "", () -> send(method, DAMAGED + path, body, JSON));
            boolean shared = !Set.of("changeDraftTable", "checkDraft").contains(operation)
                    && (!method.equals("POST") || operation.equals("withdrawDraft"));
            asked.ask(
                    operation,
                    400,
                    shared ? "parameter" : "",
                    () -> send(method, OPEN + path + "?on=2020-04-01", body, JSON));
            if (!operation.equals("getDraftFile")) {
                asked.ask(operation, 406, "csv", () -> send(method, OPEN + path, body, "text/csv"));
            }
        });
        calls.put("createDraft", "POST /v1/drafts");
        calls.put("rollback", "POST /v1/rollbacks");
        calls.forEach((operation, call) -> {
            if (call.startsWith("POST ")) {
                String path = call.substring("POST ".length());
                String whole = path.startsWith("/v1") ? path : OPEN + path;
                asked.ask(operation, 415, "csv", () -> service.post(whole, "text/csv", "{}"));
                if (!operation.equals("withdrawDraft")) {
                    asked.ask(operation, 400, "object", () -> post(whole, "{\"text\":"));
                }
                if (!Set.of("withdrawDraft", "lintDraft").contains(operation)) {
                    asked.ask(operation, 413, "", () -> post(whole, LONG));
                }
            }
        });
        asked.ask("createDraft", 406, "csv", () -> send("POST", "/v1/drafts", "{}", "text/csv"));
        asked.ask("rollback", 406, "csv", () -> send("POST", "/v1/rollbacks", "{}", "text/csv"));
        asked.ask("listDrafts", 406, "csv", () -> send("GET", "/v1/drafts", "", "text/csv"));
    }

    private String create(String name) {
        HttpResponse<String> answer =
                post("/v1/drafts", "{\"name\":\"" + name + "\",\"title\":\"Shorter\",\"from\":\"2020-03-25\"}");
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
        return "/v1/drafts/" + name;
    }

    /** A draft that nobody has seen yet; those before it are given up, so that never too many are open. */
    private synchronized String fresh() {
        made++;
        return create("draft-" + System.nanoTime() + "-" + made);
    }

    /** One that changes something. */
    private String changed() {
        String draft = fresh();
        put(draft + "/files/" + FILE, "// " + draft + "\n" + file(draft), Map.of("If-Match", tag(draft)));
        return draft;
    }

    private String submitted() {
        String draft = changed();
        post(draft + "/submit", WHY);
        return draft;
    }

    private HttpResponse<String> approve(String draft, String by) {
        String digest = MAPPER.readTree(service.get(draft).body()).get("digest").asString();
        return service.send(service.request(draft + "/approve")
                .header("Content-Type", JSON)
                .header("Noteworthy-Caller", by)
                .POST(BodyPublishers.ofString("{\"digest\":\"" + digest + "\",\"comment\":\"Good\"}")));
    }

    /** A draft with as many comments as it can have. */
    private String talkedOver() {
        String draft = fresh();
        post(draft + "/comments", "{\"text\":\"Which customers?\"}");
        Path file = drafts.resolve(draft.substring("/v1/drafts/".length())).resolve("draft.json");
        try {
            ObjectNode json = (ObjectNode) MAPPER.readTree(Files.readString(file));
            ArrayNode comments = (ArrayNode) json.at("/review/comments");
            JsonNode comment = comments.get(0);
            while (comments.size() < 1_000) {
                comments.add(comment);
            }
            Files.writeString(file, json.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return draft;
    }

    private String edition() {
        return MAPPER.readTree(service.get("/v1/playbooks/" + EDITION).body())
                .get("digest")
                .asString();
    }

    private String file(String draft) {
        return service.get(draft + "/files/" + FILE).body();
    }

    private String tag(String draft) {
        return tag(draft, FILE);
    }

    private String tag(String draft, String path) {
        return service.get(draft + "/files/" + path)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private void get(String operation, int status, String example, String path) {
        asked.ask(operation, status, example, () -> service.get(path));
    }

    private void post(String operation, int status, String example, String path, String body) {
        asked.ask(operation, status, example, () -> post(path, body));
    }

    private HttpResponse<String> post(String path, String body) {
        return service.send(service.request(path)
                .header("Content-Type", JSON)
                .header("Noteworthy-Caller", "kim")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> put(String path, String body, Map<String, String> headers) {
        return send("PUT", path, body, BYTES, headers);
    }

    private HttpResponse<String> patch(String path, String body, Map<String, String> headers) {
        return send("PATCH", path, body, JSON, headers);
    }

    private HttpResponse<String> delete(String path, Map<String, String> headers) {
        HttpRequest.Builder request = service.request(path);
        headers.forEach(request::header);
        return service.send(request.DELETE());
    }

    private HttpResponse<String> send(
            String method, String path, String body, String type, Map<String, String> headers) {
        HttpRequest.Builder request = service.request(path).header("Content-Type", type);
        headers.forEach(request::header);
        return service.send(request.method(method, BodyPublishers.ofString(body)));
    }

    /** Any call that accepts answers of that type only. */
    private HttpResponse<String> send(String method, String path, String body, String accept) {
        HttpRequest.Builder request = service.request(path).header("Accept", accept);
        if (!Set.of("GET", "DELETE").contains(method)) {
            request.header("Content-Type", method.equals("PUT") ? BYTES : JSON);
        }
        boolean named = path.contains("/files/") && Set.of("PUT", "DELETE").contains(method);
        if (named) {
            request.header("If-Match", '"' + "0".repeat(64) + '"');
        }
        return service.send(
                List.of("GET", "DELETE").contains(method)
                        ? request.method(method, BodyPublishers.noBody())
                        : request.method(method, BodyPublishers.ofString(body)));
    }

    @Override
    public void close() {
        service.close();
        folderless.close();
    }
}
