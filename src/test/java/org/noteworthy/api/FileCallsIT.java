package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.noteworthy.report.FormatName;

/** Files and folders as people hand them in, and notes to begin with. */
class FileCallsIT {
    private static final String FILE = "application/octet-stream";
    private static final String TABLE = """
            No,Description,Who
            7,"[EXO]
            STATUS: Going well
            SUMMARY: <script>alert(1)</script>
            NEXT ACTION: Call on Monday.",FE
            8,x
            """;
    private static final List<String> MAP = List.of("text=Description", "role=Who", "id=No");

    @TempDir
    private static Path temp;

    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        service = RunningService.over(
                Path.of("rules"),
                "java.io.tmpdir=" + temp,
                "noteworthy.limits.file-bytes=2M",
                "noteworthy.limits.files=2");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @EnumSource
    void aFileGetsTheReportOfTheCommandLine(FormatName format) throws Exception {
        Path folder = Files.createTempDirectory("files");
        Files.writeString(folder.resolve("t.csv"), TABLE);
        String query = MAP.stream().map(FileCallsIT::encoded).reduce("", (all, pair) -> all + "&map=" + pair);
        HttpResponse<String> answer =
                service.post("/v1/check/file?name=t.csv&format=" + format.word() + query, FILE, TABLE);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(format.mediaType());
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"t-report." + format.extension() + "\"; filename*=UTF-8''t-report."
                        + format.extension());
        assertThat(answer.body())
                .isEqualTo(printed(
                        folder,
                        Stream.concat(
                                        Stream.of("t.csv", "--format", format.word()),
                                        MAP.stream().flatMap(pair -> Stream.of("--map", pair)))
                                .toList()));
    }

    @ParameterizedTest
    @EnumSource
    void aFolderGetsTheReportOfTheCommandLine(FormatName format) throws Exception {
        Path folder = Files.createTempDirectory("folder");
        Files.createDirectory(folder.resolve("april"));
        Files.writeString(folder.resolve("april/a.md"), "[EXO]\nSTATUS: Going well\n");
        Files.writeString(folder.resolve("april/b.md"), "---\nrole: SME\n---\n[EXO]\nSTATUS: On track\n");
        Files.writeString(folder.resolve("april/c.csv"), "id\n1\n");
        String body = """
                {"name":"april/a.md","text":"[EXO]\\nSTATUS: Going well\\n"}

                {"text":"---\\nrole: SME\\n---\\n[EXO]\\nSTATUS: On track\\n","name":"april/b.md"}
                {"name":"april/c.csv","text":"id\\n1\\n"}
                """;
        assertThat(service.post("/v1/check/files?format=" + format.word(), "application/x-ndjson", body)
                        .body())
                .isEqualTo(
                        printed(folder, List.of("april/a.md", "april/b.md", "april/c.csv", "--format", format.word())));
    }

    @Test
    void aLineThatIsNoFileIsToldInItsPlace() {
        assertThat(service.post("/v1/check/files", "application/x-ndjson", """
                        {"name":"../a.md","text":"x"}
                        nothing
                        {"name":"a.md","txt":"x"}
                        {"name":"a.md","text":"x"}
                        """)
                        .body()
                        .lines()
                        .map(line -> line.substring(0, 18)))
                .containsExactly(
                        "{\"input\":\"line 1\",",
                        "{\"input\":\"line 2\",",
                        "{\"input\":\"line 3\",",
                        "{\"note\":\"a.md\",\"pl");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name=t.csv | There is no column \"text\"",
                "name=t.csv&map=text%3DDescripton | There is no column \"Descripton\", which map names; maybe you mean \"Description\".",
                "name=t.csv&map=txt%3DNo | There is no field \"txt\", which map names; maybe you mean text.",
                "name=..%2Ft.csv | no path that begins at / or goes up by ..",
                "name=C%3A%5Ct.csv | and no backslash",
                "name=a%1Bb.csv | one line of characters that show",
                "name=a%E2%80%AEvsc.md | one line of characters that show",
                "name=t.docx | the kind of input shows in its extension",
                "name=t.xlsx | this is not a workbook",
                "name=t.csv&format=html | format takes text, json, ndjson, csv, sarif, junit, and not",
                "name=t.md&map=text%3Da | this file is none by its name",
                "name=t.csv&headerRow=0 | headerRow takes the number of a row",
                "name=t.csv&charset=utf99 | charset takes names",
                "format=csv | A file needs its name",
            })
    void whatCannotBeReadIsRefusedWithTheWayOut(String query, String sentence) {
        HttpResponse<String> answer = service.post("/v1/check/file?" + query, FILE, TABLE);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body().replace("\\\"", "\"")).containsIgnoringCase(sentence);
    }

    @Test
    void whatIsWrongIsToldInTheWordsOfTheCalls() {
        HttpResponse<String> row = service.send(service.request("/v1/check/file?name=t.csv")
                .header("Content-Type", FILE)
                .POST(BodyPublishers.ofByteArray("id,text\n1,Grüße\n".getBytes(StandardCharsets.ISO_8859_1))));
        assertThat(row.statusCode()).isEqualTo(200);
        assertThat(row.body()).contains("name its charset with the parameter charset.");
        assertThat(service.post("/v1/check/file?name=t.csv", FILE, "Notes of April\nid,text\n1,x\n")
                        .body())
                .contains("Row 2 has one: say headerRow 2 if");
        assertThat(service.post("/v1/check/file?name=t.csv&headerRow=2", FILE, "id,text\n\n1,x\n")
                        .body())
                .contains("Row 2, which headerRow names, is empty.");
        assertThat(service.post(
                                "/v1/check/files",
                                "application/x-ndjson",
                                "{\"name\":\"a.csv\",\"text\":\"id,text\\n\"}\n{\"name\":\"b.docx\",\"text\":\"x\"}\n")
                        .body())
                .contains("there is nothing to check", "Rename the file.")
                .doesNotContain("--");
    }

    @Test
    void theColumnsOfATableAreTold() {
        assertThat(service.post("/v1/check/file/columns?name=t.csv&map=id%3DNo", FILE, TABLE)
                        .body())
                .contains(
                        "\"columns\":[{\"name\":\"No\",\"field\":\"id\"},{\"name\":\"Description\"},{\"name\":\"Who\"}]",
                        "\"missing\":[\"text\",",
                        "\"problem\":\"There is no column \\\"text\\\"");
        assertThat(service.post("/v1/check/file/columns?name=a.md", FILE, "x").body())
                .contains("\"table\":false");
    }

    @Test
    void aFileOverTheLimitIsRefusedAndLeavesNothing() {
        HttpResponse<String> answer = service.send(service.request("/v1/check/file?name=t.csv")
                .header("Content-Type", FILE)
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[3 << 20]))));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("A file has up to 2097152 bytes");
        nothingIsLeft();
    }

    @Test
    void aCallerThatLeavesGivesItsPlaceBack() throws IOException {
        for (int call = 0; call < 6; call++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
                OutputStream out = socket.getOutputStream();
                out.write(("POST /v1/check/file?name=a.csv HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + FILE
                                + "\r\nContent-Length: 100000\r\n\r\ntext\nA\n")
                        .getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        }
        service.await("/q/metrics", answer -> sent() == 0);
        assertThat(service.post("/v1/check/file?name=t.csv&map=text%3DDescription", FILE, TABLE)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aNoteToBeginWithIsOfTheEdition() {
        assertThat(service.get(
                                "/v1/playbooks/2020-03-25/template?language=es&writtenOn=2020-04-01&timeTask=Teams%20Time")
                        .body())
                .contains("\"text\":\"[TEAMS]\\nESTADO: …\\nRESUMEN: …\\nPRÓXIMA ACCIÓN: … …\\n");
        assertThat(service.get("/v1/playbooks/2020-03-25/template?role=boss").statusCode())
                .isEqualTo(400);
        assertThat(service.get("/v1/playbooks/2020-03-25/choices").body())
                .contains("\"languages\":[\"en\",\"de\",\"es\",\"pt\",\"ja\",\"zh\"]");
    }

    @Test
    void whyARuleEndedSoIsToldInSentencesAndPlaces() {
        assertThat(service.post(
                                "/v1/check?detail=why",
                                "application/json",
                                "{\"text\":\"[EXO]\\nSTATUS: Going well #covid\"}")
                        .body())
                .contains(
                        "\"reasons\":{", "{\"property\":\"prefix.workloads\",\"start\":1,\"end\":4,\"value\":\"EXO\"}")
                .contains("{\"property\":\"covid.tags\",\"start\":25,\"end\":31,\"value\":\"#covid\"}");
    }

    private static void nothingIsLeft() {
        service.await("/q/metrics", answer -> sent() == 0);
    }

    private static int sent() {
        String[] files = temp.toFile().list((folder, name) -> name.endsWith(".sent"));
        return files == null ? 0 : Arrays.asList(files).size();
    }

    /** What the command line prints, with that folder as its own. */
    private static String printed(Path folder, List<String> arguments) throws Exception {
        ProcessBuilder command = new ProcessBuilder(Stream.concat(
                        Stream.of(
                                Path.of("noteworthy").toAbsolutePath().toString(),
                                "check",
                                "--rules",
                                Path.of("rules").toAbsolutePath().toString()),
                        arguments.stream())
                .toList());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = command.directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
