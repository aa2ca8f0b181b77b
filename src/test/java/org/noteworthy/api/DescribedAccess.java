package org.noteworthy.api;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.noteworthy.access.KeyFile;
import org.noteworthy.access.Role;
import tools.jackson.databind.json.JsonMapper;

/** Every status of the calls about signing in, of services that know their callers by keys. */
final class DescribedAccess implements AutoCloseable {
    private static final String JSON = "application/json";
    private static final String SESSION = "/v1/session";

    private final RunningService open;
    private final RunningService keyed;
    private final RunningService damaged;
    private final String secret;

    private DescribedAccess(RunningService open, RunningService keyed, RunningService damaged, String secret) {
        this.open = open;
        this.keyed = keyed;
        this.damaged = damaged;
        this.secret = secret;
    }

    /** Starts them in a folder, beside one that lets everybody do everything. */
    static DescribedAccess in(Path folder, RunningService open) throws IOException {
        Path file = Files.createDirectories(folder).resolve("keys.json");
        KeyFile.Made made = new KeyFile(file).make("kim", Set.of(Role.ADMIN), null, Instant.now());
        RunningService keyed = over(file);
        Path damaged = Files.writeString(folder.resolve("damaged.json"), "{");
        return new DescribedAccess(open, keyed, over(damaged), made.secret().text());
    }

    private static RunningService over(Path keys) throws IOException {
        return RunningService.over(
                Path.of("rules"),
                "noteworthy.audit.enabled=false",
                "noteworthy.access=keys",
                "noteworthy.access.failures.allowed=1000000",
                "noteworthy.access.keys=" + keys);
    }

    /** Hands all calls over. */
    void gather(Description description, DescribedDrafts.Asked asked) {
        String example = description.request("beginSession", JSON, "key");
        asked.ask("getSession", 200, "nobody", () -> keyed.get(SESSION));
        asked.ask("getSession", 200, "anybody", () -> open.get(SESSION));
        asked.ask("getSession", 200, "", () -> keyed.send(known(keyed, SESSION).GET()));
        asked.ask(
                "getSession",
                503,
                "keys",
                () -> damaged.send(known(damaged, SESSION).GET()));
        asked.ask("beginSession", 200, "browser", () -> begin(keyed, body()));
        asked.ask("beginSession", 400, "object", () -> begin(keyed, "{\"key\":"));
        asked.ask("beginSession", 409, "none", () -> begin(open, example));
        asked.ask("beginSession", 413, "", () -> begin(keyed, " ".repeat(2_000)));
        asked.ask("beginSession", 415, "csv", () -> keyed.post(SESSION, "text/csv", example));
        asked.ask("beginSession", 422, "key", () -> begin(keyed, "{}"));
        asked.ask("beginSession", 503, "keys", () -> begin(damaged, example));
        asked.ask(
                "endSession",
                200,
                "nobody",
                () -> keyed.send(keyed.request(SESSION).DELETE()));
        asked.ask(
                "endSession",
                503,
                "keys",
                () -> damaged.send(known(damaged, SESSION).DELETE()));
        asked.ask("getAccess", 200, "table", () -> open.get("/v1/access"));
        asked.ask(
                "listKeys",
                200,
                "keys",
                () -> keyed.send(known(keyed, "/v1/keys").GET()));
        asked.ask("listSessions", 200, "sessions", () -> {
            session();
            return keyed.send(known(keyed, "/v1/sessions").GET());
        });
        asked.ask(
                "closeSession",
                200,
                "closed",
                () -> keyed.send(known(keyed, "/v1/sessions/" + session()).DELETE()));
        asked.ask(
                "closeSession",
                404,
                "unknown",
                () -> open.send(open.request("/v1/sessions/5f0c1e7a").DELETE()));
        gatherWhatIsRefusedEverywhere(asked);
    }

    private void gatherWhatIsRefusedEverywhere(DescribedDrafts.Asked asked) {
        Map<String, Supplier<String>> paths = new TreeMap<>(Map.of(
                "GET getSession", () -> SESSION,
                "POST beginSession", () -> SESSION,
                "DELETE endSession", () -> SESSION,
                "GET getAccess", () -> "/v1/access",
                "GET listKeys", () -> "/v1/keys",
                "GET listSessions", () -> "/v1/sessions",
                "DELETE closeSession", () -> "/v1/sessions/5f0c1e7a"));
        paths.forEach((call, path) -> {
            String method = call.substring(0, call.indexOf(' '));
            String operation = call.substring(call.indexOf(' ') + 1);
            boolean hasBody = method.equals("POST");
            asked.ask(
                    operation,
                    400,
                    hasBody ? "" : "parameter",
                    () -> open.send(open.request(path.get() + "?on=2020-04-01")
                            .header("Content-Type", JSON)
                            .method(method, hasBody ? BodyPublishers.ofString("{}") : BodyPublishers.noBody())));
            asked.ask(
                    operation,
                    406,
                    "csv",
                    () -> open.send(open.request(path.get())
                            .header("Content-Type", JSON)
                            .header("Accept", "text/csv")
                            .method(method, hasBody ? BodyPublishers.ofString("{}") : BodyPublishers.noBody())));
        });
    }

    private String body() {
        return "{\"key\":\"" + secret + "\"}";
    }

    private HttpRequest.Builder known(RunningService service, String path) {
        return service.request(path).header("Authorization", "Bearer " + secret);
    }

    private static HttpResponse<String> begin(RunningService service, String body) {
        return service.post(SESSION, JSON, body);
    }

    /** The id of a session that has begun. */
    private String session() {
        begin(keyed, body());
        String listed = keyed.send(known(keyed, "/v1/sessions").GET()).body();
        return new JsonMapper().readTree(listed).at("/sessions/0/id").asString();
    }

    @Override
    public void close() {
        List.of(keyed, damaged).forEach(RunningService::close);
    }
}
