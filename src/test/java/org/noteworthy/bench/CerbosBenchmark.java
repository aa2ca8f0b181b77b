package org.noteworthy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.noteworthy.api.RunningService;

/**
 * Prints what a call costs the service and what it costs Cerbos with the same rules, called by one load generator in turns:
 * {@code ./mvnw -Pbench verify -Dbench=cerbos}, once {@code -Dbench=peers} has written the notes and {@code npm ci} in {@code
 * src/bench/peers} has brought Cerbos.
 *
 * <p>Cerbos gets facts and must find on every note what the service finds; the service gets the text, and answers with a full
 * report by all rules of the edition. What counts is CPU time of each process.
 */
final class CerbosBenchmark {
    static final String PART = "cerbos";

    private static final Path PEERS = Path.of("src/bench/peers").toAbsolutePath();
    private static final Path CERBOS = PEERS.resolve("node_modules/@cerbos/cerbos-linux-x64/cerbos-linux-x64");
    private static final Path NOTES = Path.of("target/peers/notes.ndjson");
    private static final int CONNECTIONS = 8;
    private static final int ROUNDS = 7;
    private static final Duration WARM = Duration.ofSeconds(20);
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private CerbosBenchmark() {}

    /** A note for both: what Cerbos is asked, what the service is asked, and which rules it violates. */
    private record Asked(String facts, String text, TreeSet<String> violated) {}

    static void run() throws IOException, InterruptedException {
        if (!Files.isExecutable(CERBOS) || !Files.exists(NOTES)) {
            throw new IllegalStateException("Run -Dbench=peers, and npm ci in " + PEERS + ", first.");
        }
        JsonNode rules = JSON.readTree(PEERS.resolve("rules.json").toFile());
        List<Asked> notes = notes(rules);
        Path folder = Files.createTempDirectory("noteworthy-cerbos");
        Files.writeString(folder.resolve("note.yaml"), policy(rules));
        int port = freePort();
        Process cerbos = new ProcessBuilder(
                        CERBOS.toString(),
                        "server",
                        "--log-level=error",
                        "--set=server.httpListenAddr=127.0.0.1:" + port,
                        "--set=server.grpcListenAddr=127.0.0.1:" + freePort(),
                        "--set=storage.disk.directory=" + folder,
                        "--set=telemetry.disabled=true")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (RunningService service = RunningService.over(Path.of("rules"), "noteworthy.audit.enabled=false")) {
            URI address = URI.create("http://127.0.0.1:" + port);
            agree(address, notes, cerbos);
            time(address, cerbos.toHandle(), service, notes);
        } finally {
            cerbos.destroy();
            cerbos.waitFor();
            Benchmark.delete(folder);
        }
    }

    private static List<Asked> notes(JsonNode rules) throws IOException {
        List<String> actions = new ArrayList<>();
        rules.forEach(rule -> actions.add(rule.get("rule").asText()));
        List<Asked> notes = new ArrayList<>();
        for (String line : Files.readAllLines(NOTES)) {
            JsonNode note = JSON.readTree(line);
            Map<String, Object> resource =
                    Map.of("kind", "note", "id", note.get("id").asText(), "attr", note.get("facts"));
            Map<String, Object> asked = Map.of(
                    "principal",
                    Map.of("id", "writer", "roles", List.of("writer")),
                    "resources",
                    List.of(Map.of("actions", actions, "resource", resource)));
            TreeSet<String> violated = new TreeSet<>();
            note.get("violated").forEach(rule -> violated.add(rule.asText()));
            String text =
                    JSON.writeValueAsString(Map.of("text", note.get("text").asText()));
            notes.add(new Asked(JSON.writeValueAsString(asked), text, violated));
        }
        return notes;
    }

    /** Allows, as an action on a note, each rule that the note violates. */
    private static String policy(JsonNode rules) {
        StringBuilder yaml = new StringBuilder("""
                apiVersion: api.cerbos.dev/v1
                resourcePolicy:
                  resource: note
                  version: default
                  rules:
                """);
        for (JsonNode rule : rules) {
            List<String> all = new ArrayList<>();
            for (JsonNode each : rule.get("all")) {
                String fact = "R.attr." + each.get("fact").asText();
                String wanted = each.has("is")
                        ? " == " + each.get("is").asBoolean()
                        : " > R.attr." + each.get("above").asText();
                all.add("{ expr: \"" + fact + wanted + "\" }");
            }
            yaml.append("""
                    - actions: ["%s"]
                      effect: EFFECT_ALLOW
                      roles: ["*"]
                      condition: { match: { all: { of: [ %s ] } } }
                    """.formatted(rule.get("rule").asText(), String.join(", ", all))
                    .indent(4));
        }
        return yaml.toString();
    }

    private static void agree(URI cerbos, List<Asked> notes, Process process) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        while (!answers(client, cerbos)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("Cerbos ended with " + process.exitValue());
            }
        }
        for (Asked note : notes) {
            HttpRequest check = HttpRequest.newBuilder(cerbos.resolve("/api/check/resources"))
                    .POST(BodyPublishers.ofString(note.facts()))
                    .build();
            JsonNode actions = JSON.readTree(
                            client.send(check, BodyHandlers.ofByteArray()).body())
                    .at("/results/0/actions");
            TreeSet<String> found = new TreeSet<>();
            actions.properties().forEach(action -> {
                if (action.getValue().asText().equals("EFFECT_ALLOW")) {
                    found.add(action.getKey());
                }
            });
            if (actions.isMissingNode() || !found.equals(note.violated())) {
                throw new IllegalStateException("Cerbos found " + found + ", and Noteworthy " + note.violated());
            }
        }
    }

    private static boolean answers(HttpClient client, URI cerbos) throws InterruptedException {
        try {
            HttpRequest health =
                    HttpRequest.newBuilder(cerbos.resolve("/_cerbos/health")).build();
            return client.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not yet
        }
    }

    private static void time(URI address, ProcessHandle cerbos, RunningService service, List<Asked> notes)
            throws IOException, InterruptedException {
        List<byte[]> facts = notes.stream()
                .map(note -> Connection.post("/api/check/resources", bytes(note.facts())))
                .toList();
        List<byte[]> texts = notes.stream()
                .map(note -> Connection.post("/v1/check", bytes(note.text())))
                .toList();
        double[][] micros = new double[2][ROUNDS];
        try (Load toCerbos = new Load(address, CONNECTIONS);
                Load toUs = new Load(service.uri("/"), CONNECTIONS)) {
            toCerbos.run(facts, WARM.toNanos());
            toUs.run(texts, WARM.toNanos());
            for (int round = 0; round < ROUNDS; round++) {
                micros[0][round] = micros(cerbos, toCerbos, facts);
                micros[1][round] = micros(service.process(), toUs, texts);
            }
        }
        double peer = ServiceBenchmark.median(micros[0]);
        double ours = ServiceBenchmark.median(micros[1]);
        System.out.println(String.format(
                Locale.ROOT,
                "CPU a call, median of %d rounds at %d connections: Cerbos %.0f µs (eight rules on facts), service %.0f µs"
                        + " (text, all rules, full report): %.1f to 1",
                ROUNDS,
                CONNECTIONS,
                peer,
                ours,
                peer / ours));
    }

    private static double micros(ProcessHandle process, Load load, List<byte[]> requests) throws InterruptedException {
        double before = cpu(process);
        Load.Times times = load.run(requests, ROUND.toNanos());
        return (cpu(process) - before) / times.calls();
    }

    private static double cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e3;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
