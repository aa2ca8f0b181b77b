package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.noteworthy.audit.proof.Verification;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.audit.store.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions to the record over HTTP, on both databases. */
class AuditCallsIT {
    private static final String NDJSON = "application/x-ndjson";
    private static final int NOTES = 3_000;
    private static final int DOWNLOADS = 2;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void answersFollowEachOtherAndDownloadsAreProven(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        List<String> properties = new ArrayList<>(
                List.of("noteworthy.audit.database=" + address.where(), "noteworthy.limits.downloads=" + DOWNLOADS));
        if (address.user() != null) {
            properties.add("noteworthy.audit.user=" + address.user());
        }
        try (RunningService service = RunningService.over(Path.of("rules"), properties.toArray(String[]::new))) {
            StringBuilder notes = new StringBuilder();
            for (int i = 1; i <= NOTES; i++) {
                notes.append("{\"id\":\"N-")
                        .append(i)
                        .append("\",\"text\":\"[EXO]\\nSTATUS: ")
                        .append(i % 3 == 0 ? "Going well" : "On track")
                        .append("\\nSUMMARY: Met.\\nNEXT ACTION: Call on Friday.\",\"writtenOn\":\"2020-04-01\"}\n");
            }
            service.post("/v1/check/batch", NDJSON, notes.toString());

            portions(service);
            groups(service);
            rulesThatJudged(service);
            verified(service);
            downloads(service);
            readersThatAreGoneLeaveRoom(service);
            theSameIsJudgedAgain(service);
        }
    }

    /** What was answered, to single checks and to a batch, is what stands in the record, byte for byte. */
    private static void theSameIsJudgedAgain(RunningService service) {
        String single = "{\"id\":\"alone\",\"text\":\"[EXO]\\nSTATUS: Going well\"}";
        HttpResponse<String> answer = service.check(single);
        String decision = answer.headers().firstValue("Noteworthy-Decision").orElseThrow();
        assertThat(service.get("/v1/audit/decisions/" + decision).body())
                .contains("\"report\":" + answer.body() + ",\"hash\":");

        String asked =
                service.post("/v1/audit/replays", "application/json", "{}").body();
        String replay = "/v1/audit/replays/"
                + new JsonMapper().readTree(asked).get("id").asString();
        JsonNode replayed = new JsonMapper().readTree(service.await(replay, each -> each.contains("\"done\"")));
        assertThat(replayed.get("different").asInt()).isZero();
        assertThat(replayed.get("same").asInt()).isEqualTo(NOTES + 1);
    }

    @Test
    void aCheckOfANoteThatIsStillWrittenLeavesNoDecision() throws IOException {
        String note = "{\"id\":\"unfinished\",\"text\":\"[EXO]\\nSTATUS: Going well\"}";
        try (RunningService service = RunningService.over(Path.of("rules"))) {
            HttpResponse<String> recorded = service.check(note);
            HttpResponse<String> typed = service.post("/v1/check?record=false", "application/json", note);
            assertThat(typed.body()).isEqualTo(recorded.body());
            assertThat(typed.headers().firstValue("Noteworthy-Decision")).isEmpty();
            assertThat(json(service.get("/v1/audit/decisions?limit=10")).get("decisions"))
                    .hasSize(1);
        }
        try (RunningService service =
                RunningService.over(Path.of("rules"), "noteworthy.audit.record-everything=true")) {
            HttpResponse<String> refused = service.post("/v1/check?record=false", "application/json", note);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("Every check is recorded");
            assertThat(service.post("/v1/check?record=true", "application/json", note)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static void portions(RunningService service) {
        List<String> told = new ArrayList<>();
        String path = "/v1/audit/decisions?rule=status-allowed&order=oldest&limit=300";
        String next = "";
        do {
            JsonNode portion = json(service.get(path + (next.isEmpty() ? "" : "&cursor=" + next)));
            portion.get("decisions")
                    .forEach(each -> told.add(each.at("/report/note").asString()));
            next = portion.path("next").asString("");
            if (!next.isEmpty()) {
                HttpResponse<String> other = service.get("/v1/audit/decisions?limit=300&cursor=" + next);
                assertThat(other.statusCode()).isEqualTo(400);
                assertThat(other.body()).contains("The cursor belongs to another question.");
            }
        } while (!next.isEmpty());
        assertThat(told).hasSize(NOTES / 3).doesNotHaveDuplicates().contains("N-3", "N-" + NOTES);

        JsonNode summary = json(service.get("/v1/audit/summary"));
        assertThat(summary.at("/notes/judged").asInt()).isEqualTo(NOTES);
        assertThat(summary.at("/notes/rate").asDouble()).isEqualTo(0.6667);
        assertThat(service.get("/v1/audit/decisions?rule=a&rule=b").body())
                .contains("The parameter rule is given 2 times");
        assertThat(service.get("/v1/audit/decisions?limit=1001").body()).contains("a number from 1 to 1000");
        assertThat(service.get("/v1/audit/decisions?order=newst").body()).contains("Maybe you mean newest.");
    }

    private static void groups(RunningService service) {
        JsonNode answer = json(service.get("/v1/audit/summary?by=edition,rule&note=N-3"));
        assertThat(answer.at("/by/1").asString()).isEqualTo("rule");
        assertThat(answer.at("/groups/0/rule").asString()).isEqualTo("status-allowed");
        assertThat(answer.at("/groups/0/judged").asLong()).isEqualTo(1);
        JsonNode all = json(service.get("/v1/audit/summary?by=rule&severity=error"));
        assertThat(all.at("/groups/0/notes").asLong()).isEqualTo(NOTES / 3);
        assertThat(service.get("/v1/audit/summary?by=rules").body()).contains("Maybe you mean rule.");
    }

    private static void rulesThatJudged(RunningService service) {
        JsonNode decision = json(service.get("/v1/audit/decisions?note=N-3")).at("/decisions/0/report");
        String path = "/v1/audit/editions/" + decision.get("digest").asString() + "/rules/";
        JsonNode answer = json(service.get(path + "status-allowed"));
        assertThat(answer.get("digest")).isEqualTo(decision.get("digest"));
        assertThat(answer.at("/rule/id").asString()).isEqualTo("status-allowed");
        assertThat(answer.at("/clause/id").asString()).isEqualTo("content.status");
        assertThat(service.get(path + "status-alowed").body()).contains("Maybe you mean status-allowed.");
    }

    private static void verified(RunningService service) {
        HttpResponse<String> asked = service.post("/v1/audit/verifications", "application/json", "");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        String path = asked.headers().firstValue("Location").orElseThrow();
        service.await(path, answer -> answer.contains("\"done\""));
        JsonNode done = json(service.get(path));
        assertThat(done.get("holds").asBoolean()).isTrue();
        assertThat(done.at("/chains/0/decisions").asLong()).isEqualTo(NOTES);
        assertThat(done.get("decisions").asLong()).isEqualTo(NOTES);
    }

    private void downloads(RunningService service) throws IOException {
        Path file = folder.resolve("all.ndjson");
        Files.writeString(file, download(service, NDJSON).body());
        Verification.Outcome outcome = new Verification(null, List.of()).of(file);
        assertThat(outcome.holds()).isTrue();
        assertThat(outcome.chains())
                .singleElement()
                .satisfies(chain -> assertThat(chain.decisions()).isEqualTo(NOTES));
        assertThat(download(service, "text/csv").body().lines()).hasSize(NOTES + 1);
        assertThat(service.get("/v1/audit/decisions?format=csv").body().lines())
                .hasSize(NOTES + 1)
                .first()
                .asString()
                .contains(",caller,identity,");
        assertThat(service.get("/v1/audit/decisions?format=html&note=N-3").body())
                .contains("<th scope=\"col\">identity</th>");
        HttpResponse<String> workbook = service.get("/v1/audit/decisions?format=xlsx&note=N-3");
        assertThat(workbook.body()).startsWith("PK");
        assertThat(workbook.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"decisions.xlsx\"");
        assertThat(service.send(service.request("/v1/audit/decisions?limit=5")
                                .header("Accept", "text/csv")
                                .GET())
                        .statusCode())
                .isEqualTo(400);
    }

    private static HttpResponse<String> download(RunningService service, String type) {
        return service.send(
                service.request("/v1/audit/decisions").header("Accept", type).GET());
    }

    /** Downloads that are begun and not read take all the room there is; when their readers go, it is free again. */
    private static void readersThatAreGoneLeaveRoom(RunningService service) throws IOException {
        List<Socket> readers = new ArrayList<>();
        for (int i = 0; i < DOWNLOADS; i++) {
            Socket reader = new Socket();
            reader.setReceiveBufferSize(4096);
            reader.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port()));
            readers.add(reader);
            reader.getOutputStream()
                    .write(("GET /v1/audit/decisions HTTP/1.1\r\nHost: localhost\r\nAccept: " + NDJSON + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = reader.getInputStream();
            assertThat(answer.read()).isEqualTo('H');
        }
        assertThat(service.get("/v1/audit/summary").body()).contains("Too many downloads");
        for (Socket reader : readers) {
            reader.close();
        }
        service.await("/v1/audit/summary", answer -> answer.contains("\"judged\":" + NOTES));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }
}
