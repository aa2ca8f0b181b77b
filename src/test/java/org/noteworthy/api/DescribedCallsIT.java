package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.noteworthy.cli.Folders.copy;
import static org.noteworthy.cli.Folders.replace;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.audit.change.Changed;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of the calls, held against what the service does: no call is missing from it, every status of every
 * call is asked for, every answer is valid by its schema, and every example looks as what the service answers;
 * {@code -Dfixtures.update} writes the examples anew.
 */
class DescribedCallsIT {
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final Map<String, String> LINES = Map.of(
            "checkBatch",
            "ReportOrUnjudged",
            "checkFile",
            "ReportOrUnjudged",
            "checkFiles",
            "ReportOrUnjudged",
            "listDecisions",
            "Decision",
            "listCheckpoints",
            "Checkpoint");
    private static final String DRAFT = "2099-01-01";

    @TempDir
    static java.nio.file.Path folder;

    private static RunningService service;
    private static RunningService early;
    private static RunningService unwritable;
    private static DescribedDrafts drafts;
    private static DescribedAccess access;
    private static Description description;

    private final List<Case> cases = new ArrayList<>();

    /** A call that gets that status, answered as the example of that name says, where it has one. */
    private record Case(String operation, int status, String example, Supplier<HttpResponse<String>> call) {
        @Override
        public String toString() {
            return (operation + " " + status + " " + example).strip();
        }
    }

    @BeforeAll
    static void start() throws IOException {
        java.nio.file.Path rules = folder.resolve("rules");
        copy(java.nio.file.Path.of("rules/2019-09-27"), rules.resolve("2019-09-27"));
        copy(java.nio.file.Path.of("rules/2020-03-25"), rules.resolve("2020-03-25"));
        Files.writeString(rules.resolve("waivers.csv"), """
                rule,engagement,justification,owner,from,until
                status-allowed,E-9,Agreed with the customer; see the minutes of 3 March.,Pat Lee,2020-03-03,2099-12-31
                """);
        java.nio.file.Path draft = rules.resolve(DRAFT);
        copy(java.nio.file.Path.of("rules/2020-03-25"), draft);
        replace(draft.resolve("playbook.yaml"), "inForceFrom: 2020-03-25", "inForceFrom: " + DRAFT);
        replace(draft.resolve("status-brief.drl"), "status.length", "status.lenght");
        copy(draft, folder.resolve("early").resolve(DRAFT));
        for (String rule : List.of("time-entry", "note-per-interaction")) {
            java.nio.file.Path fixtures = java.nio.file.Path.of("rules", rule);
            Files.createDirectories(folder.resolve("test-fixtures/rules"));
            copy(
                    java.nio.file.Path.of("test-fixtures").resolve(fixtures),
                    folder.resolve("test-fixtures").resolve(fixtures));
        }
        java.nio.file.Path record = folder.resolve("record/audit");
        try (AuditDatabase database = AuditDatabase.open(DatabaseAddress.embedded(record))) {
            Changed.write(database, null, 2);
        }
        service = RunningService.over(
                rules,
                "noteworthy.audit.instance=example",
                "noteworthy.audit.checkpoint-every=1",
                "noteworthy.audit.database=" + record);
        early = RunningService.over(
                folder.resolve("early"),
                "noteworthy.limits.batches=1",
                "noteworthy.limits.files=1",
                "noteworthy.audit.enabled=false");
        unwritable = RunningService.over(
                rules,
                "noteworthy.audit.database=jdbc:postgresql://127.0.0.1:1/none",
                "noteworthy.audit.patience=100ms");
        unwritable.await("/q/health/ready", answer -> answer.contains("trouble"));
        for (String note : List.of(note("N-7", "Going well"), note("N-8", "On track"))) {
            service.send(service.request("/v1/check")
                    .header("Content-Type", JSON)
                    .header("Noteworthy-Caller", "portal")
                    .POST(BodyPublishers.ofString(note)));
        }
        drafts = DescribedDrafts.in(folder.resolve("drafting"));
        access = DescribedAccess.in(folder.resolve("access"), service);
        description = new Description(service.get("/q/openapi?format=json").body());
    }

    private static String note(String id, String status) {
        return "{\"id\":\"" + id + "\",\"text\":\"[EXO]\\nSTATUS: " + status
                + "\\nSUMMARY: Met.\\nNEXT ACTION: Call on Friday.\",\"role\":\"FE\",\"author\":\"kim\","
                + "\"engagement\":\"E-1\",\"writtenOn\":\"2020-04-01\"}";
    }

    @AfterAll
    static void stop() {
        service.close();
        early.close();
        unwritable.close();
        drafts.close();
        access.close();
    }

    @Test
    void everyCallIsDescribedAndNoOther() {
        Set<String> described = description.calls().stream()
                .filter(call -> call.contains(" /v1"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = new TreeSet<>(Set.of("GET /v1"));
        for (JsonNode call :
                new JsonMapper().readTree(service.get("/v1").body()).get("calls")) {
            if (call.asString().contains(" /v1")) {
                listed.add(call.asString());
            }
        }
        assertThat(described).isEqualTo(listed).isEqualTo(ofResources());
    }

    private static Set<String> ofResources() {
        Set<String> calls = new TreeSet<>();
        for (JavaClass resource : new ClassFileImporter().importPackages("org.noteworthy.api")) {
            for (JavaMethod method : resource.getMethods()) {
                if (resource.isAnnotatedWith(Path.class) && method.isMetaAnnotatedWith(HttpMethod.class)) {
                    String verb = method.getAnnotations().stream()
                            .filter(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class))
                            .map(annotation -> annotation.getRawType().getSimpleName())
                            .collect(Collectors.joining());
                    String path = resource.getAnnotationOfType(Path.class).value()
                            + method.tryGetAnnotationOfType(Path.class)
                                    .map(Path::value)
                                    .orElse("");
                    calls.add(verb + " " + path.replaceAll(":[^}]*", ""));
                }
            }
        }
        return calls;
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsValid() {
        return description.exemplified().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.place(), () -> description.assertValid(each.schema(), each.value())));
    }

    @Test
    void everyExampleIsShown() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(ShownAnswer.EXAMPLES)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSameSizeAs(description.exemplified().stream()
                            .filter(each -> each.place().contains("/examples/"))
                            .toList());
        }
    }

    @TestFactory
    Stream<DynamicTest> everyAnswerIsAsDescribed() {
        gather();
        return cases.stream().map(each -> DynamicTest.dynamicTest(each.toString(), () -> answered(each)));
    }

    private static void answered(Case asked) throws IOException {
        HttpResponse<String> answer = asked.call().get();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(asked.status());
        if (asked.status() == 304) {
            assertThat(answer.body()).isEmpty();
            return;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        JsonNode content = description.content(asked.operation(), asked.status(), type);
        JsonNode value = Description.value(type, answer.body());
        description.assertValid(content.get("schema"), value);
        if (type.equals(NDJSON)) {
            answer.body()
                    .lines()
                    .forEach(line -> description.assertValid(
                            Description.schema(LINES.getOrDefault(asked.operation(), "")),
                            Description.value(JSON, line)));
        }
        if (!asked.example().isEmpty()) {
            JsonNode example = content.get("examples").get(asked.example());
            assertThat(example).as("the example %s", asked.example()).isNotNull();
            ShownAnswer shown = new ShownAnswer(type, example, value);
            if (Boolean.getBoolean("fixtures.update")) {
                shown.renew(description.folder(asked.operation(), asked.status()), asked.example());
            } else {
                shown.assertAlike();
            }
        }
    }

    @Test
    void everyStatusIsAskedForAndEveryExampleIsAnAnswer() {
        gather();
        Set<String> asked = cases.stream()
                .map(each -> each.operation() + " " + each.status())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).isEqualTo(description.statuses());
        Set<JsonNode> answered = cases.stream()
                .filter(each -> !each.example().isEmpty())
                .flatMap(each -> description.examples(each.operation(), each.status(), each.example()).stream())
                .collect(Collectors.toSet());
        assertThat(description.exemplified())
                .filteredOn(each -> each.place().contains("/responses/")
                        && !each.place().matches(".*/responses/(NotSignedIn|Forbidden|UnknownHost|TooManyFailures)/.*"))
                .allSatisfy(each -> assertThat(answered)
                        .as("answers as the example at %s", each.place())
                        .contains(each.value()));
    }

    private void gather() {
        String note = description.request("checkNote", JSON, "note");
        String notes = description.request("checkBatch", JSON, "notes");
        String lines = description.request("checkBatch", NDJSON, "lines");
        String engagement = description.request("checkEngagement", JSON, "engagement");
        String longText = "{\"text\":\"" + "x".repeat(64 * 1024 + 1) + "\"}";
        String longBody = "{\"text\":\"" + "x".repeat(8 * 1024 * 1024) + "\"}";

        post("checkNote", 200, "report", "/v1/check", note);
        post("checkNote", 200, "full", "/v1/check?detail=full", note);
        post("checkNote", 200, "", "/v1/check?detail=why", note);
        post("checkNote", 400, "json", "/v1/check", "{\"text\":");
        post("checkNote", 400, "parameter", "/v1/check?playbok=2020-03-25", note);
        post("checkNote", 200, "waived", "/v1/check", note.replace("N-7", "N-9\",\"engagement\":\"E-9"));
        post("checkNote", 200, "report", "/v1/check?waivers=true", note);
        post("checkNote", 400, "", "/v1/check?detail=all", note);
        post("checkNote", 400, "", "/v1/check?waivers=no", note);
        post("checkNote", 200, "report", "/v1/check?record=false", note);
        post("checkNote", 400, "", "/v1/check?record=no", note);
        post("checkNote", 413, "text", "/v1/check", longText);
        post("checkNote", 413, "body", "/v1/check", longBody);
        post(
                "checkNote",
                422,
                "fields",
                "/v1/check",
                "{\"id\":\"N-9\",\"txt\":\"\",\"writtenOn\":\"1 April\",\"deployment\":\"pause\"}");
        post("checkNote", 422, "", "/v1/check", "[]");
        post("checkNote", 503, "early", "/v1/check", "{\"text\":\"\",\"writtenOn\":\"2001-01-01\"}");
        post("checkNote", 503, "refused", "/v1/check?playbook=" + DRAFT, note);

        post("checkBatch", 200, "reports", "/v1/check/batch", notes);
        ask("checkBatch", 200, "lines", () -> service.post("/v1/check/batch", NDJSON, lines));
        post("checkBatch", 400, "nothing", "/v1/check/batch", "");
        post("checkBatch", 400, "", "/v1/check/batch?on=2020-04-01", notes);
        post("checkBatch", 400, "", "/v1/check/batch?waivers=maybe", notes);
        post("checkBatch", 422, "note", "/v1/check/batch", note);
        post("checkBatch", 503, "", "/v1/check/batch?playbook=" + DRAFT, notes);
        ask("checkBatch", 503, "batches", DescribedCallsIT::oneBatchTooMany);

        post("checkEngagement", 200, "engagement", "/v1/check/engagement", engagement);
        post("checkEngagement", 400, "json", "/v1/check/engagement", "{\"text\":");
        post("checkEngagement", 413, "text", "/v1/check/engagement", "{\"notes\":[" + longText + "]}");
        post("checkEngagement", 413, "", "/v1/check/engagement", longBody);
        post(
                "checkEngagement",
                422,
                "fields",
                "/v1/check/engagement",
                "{\"notes\":[],\"interaction\":[],\"interactions\":[{\"on\":\"2020-04-01\"}]}");
        post(
                "checkEngagement",
                503,
                "early",
                "/v1/check/engagement",
                "{\"notes\":[{\"text\":\"\",\"writtenOn\":\"2001-01-01\"}]}");
        post("checkEngagement", 503, "refused", "/v1/check/engagement?playbook=" + DRAFT, engagement);

        Map<String, String> checks = Map.of(
                "checkNote", "/v1/check", "checkBatch", "/v1/check/batch", "checkEngagement", "/v1/check/engagement");
        new TreeMap<>(checks).forEach((operation, path) -> {
            post(operation, 404, "playbook", path + "?playbook=2020-04-01", note);
            ask(operation, 415, "csv", () -> service.post(path, "text/csv", note));
            ask(
                    operation,
                    406,
                    "csv",
                    () -> service.send(service.request(path)
                            .header("Content-Type", JSON)
                            .header("Accept", "text/csv")
                            .POST(BodyPublishers.ofString(note))));
        });

        get("listCalls", 200, "calls", "/v1");
        get("listPlaybooks", 200, "playbooks", "/v1/playbooks");
        get("comparePlaybooks", 200, "comparison", "/v1/playbooks/compare?from=2019-09-27&to=2020-03-25");
        get("comparePlaybooks", 400, "editions", "/v1/playbooks/compare?from=2019-09-27");
        get("comparePlaybooks", 400, "", "/v1/playbooks/compare?from=2019-09-27&to=2020-03-25&on=2020-04-01");
        ask("listPlaybooks", 304, "", () -> {
            String known =
                    service.get("/v1/playbooks").headers().firstValue("ETag").orElseThrow();
            return service.send(service.request("/v1/playbooks")
                    .header("If-None-Match", known)
                    .GET());
        });
        get("getVocabulary", 200, "", "/v1/playbooks/2020-03-25/vocabulary");
        get("getPlaybook", 200, "active", "/v1/playbooks/2020-03-25");
        get("getPlaybook", 200, "rejected", "/v1/playbooks/" + DRAFT);
        get("listRules", 200, "rules", "/v1/playbooks/2019-09-27/rules");
        get("getRule", 200, "rule", "/v1/playbooks/2020-03-25/rules/time-entry");
        get("getRule", 404, "rule", "/v1/playbooks/2020-03-25/rules/insightid");
        get("listClauses", 200, "clauses", "/v1/playbooks/2019-09-27/clauses");
        get("getRuleTimes", 200, "times", "/v1/playbooks/2020-03-25/times");
        get("getFile", 200, "tags", "/v1/playbooks/2020-03-25/files/tables/tags.csv");
        get("getFile", 200, "tags", "/v1/playbooks/2020-03-25/files/tables%2Ftags.csv");
        get("getFile", 404, "file", "/v1/playbooks/2020-03-25/files/tables/tag.csv");

        new DescribedFiles(service, DRAFT, this::ask).gather(early);

        get("listWaivers", 200, "waivers", "/v1/waivers");
        get("listWaivers", 200, "waivers", "/v1/waivers?on=2020-04-01");
        get("listWaivers", 400, "day", "/v1/waivers?on=31.12.2026");
        get("listWaivers", 400, "", "/v1/waivers?day=2020-04-01");
        ask(
                "listWaivers",
                406,
                "csv",
                () -> service.send(service.request("/v1/waivers")
                        .header("Accept", "text/csv")
                        .GET()));

        Map<String, String> looks = new TreeMap<>(Map.of(
                "listCalls", "/v1",
                "listPlaybooks", "/v1/playbooks",
                "getPlaybook", "/v1/playbooks/2020-03-25",
                "listRules", "/v1/playbooks/2020-03-25/rules",
                "getRule", "/v1/playbooks/2020-03-25/rules/insight-id",
                "listClauses", "/v1/playbooks/2020-03-25/clauses",
                "getVocabulary", "/v1/playbooks/2020-03-25/vocabulary",
                "getRuleTimes", "/v1/playbooks/2020-03-25/times",
                "getFile", "/v1/playbooks/2020-03-25/files/guidance.md"));
        looks.forEach((operation, path) -> get(operation, 400, "parameter", path + "?on=2020-04-01"));
        looks.put("comparePlaybooks", "/v1/playbooks/compare?from=2019-09-27&to=2020-03-25");
        looks.forEach((operation, path) -> {
            boolean answersAny = operation.equals("getFile");
            ask(
                    operation,
                    answersAny ? 200 : 406,
                    answersAny ? "" : "csv",
                    () -> service.send(
                            service.request(path).header("Accept", "text/csv").GET()));
            if (path.contains("2020-03-25")) {
                String example = Set.of("getRule", "getFile").contains(operation) ? "" : "playbook";
                get(operation, 404, example, path.replace("2020-03-25", "2020-04-01"));
                if (!operation.equals("getPlaybook")) {
                    get(operation, 503, "refused", path.replace("2020-03-25", DRAFT));
                }
            }
        });

        gatherAboutTheRecord(note);
        gatherReplays();
        gatherProofs();
        gatherHolds();
        gatherPolicyChanges();
        drafts.gather(description, this::ask);
        access.gather(description, this::ask);

        get("getDescription", 200, "", "/q/openapi?format=json");
        get("getDescription", 200, "", "/q/openapi");
        get("isAlive", 200, "live", "/q/health/live");
        get("isReady", 200, "ready", "/q/health/ready");
        ask("isReady", 503, "early", () -> early.get("/q/health/ready"));
        get("getMetrics", 200, "", "/q/metrics");
        get("getMetrics", 200, "", "/q/metrics?name%5B%5D=noteworthy_build_info");
        ask(
                "getMetrics",
                200,
                "",
                () -> service.send(service.request("/q/metrics")
                        .header("Accept", "text/plain")
                        .GET()));
    }

    private void gatherReplays() {
        String path = "/v1/audit/replays";
        String asked = description.request("askReplay", JSON, "edition");
        ask("askReplay", 202, "", () -> service.post(path, JSON, asked));
        ask("getReplay", 200, "done", () -> {
            String id = new JsonMapper()
                    .readTree(service.post(path, JSON, asked).body())
                    .get("id")
                    .asString();
            service.await(path + "/" + id, answer -> answer.contains("\"done\""));
            return service.get(path + "/" + id);
        });
        get("listReplays", 200, "", path);
        ask("cancelReplay", 200, "", () -> {
            String id = new JsonMapper()
                    .readTree(service.post(path, JSON, "{}").body())
                    .get("id")
                    .asString();
            return delete(service, path + "/" + id);
        });
        ask("askReplay", 400, "malformed", () -> service.post(path, JSON, "{\"from\":"));
        ask("askReplay", 400, "", () -> service.post(path, JSON, "{\"from\":\"2020-05-01\",\"to\":\"2020-04-01\"}"));
        ask("askReplay", 404, "", () -> service.post(path, JSON, "{\"playbook\":\"2001-01-01\"}"));
        ask("askReplay", 404, "", () -> early.post(path, JSON, "{}"));
        ask("askReplay", 413, "", () -> service.post(path, JSON, " ".repeat(70_000)));
        ask("askReplay", 415, "csv", () -> service.post(path, "text/csv", "{}"));
        ask("askReplay", 422, "field", () -> service.post(path, JSON, "{\"playbok\":\"2020-03-25\"}"));
        ask("askReplay", 422, "", () -> service.post(path, JSON, "{\"from\":7}"));
        ask("askReplay", 503, "unreachable", () -> unwritable.post(path, JSON, "{}"));
        get("getReplay", 404, "unknown", path + "/7");
        ask("cancelReplay", 404, "unknown", () -> delete(service, path + "/7"));
        get("listReplays", 400, "parameter", path + "?on=2020-04-01");
        get("getReplay", 400, "parameter", path + "/7?on=2020-04-01");
        ask("cancelReplay", 400, "parameter", () -> delete(service, path + "/7?on=2020-04-01"));
        for (String operation : List.of("listReplays", "getReplay", "askReplay", "cancelReplay")) {
            ask(operation, 406, "csv", () -> {
                HttpRequest.Builder request = service.request(
                                operation.equals("listReplays") || operation.equals("askReplay") ? path : path + "/7")
                        .header("Accept", "text/csv");
                return service.send(
                        switch (operation) {
                            case "askReplay" ->
                                request.header("Content-Type", JSON).POST(BodyPublishers.ofString("{}"));
                            case "cancelReplay" -> request.DELETE();
                            default -> request.GET();
                        });
            });
        }
    }

    private void gatherProofs() {
        String path = "/v1/audit/verifications";
        ask("askVerification", 202, "", () -> service.post(path, JSON, ""));
        ask("getVerification", 200, "done", () -> {
            String id = new JsonMapper()
                    .readTree(service.post(path, JSON, "").body())
                    .get("id")
                    .asString();
            service.await(path + "/" + id, answer -> answer.contains("\"done\""));
            return service.get(path + "/" + id);
        });
        get("listVerifications", 200, "", path);
        ask("cancelVerification", 200, "", () -> {
            String id = new JsonMapper()
                    .readTree(service.post(path, JSON, "").body())
                    .get("id")
                    .asString();
            return delete(service, path + "/" + id);
        });
        ask("askVerification", 404, "nothing", () -> early.post(path, JSON, ""));
        ask("askVerification", 503, "unreachable", () -> unwritable.post(path, JSON, ""));
        get("getVerification", 404, "unknown", path + "/7");
        ask("cancelVerification", 404, "unknown", () -> delete(service, path + "/7"));
        get("listVerifications", 400, "parameter", path + "?on=2020-04-01");
        get("getVerification", 400, "parameter", path + "/7?on=2020-04-01");
        ask("askVerification", 400, "parameter", () -> service.post(path + "?on=2020-04-01", JSON, ""));
        ask("cancelVerification", 400, "parameter", () -> delete(service, path + "/7?on=2020-04-01"));
        for (String operation :
                List.of("listVerifications", "getVerification", "askVerification", "cancelVerification")) {
            boolean all = operation.equals("listVerifications") || operation.equals("askVerification");
            ask(operation, 406, "csv", () -> {
                HttpRequest.Builder request =
                        service.request(all ? path : path + "/7").header("Accept", "text/csv");
                return service.send(
                        switch (operation) {
                            case "askVerification" ->
                                request.header("Content-Type", JSON).POST(BodyPublishers.ofString(""));
                            case "cancelVerification" -> request.DELETE();
                            default -> request.GET();
                        });
            });
        }
        String rule = "/rules/status-allowed";
        ask("getKeptRule", 200, "rule", () -> {
            String listed =
                    service.get("/v1/audit/decisions?caller=portal&note=N-7").body();
            String digest = new JsonMapper()
                    .readTree(listed)
                    .at("/decisions/0/report/digest")
                    .asString();
            return service.get("/v1/audit/editions/" + digest + rule);
        });
        String unknown = "/v1/audit/editions/sha256:" + "0".repeat(64) + rule;
        get("getKeptRule", 404, "unknown", unknown);
        ask("getKeptRule", 404, "nothing", () -> early.get(unknown));
        ask("getKeptRule", 503, "unreachable", () -> unwritable.get(unknown));
        get("getKeptRule", 400, "parameter", unknown + "?on=2020-04-01");
        ask(
                "getKeptRule",
                406,
                "csv",
                () -> service.send(
                        service.request(unknown).header("Accept", "text/csv").GET()));
    }

    private void gatherPolicyChanges() {
        String path = "/v1/audit/changes";
        get("listChanges", 200, "newest", path + "?edition=" + Changed.EDITION + "&limit=1");
        get("listChanges", 200, "", path + "?cursor=2");
        get("listChanges", 400, "limit", path + "?limit=many");
        get("listChanges", 400, "", path + "?cursor=x");
        get("listChanges", 400, "", path + "?on=2020-04-01");
        ask("listChanges", 404, "nothing", () -> early.get(path));
        ask("listChanges", 503, "unreachable", () -> unwritable.get(path));
        ask(
                "listChanges",
                406,
                "csv",
                () -> service.send(
                        service.request(path).header("Accept", "text/csv").GET()));
    }

    private void gatherHolds() {
        String reason = description.request("holdEngagement", JSON, "reason");
        String path = "/v1/audit/holds/E-2";
        ask("holdEngagement", 200, "held", () -> put(service, path, JSON, reason));
        get("listHolds", 200, "holds", "/v1/audit/holds");
        ask("holdEngagement", 400, "json", () -> put(service, path, JSON, "{\"reason\":"));
        ask("holdEngagement", 404, "nothing", () -> put(early, path, JSON, reason));
        ask("holdEngagement", 413, "", () -> put(service, path, JSON, " ".repeat(10_001)));
        ask("holdEngagement", 415, "csv", () -> put(service, path, "text/csv", reason));
        ask("holdEngagement", 422, "reason", () -> put(service, path, JSON, "{}"));
        ask("holdEngagement", 422, "", () -> put(service, path, JSON, "{\"why\":\"\"}"));
        ask("holdEngagement", 422, "", () -> put(service, path, JSON, reason.replace("17", "x".repeat(500))));
        ask("releaseEngagement", 200, "released", () -> delete(service, path));
        ask("releaseEngagement", 404, "unheld", () -> delete(service, "/v1/audit/holds/E-1"));
        ask("releaseEngagement", 400, "parameter", () -> delete(service, path + "?on=2020-04-01"));
        get("listHolds", 400, "parameter", "/v1/audit/holds?on=2020-04-01");
        ask("listHolds", 404, "nothing", () -> early.get("/v1/audit/holds"));
        ask("listHolds", 503, "unreachable", () -> unwritable.get("/v1/audit/holds"));
        ask("holdEngagement", 503, "unreachable", () -> put(unwritable, path, JSON, reason));
        ask("releaseEngagement", 503, "unreachable", () -> delete(unwritable, path));
        ask(
                "listHolds",
                406,
                "csv",
                () -> service.send(service.request("/v1/audit/holds")
                        .header("Accept", "text/csv")
                        .GET()));
        ask(
                "holdEngagement",
                406,
                "csv",
                () -> service.send(service.request(path)
                        .header("Content-Type", JSON)
                        .header("Accept", "text/csv")
                        .PUT(BodyPublishers.ofString(reason))));
        ask(
                "releaseEngagement",
                406,
                "csv",
                () -> service.send(
                        service.request(path).header("Accept", "text/csv").DELETE()));
    }

    private static HttpResponse<String> put(RunningService service, String path, String type, String body) {
        return service.send(service.request(path).header("Content-Type", type).PUT(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> delete(RunningService service, String path) {
        return service.send(service.request(path).DELETE());
    }

    private void gatherAboutTheRecord(String note) {
        ask("checkNote", 503, "notRecorded", () -> unwritable.post("/v1/check", JSON, note));
        ask(
                "checkEngagement",
                503,
                "notRecorded",
                () -> unwritable.post("/v1/check/engagement", JSON, "{\"notes\":[" + note + "]}"));
        ask("checkBatch", 200, "", () -> unwritable.post("/v1/check/batch", JSON, "[" + note + "]"));

        get("listDecisions", 200, "newest", "/v1/audit/decisions?caller=portal&limit=1");
        for (String type : List.of(NDJSON, "text/csv")) {
            ask(
                    "listDecisions",
                    200,
                    "",
                    () -> service.send(service.request("/v1/audit/decisions?caller=portal")
                            .header("Accept", type)
                            .GET()));
        }
        ask("getDecision", 200, "decision", () -> {
            String listed =
                    service.get("/v1/audit/decisions?caller=portal&note=N-7").body();
            String id = new JsonMapper().readTree(listed).at("/decisions/0/id").asString();
            return service.get("/v1/audit/decisions/" + id);
        });
        String unknown = "/v1/audit/decisions/01727395-f400-7f3a-9b1e-0d5c6a7b8e90";
        get("getDecision", 404, "unknown", unknown);
        get("getDecision", 400, "id", "/v1/audit/decisions/12");
        get("summarizeDecisions", 200, "summary", "/v1/audit/summary?caller=portal");
        get("summarizeDecisions", 200, "groups", "/v1/audit/summary?caller=portal&by=week,rule");
        get("summarizeDecisions", 400, "by", "/v1/audit/summary?by=weeks");
        get("listDecisions", 400, "format", "/v1/audit/decisions?format=pdf");
        for (String type : List.of(JSON, NDJSON)) {
            ask(
                    "listCheckpoints",
                    200,
                    "",
                    () -> service.send(service.request("/v1/audit/checkpoints")
                            .header("Accept", type)
                            .GET()));
        }
        get("listCheckpoints", 400, "parameter", "/v1/audit/checkpoints?on=2020-04-01");
        Map<String, String> questions =
                Map.of("listDecisions", "/v1/audit/decisions", "summarizeDecisions", "/v1/audit/summary");
        new TreeMap<>(questions).forEach((operation, path) -> {
            get(operation, 400, "severity", path + "?severity=eror");
            get(operation, 400, "day", path + "?from=June");
            get(operation, 400, "dates", path + "?from=2020-07-01&to=2020-06-01");
            get(operation, 400, "parameter", path + "?rul=status-allowed");
        });
        Map<String, String> asked = new TreeMap<>(questions);
        asked.put("listCheckpoints", "/v1/audit/checkpoints");
        asked.put("getDecision", unknown);
        asked.forEach((operation, path) -> {
            if (!operation.equals("getDecision")) {
                ask(operation, 404, "nothing", () -> early.get(path));
            }
            ask(operation, 503, "unreachable", () -> unwritable.get(path));
            ask(
                    operation,
                    406,
                    "csv",
                    () -> service.send(
                            service.request(path).header("Accept", "text/html").GET()));
        });
    }

    private void get(String operation, int status, String example, String path) {
        ask(operation, status, example, () -> service.get(path));
    }

    private void post(String operation, int status, String example, String path, String body) {
        ask(operation, status, example, () -> service.post(path, JSON, body));
    }

    private void ask(String operation, int status, String example, Supplier<HttpResponse<String>> call) {
        cases.add(new Case(operation, status, example, call));
    }

    /** A batch while another one, whose first note is answered, is still being sent. */
    private static HttpResponse<String> oneBatchTooMany() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), early.port())) {
            socket.setSoTimeout(30_000);
            String line = "{\"text\":\"\"}\n";
            String begun = "POST /v1/check/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(line.length()) + "\r\n" + line
                    + "\r\n";
            OutputStream out = socket.getOutputStream();
            out.write(begun.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(socket.getInputStream().read()).isNotNegative();
            return early.post("/v1/check/batch", JSON, "[]");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
