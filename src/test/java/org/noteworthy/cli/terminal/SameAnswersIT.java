package org.noteworthy.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.noteworthy.api.RunningService;

/** The command line and the service tell the same of clauses and rules, byte for byte, fixtures included. */
class SameAnswersIT {
    @Test
    void theVerbAndTheCallGiveTheSame() throws IOException {
        String clauses = Shell.run("clauses", "--playbook", "2020-03-25", "--format", "json")
                .out();
        assertThat(clauses)
                .contains("\"rules/time-entry/violates-outside-time.md\"")
                .contains("\"standing\":\"confirmed\"");
        String rule = Shell.run("explain", "time-entry", "--playbook", "2020-03-25", "--format", "json")
                .out();
        assertThat(rule)
                .contains("\"examples\":{\"violates\":[{\"file\":\"rules/time-entry/violates-")
                .contains("\"passes\":[{\"file\":\"rules/time-entry/passes-");
        try (RunningService service = RunningService.over(Path.of("rules"))) {
            assertThat(answer(service, "/v1/playbooks/2020-03-25/clauses")).isEqualTo(clauses);
            assertThat(answer(service, "/v1/playbooks/2020-03-25/rules/time-entry"))
                    .isEqualTo(rule);
        }
    }

    private static String answer(RunningService service, String path) throws IOException {
        try (InputStream answer = service.uri(path).toURL().openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8) + "\n";
        }
    }
}
