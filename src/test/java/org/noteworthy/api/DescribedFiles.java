package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Every status of the calls about files, and of those for whoever begins a note. */
final class DescribedFiles {
    private static final String BYTES = "application/octet-stream";
    private static final String NDJSON = "application/x-ndjson";
    private static final String TABLE = "id,text\nN-7,[EXO]\n";
    private static final String FILES = "{\"name\":\"a.md\",\"text\":\"[EXO]\"}\n";

    private final RunningService service;
    private final String refused;
    private final DescribedDrafts.Asked asked;

    DescribedFiles(RunningService service, String refused, DescribedDrafts.Asked asked) {
        this.service = service;
        this.refused = refused;
        this.asked = asked;
    }

    /** Asks for each; {@code busy} takes one file at once. */
    void gather(RunningService busy) {
        String file = "/v1/check/file?name=april.csv";
        post("checkFile", 200, file, BYTES, TABLE);
        post("checkFile", 400, "/v1/check/file?name=april.xlsx", BYTES, TABLE);
        post("checkFile", 404, file + "&playbook=2020-04-01", BYTES, TABLE);
        post("checkFile", 415, file, "text/csv", TABLE);
        post("checkFile", 503, file + "&playbook=" + refused, BYTES, TABLE);
        post("checkFiles", 200, "/v1/check/files", NDJSON, FILES);
        post("checkFiles", 400, "/v1/check/files?format=html", NDJSON, FILES);
        post("checkFiles", 404, "/v1/check/files?playbook=2020-04-01", NDJSON, FILES);
        post("checkFiles", 415, "/v1/check/files", "text/csv", FILES);
        post("checkFiles", 503, "/v1/check/files?playbook=" + refused, NDJSON, FILES);
        String columns = "/v1/check/file/columns?name=april.csv";
        post("readColumns", 200, columns, BYTES, TABLE);
        post("readColumns", 400, "/v1/check/file/columns?name=april.xlsx", BYTES, TABLE);
        post("readColumns", 415, columns, "text/csv", TABLE);
        asked.ask("readColumns", 503, "", () -> whileOneIsSent(busy, columns));
        asked.ask(
                "readColumns",
                406,
                "csv",
                () -> service.send(service.request(columns)
                        .header("Content-Type", BYTES)
                        .header("Accept", "text/csv")
                        .POST(BodyPublishers.ofString(TABLE))));
        for (String call : List.of("checkFile " + file, "readColumns " + columns)) {
            asked.ask(call.substring(0, call.indexOf(' ')), 413, "", () -> tooLarge(call, BYTES));
        }
        asked.ask("checkFiles", 413, "", () -> tooLarge("checkFiles /v1/check/files", NDJSON));
        for (String operation : List.of("getChoices", "getTemplate")) {
            String path = "/" + (operation.equals("getChoices") ? "choices" : "template");
            get(operation, 200, "", "/v1/playbooks/2020-03-25" + path);
            get(operation, 400, "", "/v1/playbooks/2020-03-25" + path + "?on=2020-04-01");
            get(operation, 404, "playbook", "/v1/playbooks/2020-04-01" + path);
            get(operation, 503, "refused", "/v1/playbooks/" + refused + path);
            asked.ask(
                    operation,
                    406,
                    "csv",
                    () -> service.send(service.request("/v1/playbooks/2020-03-25" + path)
                            .header("Accept", "text/csv")
                            .GET()));
        }
        get("getTemplate", 400, "", "/v1/playbooks/2020-03-25/template?role=boss");
        get("getTemplate", 400, "", "/v1/playbooks/2020-03-25/template?writtenOn=today");
    }

    private HttpResponse<String> tooLarge(String call, String type) {
        return service.send(service.request(call.substring(call.indexOf(' ') + 1))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(new byte[33 << 20])));
    }

    private static HttpResponse<String> whileOneIsSent(RunningService busy, String columns) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), busy.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + columns + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + BYTES
                            + "\r\nExpect: 100-continue\r\nContent-Length: 1000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(socket.getInputStream().read()).isNotNegative();
            return busy.post(columns, BYTES, TABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void get(String operation, int status, String example, String path) {
        asked.ask(operation, status, example, () -> service.get(path));
    }

    private void post(String operation, int status, String path, String type, String body) {
        asked.ask(operation, status, "", () -> service.post(path, type, body));
    }
}
