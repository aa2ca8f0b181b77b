package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.cli.Folders;

/** What callers, owners and auditors see of waivers while the service runs. */
class WaiverCallsIT {
    private static final String HEADER = "rule,engagement,note,author,justification,owner,from,until\n";
    private static final String WAIVER = "status-allowed,E-1,,,Agreed.,Pat,2020-01-01,2099-12-31\n";
    private static final String TOGETHER = "note-per-interaction,,,ann,Ann was ill.,Pat,2020-01-01,2099-12-31\n";
    private static final String MARK =
            "\"waiver\":{\"justification\":\"Agreed.\",\"owner\":\"Pat\",\"until\":\"2099-12-31\"}";
    private static final String NOTE =
            "{\"id\":\"N-1\",\"text\":\"[EXO]\\nSTATUS: Going well\\nSUMMARY: Met.\\nNEXT ACTION: Call on Friday.\","
                    + "\"role\":\"FE\",\"engagement\":\"E-1\",\"writtenOn\":\"2020-04-01\"}";
    private static final String ENGAGEMENT = "{\"engagement\":\"E-1\",\"notes\":[" + NOTE
            + "],\"interactions\":[{\"id\":\"I-1\",\"on\":\"2020-04-01\",\"role\":\"FE\",\"author\":\"ann\"}]}";
    private static final String JSON = "application/json";

    @TempDir
    Path folder;

    private Path waivers;
    private RunningService service;

    @BeforeEach
    void start() throws IOException {
        Path rules = folder.resolve("rules");
        Folders.copyEdition("2020-03-25", rules.resolve("2020-03-25"));
        waivers = rules.resolve("waivers.csv");
        service = RunningService.over(rules);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    /** Changes the file as a whole, and waits until the service has seen that. */
    private void write(String rows, String seen) throws IOException {
        Path whole = Files.writeString(folder.resolve("new.csv"), HEADER + rows);
        Files.move(whole, waivers, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        service.await("/v1/waivers", answer -> answer.contains(seen));
    }

    @Test
    void aChangeOfTheFileIsLiveOnEachRoadAndAWrongOneLeavesTheLastGoodCounting() throws IOException {
        String before = service.check(NOTE).body();
        assertThat(before).contains("\"compliant\":false").doesNotContain("waiver");
        assertThat(service.get("/v1/waivers").body())
                .isEqualTo("{\"on\":\"" + LocalDate.now(ZoneOffset.UTC) + "\",\"waivers\":[],\"reasons\":[]}");

        write(WAIVER + TOGETHER, "\"line\":3");
        String waived = service.check(NOTE).body();
        assertThat(waived).contains("\"compliant\":true", MARK);
        assertThat(waived.replace("," + MARK, "").replace("\"compliant\":true", "\"compliant\":false"))
                .isEqualTo(before);
        assertThat(service.post("/v1/check?detail=full", JSON, NOTE).body())
                .contains(MARK, "\"status-allowed\":\"violated\"");
        assertThat(service.post("/v1/check/batch", "application/x-ndjson", NOTE + "\n")
                        .body())
                .isEqualTo(waived + "\n");
        assertThat(service.post("/v1/check/batch", JSON, "[" + NOTE + "]").body())
                .isEqualTo("[" + waived + "]");
        assertThat(service.post("/v1/check/engagement", JSON, ENGAGEMENT).body())
                .contains("\"notes\":[" + waived + "]")
                .contains("\"interaction\":\"I-1\",\"waiver\":{\"justification\":\"Ann was ill.\"");
        service.said(line -> line.contains("The waivers count as waivers.csv says: 2 of them."));

        for (String call : new String[] {"/v1/check", "/v1/check/batch", "/v1/check/engagement"}) {
            String body = call.endsWith("batch") ? "[" + NOTE + "]" : call.endsWith("check") ? NOTE : ENGAGEMENT;
            assertThat(service.post(call + "?waivers=false", JSON, body).body())
                    .contains("\"compliant\":false")
                    .doesNotContain("waiver");
        }
        assertThat(service.post("/v1/check?waivers=no", JSON, NOTE).statusCode())
                .isEqualTo(400);

        write("*,E-1,,,J,P,2020-01-01,2099-12-31\n", "waivers.csv\",\"line\":2");
        assertThat(service.check(NOTE).body()).isEqualTo(waived);
        assertThat(service.get("/v1/waivers").body())
                .contains("\"rule\":\"status-allowed\"", "is not the name of one rule");
        assertThat(service.get("/v1/playbooks").body())
                .contains("\"waiverReasons\":[{\"file\":\"waivers.csv\",\"line\":2,\"column\":1,\"detail\":");
        assertThat(service.get("/q/health/ready").body())
                .contains("\"status\": \"UP\"", "waivers.csv:2:1: ", "is not the name of one rule");
        service.said(
                line -> line.contains("The waivers cannot be used as they are; the 2 that were read before go on"));
        service.said(line -> line.contains("waivers.csv:2:1: "));

        Files.delete(waivers);
        service.await("/v1/waivers", answer -> answer.contains("\"waivers\":[],\"reasons\":[]"));
        assertThat(service.check(NOTE).body()).isEqualTo(before);
        assertThat(service.get("/q/health/ready").body()).doesNotContain("waivers.csv");
        assertThat(service.get("/v1/playbooks").body()).doesNotContain("waiverReasons");
    }

    @Test
    void auditorsFindWhatWasWaivedAndItIsReplayedWithoutTheFile() throws IOException {
        write(WAIVER, "\"line\":2");
        service.check(NOTE);
        service.post("/v1/check?waivers=false", JSON, NOTE);
        assertThat(service.get("/v1/audit/decisions?waived=true").body())
                .contains("\"verdict\":\"compliant\",\"waived\":1,", MARK)
                .doesNotContain("\"verdict\":\"violating\"");
        assertThat(service.get("/v1/audit/summary?waived=true").body())
                .contains("\"waived\":\"true\",\"notes\":{\"judged\":1,\"compliant\":1,\"rate\":1.0000,\"concerned\":0,"
                        + "\"violations\":0,\"waived\":1}");
        assertThat(service.get("/v1/audit/decisions?waived=yes").statusCode()).isEqualTo(400);
        assertThat(service.get("/q/metrics").body())
                .containsPattern("noteworthy_waived_total\\{rule=\"status-allowed\",severity=\"error\"} 1\\.0")
                .containsPattern("noteworthy_violations_total\\{rule=\"status-allowed\",severity=\"error\"} 1\\.0");
        Files.delete(waivers);
        service.await("/v1/waivers", answer -> answer.contains("\"waivers\":[]"));
        String asked = service.post("/v1/audit/replays", JSON, "{}").body();
        String id = asked.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        assertThat(service.await("/v1/audit/replays/" + id, answer -> answer.contains("\"done\"")))
                .contains("\"same\":2", "\"different\":0");
    }
}
