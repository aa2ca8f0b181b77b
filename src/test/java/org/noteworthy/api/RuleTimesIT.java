package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.noteworthy.cli.Folders.copy;
import static org.noteworthy.cli.Folders.copyEdition;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How long rules take, as the service measures it on the fixtures that there are. */
class RuleTimesIT {
    private static final String EDITION = "2020-03-25";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path folder;

    private static RunningService service;
    private static RunningService late;

    @BeforeAll
    static void start() throws IOException {
        Path rules = folder.resolve("rules");
        copyEdition(EDITION, rules.resolve(EDITION));
        service = RunningService.over(rules, "noteworthy.fixtures=" + folder.resolve("fixtures"));
        late = RunningService.over(Path.of("rules"), "noteworthy.limits.note-time=0s");
    }

    @AfterAll
    static void stop() {
        service.close();
        late.close();
    }

    private static JsonNode times(RunningService of) {
        HttpResponse<String> answer = of.get("/v1/playbooks/" + EDITION + "/times");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Test
    void theyAreMeasuredOnTheFixturesAsSoonAsThereAreAny() throws IOException {
        JsonNode without = times(service);
        assertThat(without.get("notes").asInt()).isZero();
        assertThat(without.get("rules")).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.get("judged").asInt()).isZero();
            assertThat(rule.propertyNames()).containsExactlyInAnyOrder("rule", "clause", "judged");
        });

        Path fixtures = folder.resolve("fixtures/rules");
        Files.createDirectories(fixtures);
        for (String rule : List.of("time-entry", "note-per-interaction")) {
            copy(Path.of("test-fixtures/rules", rule), fixtures.resolve(rule));
        }
        JsonNode measured = times(service);
        assertThat(measured.get("playbook").asString()).isEqualTo(EDITION);
        assertThat(measured.get("digest").asString())
                .isEqualTo(JSON.readTree(service.get("/v1/playbooks/" + EDITION).body())
                        .get("digest")
                        .asString());
        assertThat(measured.get("notes").asInt())
                .as("two that violate and one that passes")
                .isEqualTo(3);
        JsonNode listed =
                JSON.readTree(service.get("/v1/playbooks/" + EDITION + "/rules").body());
        assertThat(names(measured, "rule")).isEqualTo(names(listed, "id"));
        assertThat(measured.get("rules"))
                .allSatisfy(rule -> assertThat(rule.has("meanMicroseconds") ^ rule.has("failed"))
                        .isEqualTo(rule.get("judged").asInt() > 0));
        assertThat(measured.get("rules")).anySatisfy(rule -> {
            assertThat(rule.get("rule").asString()).isEqualTo("time-entry");
            assertThat(rule.get("judged").asInt()).isEqualTo(3);
        });
        assertThat(measured.get("rules")).anyMatch(rule -> rule.has("meanMicroseconds"));
    }

    private static List<String> names(JsonNode answer, String field) {
        return answer.get("rules")
                .valueStream()
                .map(rule -> rule.get(field).asString())
                .toList();
    }

    @Test
    void rulesThatComeToNoResultAreTold() {
        JsonNode measured = times(late);
        assertThat(measured.get("notes").asInt()).isPositive();
        assertThat(measured.get("rules"))
                .filteredOn(rule -> rule.get("judged").asInt() > 0)
                .isNotEmpty()
                .allSatisfy(rule -> {
                    assertThat(rule.get("failed").asString()).startsWith("This rule took too long");
                    assertThat(rule.has("meanMicroseconds")).isFalse();
                });
        late.said(line -> line.contains("The rule status-allowed of " + EDITION + ": This rule took too long"));
    }

    @Test
    void whoAskAtTheSameTimeAreAllAnswered() {
        List<CompletableFuture<HttpResponse<String>>> asked = Stream.of(EDITION, "2019-09-27", EDITION, "2020-05-12")
                .flatMap(edition -> Stream.of(edition, edition, edition))
                .map(edition -> CompletableFuture.supplyAsync(() -> late.get("/v1/playbooks/" + edition + "/times")))
                .toList();
        assertThat(asked)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    }

    @Test
    void checksCountNothingOfIt() {
        String before = checks();
        times(late);
        assertThat(checks()).isEqualTo(before);
    }

    private static String checks() {
        return late.get("/q/metrics?name%5B%5D=noteworthy_rule_failures_total&name%5B%5D=noteworthy_checks_total")
                .body();
    }
}
