package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.noteworthy.Shown;

/** What callers get for notes that they hand in. */
class CheckCallsIT {
    private static final String NOTE =
            "{\"id\":\"N-7\",\"text\":\"[EXO]\\nSTATUS: Going well\\nSUMMARY: Met.\\nNEXT ACTION: Call on Friday.\","
                    + "\"writtenOn\":\"2020-04-01\"}";
    private static final String FINE =
            "{\"id\":\"N-8\",\"text\":\"[EXO]\\nSTATUS: On track\\nSUMMARY: Met.\\nNEXT ACTION: Call on Friday.\"}";

    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        service = RunningService.over(Path.of("rules"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aNoteGetsTheReportOfTheEditionOfItsDay() {
        HttpResponse<String> answer = service.check(NOTE);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body())
                .startsWith("{\"note\":\"N-7\",\"playbook\":\"2020-03-25\",\"digest\":\"sha256:")
                .contains(
                        "\"rule\":\"status-allowed\"",
                        "\"fix\":{\"start\":14,\"end\":24,\"text\":\"On track\",\"kind\":\"suggested\"}");
    }

    @Test
    void theEditionThatIsNamedJudges() {
        assertThat(service.post("/v1/check?playbook=2019-09-27", "application/json", NOTE)
                        .body())
                .contains("\"playbook\":\"2019-09-27\"");
    }

    @Test
    void inFullItTellsHowEachRuleEndedAndHowTheNoteWasRead() {
        String answer =
                service.post("/v1/check?detail=full", "application/json", NOTE).body();
        assertThat(answer)
                .contains("\"ruleOutcomes\":{", "\"status-allowed\":\"violated\"", "\"summary-present\":\"passed\"")
                .contains("\"needs\":{", "\"covid-tag\":[\"covidAccelerated\"]")
                .contains("\"parsed\":{", "\"status\":{\"present\":true,\"allowed\":false");
    }

    @Test
    void aLongNoteIsJudgedAsAShortOneIs() {
        String longer = NOTE.replace("{", "{\"author\":\"" + "kim ".repeat(10_000) + "\",");
        assertThat(service.check(longer).body()).isEqualTo(service.check(NOTE).body());
        assertThat(service.check(longer.replace("{", "{" + " ".repeat(9_000_000)))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aBatchGivesALineForALineAndGoesOnAfterABrokenOne() {
        HttpResponse<String> answer = service.post(
                "/v1/check/batch", "application/x-ndjson", NOTE + "\n{\"text\":\n\n" + FINE + "\n{\"txt\":\"\"}\n");
        List<String> lines = answer.body().lines().toList();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0))
                .contains("\"note\":\"N-7\"")
                .isEqualTo(service.check(NOTE).body());
        assertThat(lines.get(1)).contains("\"note\":\"line 2\",\"error\":{", "\"status\":400", "Line 2");
        assertThat(lines.get(2)).contains("\"note\":\"N-8\"", "\"compliant\":true");
        assertThat(lines.get(3)).contains("\"status\":422", "\"pointer\":\"/txt\"", "text");
    }

    @Test
    void anArrayOfNotesGivesAnArrayOfReports() {
        HttpResponse<String> answer =
                service.post("/v1/check/batch", "application/json", "[" + NOTE + "," + FINE + "]");
        assertThat(answer.body())
                .startsWith("[{\"note\":\"N-7\"")
                .contains("},{\"note\":\"N-8\"")
                .endsWith("}]");
        assertThat(service.post("/v1/check/batch", "application/json", "[]").body())
                .isEqualTo("[]");
        assertThat(service.post("/v1/check/batch", "application/x-ndjson", "").body())
                .isEmpty();
    }

    @Test
    void aLineOfABatchIsAnsweredWhileTheNextOneIsStillToCome() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            String head = """
                    POST /v1/check/batch HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/x-ndjson\r
                    Transfer-Encoding: chunked\r
                    \r
                    """;
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            for (int turn = 1; turn <= 3; turn++) {
                String line = "{\"id\":\"turn-" + turn + "\",\"text\":\"\"}\n";
                out.write((Integer.toHexString(line.length()) + "\r\n" + line + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
                StringBuilder seen = new StringBuilder();
                while (seen.indexOf("\"note\":\"turn-" + turn + "\"") < 0) {
                    int next = in.read();
                    assertThat(next).as("still open after %s", seen).isNotNegative();
                    seen.append((char) next);
                }
            }
        }
    }

    @Test
    void anEngagementIsJudgedTogether() {
        String body = "{\"engagement\":\"E-1\",\"notes\":["
                + "{\"id\":\"a\",\"text\":\"\",\"role\":\"FE\",\"author\":\"kim\",\"interaction\":\"i-1\",\"writtenOn\":\"2020-04-01\"},"
                + "{\"id\":\"old\",\"text\":\"\",\"writtenOn\":\"2001-01-01\"},"
                + "{\"id\":\"b\",\"text\":\"\",\"role\":\"FE\",\"author\":\"kim\",\"interaction\":\"i-1\",\"writtenOn\":\"2020-04-01\"}],"
                + "\"interactions\":[{\"id\":\"i-2\",\"on\":\"2020-04-02\",\"role\":\"FE\",\"author\":\"kim\"}]}";
        String answer =
                service.post("/v1/check/engagement", "application/json", body).body();
        assertThat(answer)
                .startsWith("{\"engagement\":\"E-1\",\"playbook\":\"2020-03-25\",")
                .contains("\"notes\":[{\"note\":\"a\",", "{\"note\":\"old\",\"error\":{", "{\"note\":\"b\",")
                .contains("\"rule\":\"note-per-interaction\"", "\"rule\":\"one-note-per-interaction\"");
        assertThat(answer.indexOf("\"note\":\"old\""))
                .isBetween(answer.indexOf("\"note\":\"a\""), answer.indexOf("\"note\":\"b\""));
    }

    @Test
    void thePageShowsTheAnswerThatItsCallGets() throws IOException {
        String page = Shown.page("how-to-serve.md");
        Matcher call = Pattern.compile("curl -s localhost:8080/v1/check [^\\n]*\\n\\s*-d '([^']*)'")
                .matcher(page);
        assertThat(call.find()).isTrue();
        assertThat(Shown.shows(page, service.check(call.group(1)).body())).isTrue();
    }
}
