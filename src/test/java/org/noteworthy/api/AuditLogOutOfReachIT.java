package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.noteworthy.api.KilledServiceIT.assertRecorded;
import static org.noteworthy.api.KilledServiceIT.clients;
import static org.noteworthy.api.KilledServiceIT.settings;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.api.KilledServiceIT.Answered;
import org.noteworthy.audit.store.DatabaseAddress;

/** Bad days of the record: what callers are told meanwhile, that nothing answered is lost, and that it heals. */
class AuditLogOutOfReachIT {
    private static final Path RULES = Path.of("rules");
    private static final String NOTE = "{\"text\":\"[EXO]\\nSTATUS: On track\",\"writtenOn\":\"2020-04-01\"}";

    @TempDir
    static Path folder;

    @Test
    void checksAreRefusedUntilTheServerIsThere() throws IOException {
        try (PostgresqlServer server = new PostgresqlServer();
                RunningService service =
                        RunningService.over(RULES, settings(server.address(), "noteworthy.audit.patience=2s"))) {
            HttpResponse<String> refused = service.check(NOTE);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("Decisions cannot be recorded at the moment");
            HttpResponse<String> batch = service.post("/v1/check/batch", CheckResource.NDJSON, NOTE + "\n" + NOTE);
            assertThat(batch.statusCode()).isEqualTo(200);
            assertThat(batch.body().lines()).hasSize(2).allMatch(line -> line.contains("\"status\":503"));
            HttpResponse<String> ready = service.get("/q/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("Check whether the server runs and can be reached");
            assertThat(service.get("/v1/audit/holds").statusCode()).isEqualTo(503);
            assertThat(service.get("/q/health/live").statusCode()).isEqualTo(200);

            server.start();
            service.await("/q/health/ready", answer -> !answer.contains("DOWN"));
            HttpResponse<String> healed = service.check(NOTE);
            assertThat(healed.statusCode()).isEqualTo(200);
            assertThat(healed.headers().firstValue(CheckResource.DECISION)).isPresent();
            service.said(line -> line.contains("can be written again"));
        }
    }

    @Test
    void checksGoOnAndWhatHasNoRoomIsCounted() throws IOException {
        try (PostgresqlServer server = new PostgresqlServer();
                RunningService service = RunningService.over(
                        RULES,
                        settings(
                                server.address(),
                                "noteworthy.audit.when-full=never-block",
                                "noteworthy.audit.room=4K"))) {
            HttpResponse<String> first = service.check(NOTE);
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.headers().firstValue(CheckResource.DECISION).orElseThrow())
                    .hasSize(36);
            HttpResponse<String> next = service.check(NOTE);
            for (int i = 0; i < 20 && !isDropped(next); i++) {
                next = service.check(NOTE);
            }
            assertThat(next.statusCode()).isEqualTo(200);
            assertThat(next.headers().firstValue(CheckResource.DECISION)).contains("dropped");
            assertThat(service.post("/v1/check/batch", CheckResource.NDJSON, NOTE)
                            .body())
                    .contains("\"recorded\":false");
            HttpResponse<String> ready = service.get("/q/health/ready");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(ready.body()).containsPattern("\"dropped\": ?2").contains("trouble");
            assertThat(service.get("/q/metrics").body())
                    .contains("noteworthy_audit_dropped_total 2.0", "noteworthy_audit_write_failing 1.0")
                    .contains("noteworthy_audit_last_write_seconds NaN")
                    .doesNotContain("noteworthy_audit_size_bytes");

            server.start();
            service.await("/q/health/ready", answer -> !answer.contains("trouble"));
            assertThat(isDropped(service.check(NOTE))).isFalse();
        }
    }

    private static boolean isDropped(HttpResponse<String> answer) {
        return answer.headers().firstValue(CheckResource.DECISION).orElse("").equals("dropped");
    }

    @Test
    void aServerThatGoesDownUnderLoadLosesNothing() throws Exception {
        try (PostgresqlServer server = new PostgresqlServer()) {
            server.start();
            Answered answered = new Answered();
            try (RunningService service =
                    RunningService.over(RULES, settings(server.address(), "noteworthy.audit.patience=2s"))) {
                List<CompletableFuture<Void>> clients = clients(service, answered);
                for (int i = 1; i <= 3; i++) {
                    answered.await(answered.count() + 500);
                    server.stop();
                    service.await("/q/health/ready", answer -> answer.contains("trouble"));
                    server.start();
                    service.await("/q/health/ready", answer -> !answer.contains("trouble"));
                }
                answered.await(answered.count() + 500);
                answered.end();
                CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new))
                        .get(60, TimeUnit.SECONDS);
            }
            assertRecorded(server.address(), answered);
        }
    }

    @Test
    void aFullDiskIsToldAndHealsWithRoom() throws Exception {
        Path disk = Files.createTempDirectory("disk");
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString())
                .redirectErrorStream(true)
                .start();
        if (mount.waitFor() != 0) {
            System.out.println("The test of a full disk is left out: only root can mount one. "
                    + new String(mount.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return;
        }
        try {
            Path filler = Files.write(disk.resolve("filler"), new byte[5 << 20]);
            DatabaseAddress address = DatabaseAddress.embedded(disk.resolve("audit"));
            Answered answered = new Answered();
            try (RunningService service =
                    RunningService.over(RULES, settings(address, "noteworthy.audit.patience=2s"))) {
                List<CompletableFuture<Void>> clients = clients(service, answered);
                String trouble = service.await("/q/health/ready", answer -> answer.contains("trouble"));
                assertThat(trouble).contains("DOWN", "free space");
                Files.delete(filler);
                service.await("/q/health/ready", answer -> !answer.contains("trouble"));
                answered.end();
                CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new))
                        .get(60, TimeUnit.SECONDS);
            }
            assertRecorded(address, answered);
        } finally {
            new ProcessBuilder("umount", disk.toString()).start().waitFor();
        }
    }

    @Test
    void aTableThatIsLockedKeepsNobodyWaiting() throws Exception {
        try (PostgresqlServer server = new PostgresqlServer()) {
            server.start();
            try (RunningService service =
                            RunningService.over(RULES, settings(server.address(), "noteworthy.audit.patience=2s"));
                    Connection other =
                            DriverManager.getConnection(server.address().where(), "postgres", "");
                    Statement statement = other.createStatement()) {
                service.await("/q/health/ready", answer -> !answer.contains("DOWN"));
                Answered answered = new Answered();
                answered.ids.add(service.check(NOTE)
                        .headers()
                        .firstValue(CheckResource.DECISION)
                        .orElseThrow());
                other.setAutoCommit(false);
                statement.execute("lock table page in access exclusive mode");
                HttpResponse<String> refused = service.check(NOTE);
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(service.post("/v1/check/batch", CheckResource.NDJSON, NOTE)
                                .body())
                        .contains("\"status\":503");
                assertThat(service.await("/q/health/ready", answer -> answer.contains("DOWN")))
                        .contains("does not answer");
                other.rollback();
                service.await("/q/health/ready", answer -> !answer.contains("DOWN"));
                answered.ids.add(service.check(NOTE)
                        .headers()
                        .firstValue(CheckResource.DECISION)
                        .orElseThrow());
                assertThat(service.get("/v1/audit/decisions").body().split("\"chain\":", -1))
                        .hasSize(1 + answered.count());
            }
        }
    }

    @Test
    void aRecordThatIsGoneEndsAnswering() throws Exception {
        Path place = Files.createTempDirectory("gone").resolve("record");
        DatabaseAddress address = DatabaseAddress.embedded(place.resolve("audit"));
        try (RunningService service = RunningService.over(RULES, settings(address, "noteworthy.audit.patience=2s"))) {
            service.await("/q/health/ready", answer -> !answer.contains("DOWN"));
            assertThat(service.check(NOTE).statusCode()).isEqualTo(200);
            try (Stream<Path> files = Files.list(place)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(place);
            assertThat(service.check(NOTE).statusCode()).isEqualTo(503);
            assertThat(service.await("/q/health/ready", answer -> answer.contains("DOWN")))
                    .contains("is not there any more");
        }
    }

    @Test
    void aFileThatAnotherProcessWritesIsLeftAlone() throws Exception {
        DatabaseAddress address =
                DatabaseAddress.embedded(Files.createTempDirectory("record").resolve("audit"));
        try (RunningService service = RunningService.over(RULES, settings(address))) {
            service.await("/q/health/ready", answer -> !answer.contains("DOWN"));
            assertThat(cli("audit", "verify", "--database", address.where()))
                    .startsWith("2 ")
                    .contains("is in use by another process. Ask the service that writes it");
            try (RunningService second =
                    RunningService.over(RULES, settings(address, "noteworthy.audit.patience=2s"))) {
                HttpResponse<String> ready = second.get("/q/health/ready");
                assertThat(ready.statusCode()).isEqualTo(503);
                second.await("/q/health/ready", answer -> answer.contains("is in use by another process"));
                assertThat(second.check(NOTE).statusCode()).isEqualTo(503);
            }
            assertThat(service.check(NOTE).statusCode()).isEqualTo(200);
        }
    }

    @TestFactory
    Stream<DynamicTest> wrongSettingsAreRefusedAtTheStart() throws IOException {
        Path noKey = Files.writeString(folder.resolve("no-key.pem"), "nothing");
        return Stream.of(
                        "key=" + noKey + "; is not a key file in PEM",
                        "key=" + folder.resolve("missing.pem") + "; cannot be read",
                        "database=jdbc:mysql://localhost/audit; cannot be kept at jdbc:mysql://localhost/audit",
                        "database=jdbc:postgresql://localhost:port/audit; is none that PostgreSQL knows",
                        "instance=\"; cannot be named",
                        "mask.fields=autor; Maybe you mean author",
                        "mask.patterns=emial; There is no pattern",
                        "room=0; are more than nothing",
                        "retention.age=0d; cannot be pruned when they are",
                        "retention.decisions=-1; cannot keep -1 decisions",
                        "when-full=sometimes; when-full",
                        "patience=soon; patience")
                .map(each -> each.split("; ", 2))
                .map(each -> DynamicTest.dynamicTest(each[0], () -> assertRefused(each[0], each[1])));
    }

    private static void assertRefused(String setting, String sentence) {
        assertThatThrownBy(() -> RunningService.over(RULES, "noteworthy.audit." + setting)
                        .close())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain("\tat ", "Exception");
    }

    @Test
    void theCommandLineTellsWhatItCannotReach() throws Exception {
        Path readOnly = Files.writeString(folder.resolve("file"), "");
        try (PostgresqlServer server = new PostgresqlServer()) {
            String address = server.address().where();
            assertTold("Check whether the server runs and can be reached", "--database", address);
            server.start();
            String unknown = address.replace("/postgres", "/unknown");
            assertTold("the name of the database", "--database", unknown, "--database-user", "postgres");
            assertTold("Check the user, the password", "--database", address, "--database-user", "stranger");
        }
        assertTold(
                "There is no audit log at",
                "--database",
                readOnly.resolve("audit").toString());
    }

    private static void assertTold(String sentence, String... options) throws Exception {
        String[] command =
                Stream.concat(Stream.of("audit", "verify"), Stream.of(options)).toArray(String[]::new);
        assertThat(cli(command).strip().lines())
                .singleElement()
                .asString()
                .startsWith("2 ")
                .contains(sentence);
    }

    /** Status and output of a verb in a process of its own. */
    private static String cli(String... arguments) throws Exception {
        ProcessBuilder command = new ProcessBuilder(
                Stream.concat(Stream.of("./noteworthy"), Stream.of(arguments)).toList());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = command.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + output;
    }
}
