package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other programs ask for in headers, and read there. */
class HeadersIT {
    private static final String FILE = "/v1/playbooks/2020-03-25/files/tables/tags.csv";

    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        service = RunningService.over(Path.of("rules"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/v1/check|POST",
                "GET|/v1/check/|POST",
                "DELETE|/v1/check/batch|POST",
                "PUT|/v1/playbooks|GET, HEAD",
                "DELETE|/v1/playbooks/2020-03-25/files/tables/tags.csv|GET, HEAD",
                "PUT|/v1/audit/replays|GET, HEAD, POST",
                "PUT|/v1/audit/replays/7|DELETE, GET, HEAD",
                "GET|/v1/audit/holds/E-1|DELETE, PUT",
            })
    void anotherMethodIsToldWhichAreTaken(String method, String path, String allowed) {
        HttpResponse<String> answer = service.send(service.request(path).method(method, BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().allValues("Allow")).containsExactly(allowed);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"title\":\"Method not allowed\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*/*", "text/csv", "application/json", "text/html,application/xhtml+xml;q=0.9", "image/png"})
    void aFileIsAnsweredWhateverIsAccepted(String accept) throws IOException {
        HttpResponse<String> answer =
                service.send(service.request(FILE).header("Accept", accept).GET());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(answer.body()).isEqualTo(Files.readString(Path.of("rules/2020-03-25/tables/tags.csv")));
    }

    @ParameterizedTest
    @CsvSource({
        "/q/openapi, */*, yaml",
        "/q/openapi, application/json, json",
        "/q/openapi?format=json, */*, json",
        "/q/openapi?format=yaml, application/json, yaml",
        "/q/openapi.json, */*, json",
        "/q/openapi.yaml, application/json, yaml",
        "/q/openapi.yml, */*, yaml",
    })
    void theDescriptionComesInTheFormThatIsAskedForAndIsOnlyRead(String path, String accept, String form)
            throws IOException {
        HttpResponse<String> answer =
                service.send(service.request(path).header("Accept", accept).GET());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/" + form + ";charset=UTF-8");
        assertThat(answer.body()).startsWith(form.equals("json") ? "{" : "---").contains("/v1/check");
        HttpResponse<String> changed = service.send(service.request(path).DELETE());
        assertThat(changed.statusCode()).isEqualTo(405);
        assertThat(changed.headers().firstValue("Allow")).hasValue("GET, HEAD");
        assertThat(changed.body()).contains("405");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,"
                        + "text/plain;version=0.0.4;q=0.5,*/*;q=0.1|application/openmetrics-text; version=1.0.0; charset=utf-8",
                "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,text/plain;version=0.0.4;q=0.3,*/*;q=0.1"
                        + "|application/openmetrics-text; version=1.0.0; charset=utf-8",
                "application/openmetrics-text; version=1.0.0|application/openmetrics-text; version=1.0.0; charset=utf-8",
                "text/plain, application/openmetrics-text;q=0.5|text/plain; version=0.0.4; charset=utf-8",
                "application/openmetrics-text, text/plain|text/plain; version=0.0.4; charset=utf-8",
                "text/plain|text/plain; version=0.0.4; charset=utf-8",
                "*/*|application/openmetrics-text; version=1.0.0; charset=utf-8",
            })
    void whoeverCollectsFiguresGetsThem(String accept, String type) {
        HttpResponse<String> answer = service.send(
                service.request("/q/metrics").header("Accept", accept).GET());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(answer.body()).contains("noteworthy_playbook_in_force{");
        assertThat(answer.body().endsWith("# EOF\n")).isEqualTo(type.contains("openmetrics"));
    }

    @Test
    void theDescriptionIsTriedOutWhereItWasFound() {
        JsonNode servers = new JsonMapper()
                .readTree(service.get("/q/openapi?format=json").body())
                .get("servers");
        assertThat(servers).hasSize(1);
        assertThat(servers.at("/0/url").asString()).isEqualTo("/");
    }
}
