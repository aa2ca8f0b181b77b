package org.noteworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.noteworthy.api.RunningService;

/** The command line and the service tell the same of the clauses, byte for byte, fixtures included. */
class SameClausesIT {
    @Test
    void theVerbAndTheCallGiveTheSame() throws IOException {
        String printed = Shell.run("clauses", "--playbook", "2020-03-25", "--format", "json")
                .out();
        assertThat(printed)
                .contains("\"rules/time-entry/violates-outside-time.md\"")
                .contains("\"standing\":\"confirmed\"");
        try (RunningService service = RunningService.over(Path.of("rules"));
                InputStream answer =
                        service.uri("/v1/playbooks/2020-03-25/clauses").toURL().openStream()) {
            assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8) + "\n")
                    .isEqualTo(printed);
        }
    }
}
