package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Access control that is off: on this machine alone, unless it is said that everywhere is meant. */
class OpenServiceIT {
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void isNotBegunWhereOthersCouldCall(String host) throws IOException, InterruptedException {
        String said = refused("-Dnoteworthy.audit.enabled=false", host);
        assertThat(said)
                .contains(
                        "Access control is off", "noteworthy.access=keys", "noteworthy.access.anonymous-anywhere=true")
                .doesNotContain("Exception", "Serving on");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-Dnoteworthy.access=oidc|noteworthy.access.oidc.issuer",
                "-Dnoteworthy.access=oidc -Dnoteworthy.access.oidc.issuer=http://127.0.0.1:9|noteworthy.access.oidc.client",
                "-Dnoteworthy.access=oidc -Dnoteworthy.access.oidc.issuer=http://127.0.0.1:9"
                        + " -Dnoteworthy.access.oidc.client=x -Dnoteworthy.access.oidc.role.staff=king|no role \"king\"",
                "-Dnoteworthy.access=everybody|noteworthy.access",
            })
    void aSettingThatCannotBeIsTold(String options, String part) throws IOException, InterruptedException {
        assertThat(refused(options, "127.0.0.1")).contains(part).doesNotContain("\tat ", "Serving on");
    }

    private static String refused(String options, String host) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                "./noteworthy",
                "serve",
                "--port",
                "0",
                "--host",
                host,
                "--rules",
                Path.of("rules").toString());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("NOTEWORTHY_JAVA_OPTIONS", options);
        Process process = command.redirectErrorStream(true).start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(said).isEqualTo(2);
            return said;
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void saysThatItIsOff() throws IOException {
        try (RunningService service = RunningService.over(Path.of("rules"), "noteworthy.audit.enabled=false")) {
            assertThat(service.get("/v1").body()).contains("\"access\":\"none\"");
            for (String path : new String[] {"/v1", "/v1/nothing", "/q/metrics", "/q/health/live", "/q/swagger-ui/"}) {
                assertThat(service.get(path).headers().allValues("Noteworthy-Access"))
                        .as(path)
                        .containsExactly("none");
            }
        }
    }
}
