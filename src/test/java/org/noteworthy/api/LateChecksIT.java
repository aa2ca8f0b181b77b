package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What callers and operators get where rules have no time to judge: answers that say so, a log and a figure. */
class LateChecksIT {
    private static final String NOTE =
            "{\"id\":\"N-7\",\"text\":\"[EXO]\\nSTATUS: Going well\\nSUMMARY: Met.\\nNEXT ACTION: Call on Friday.\","
                    + "\"writtenOn\":\"2020-04-01\"}";
    private static final String FAILED =
            "{\"rule\":\"status-allowed\",\"reason\":\"This rule took too long and came to no result here. Judge the"
                    + " point by hand.\"}";
    private static final JsonMapper JSON = new JsonMapper();

    private static RunningService noTimeForANote;
    private static RunningService noTimeForACall;

    @BeforeAll
    static void start() throws IOException {
        Path rules = Path.of("rules");
        noTimeForANote =
                RunningService.over(rules, "noteworthy.limits.note-time=0s", "noteworthy.limits.engagement-time=0s");
        noTimeForACall = RunningService.over(rules, "noteworthy.limits.call-time=0s");
    }

    @AfterAll
    static void stop() {
        noTimeForANote.close();
        noTimeForACall.close();
    }

    @Test
    void aCheckIsAnsweredAllTheSame() {
        Description description =
                new Description(noTimeForANote.get("/q/openapi?format=json").body());
        for (RunningService service : new RunningService[] {noTimeForANote, noTimeForACall}) {
            String answer = service.post("/v1/check?detail=full", "application/json", NOTE)
                    .body();
            JsonNode report = JSON.readTree(answer);
            description.assertValid(Description.schema("DetailedReport"), report);
            assertThat(answer).contains(FAILED);
            assertThat(report.get("violations")).isEmpty();
            assertThat(report.at("/ruleOutcomes/status-allowed").asString()).isEqualTo("needsPerson");
            assertThat(report.at("/outcomes/passed").asInt()).isZero();
            assertThat(report.get("needs").has("status-allowed")).isFalse();
        }
    }

    @Test
    void soIsAnEngagement() {
        Description description =
                new Description(noTimeForANote.get("/q/openapi?format=json").body());
        for (RunningService service : new RunningService[] {noTimeForANote, noTimeForACall}) {
            JsonNode answer = JSON.readTree(service.post(
                            "/v1/check/engagement",
                            "application/json",
                            "{\"engagement\":\"E-1\",\"notes\":[" + NOTE + "],\"interactions\":[{\"id\":\"I-1\"}]}")
                    .body());
            description.assertValid(Description.schema("EngagementAnswer"), answer);
            assertThat(answer.get("violations")).isEmpty();
            assertThat(answer.get("failed")).hasSize(2);
            assertThat(answer.at("/notes/0/failed").toString()).contains(FAILED);
        }
    }

    @Test
    void theTimeOfACallDoesNotHoldForABatch() {
        String late = noTimeForANote
                .post("/v1/check/batch", "application/x-ndjson", NOTE + "\n" + NOTE)
                .body();
        assertThat(late.lines()).hasSize(2).allMatch(line -> line.contains(FAILED));
        String inTime = noTimeForACall
                .post("/v1/check/batch", "application/x-ndjson", NOTE + "\n" + NOTE)
                .body();
        assertThat(inTime.lines())
                .hasSize(2)
                .allMatch(line -> !line.contains("\"failed\"") && line.contains("\"rule\":\"status-allowed\""));
    }

    @Test
    void theFiguresCountIt() {
        String before = failures();
        noTimeForACall.check(NOTE);
        assertThat(failures()).isNotEqualTo(before).contains("rule=\"status-allowed\"");
    }

    private static String failures() {
        return noTimeForACall
                .get("/q/metrics")
                .body()
                .lines()
                .filter(line ->
                        line.startsWith("noteworthy_rule_failures_total{") && line.contains("rule=\"status-allowed\""))
                .findFirst()
                .orElse("");
    }
}
