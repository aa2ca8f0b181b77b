package org.noteworthy.cli.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noteworthy.cli.terminal.Shell;

/** {@code noteworthy key} on a file: a secret once, a list without it, and an end for good. */
class KeyCommandsTest {
    @TempDir
    private Path folder;

    private Shell.Said key(String... words) {
        List<String> all = new ArrayList<>(List.of("key"));
        all.addAll(List.of(words));
        all.addAll(List.of("--keys", folder.resolve("data/keys.json").toString()));
        return Shell.run(all.toArray(String[]::new));
    }

    @Test
    void aKeyIsMadeListedAndRevoked() {
        Shell.Said made = key("new", "portal", "--role", "reader,author", "--role", "auditor", "--expires", "90d");
        assertThat(made.status()).isZero();
        assertThat(made.out()).matches("nwk_[0-9a-f]{8}_[0-9a-f]{64}\\R");
        String id = made.out().substring(4, 12);
        assertThat(made.side())
                .contains("key " + id + " of portal: reader, author, auditor, until 2020-06-30T12:00:00Z")
                .doesNotContain(made.out().strip());
        assertThat(key("list").out())
                .isEqualTo(id + "  taken    portal: reader, author, auditor, until 2020-06-30T12:00:00Z"
                        + System.lineSeparator());
        Shell.Said revoked = key("revoke", id);
        assertThat(revoked.out()).contains("key " + id + " of portal is revoked since 2020-04-01T12:00:00Z");
        assertThat(key("list").out()).startsWith(id + "  revoked  portal");
    }

    @Test
    void aKeyMayEndWithADayOrNever() {
        key("new", "a", "--role", "reader", "--expires", "2020-04-01");
        key("new", "b", "--role", "admin");
        assertThat(key("list").out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("a: reader, until 2020-04-02T00:00:00Z"),
                        line -> assertThat(line).endsWith("b: admin, never expires"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "new x --role king|no role \"king\"",
                "new x --role reader --expires yesterday|such as 90d",
                "new x --role reader --expires 0d|would never be taken",
                "new x --role reader --expires 2020-03-31|would never be taken",
                "new x --role reader --expires 99999d|such as 90d",
                "new x|--role",
                "revoke 1f3a9c42|no key \"1f3a9c42\"",
                "revoke ../../etc|no key",
            })
    void whatCannotBeIsTold(String words, String part) {
        Shell.Said said = key(words.split(" "));
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.side()).contains(part).doesNotContain("Exception");
        assertThat(key("list").side()).contains("there is no key");
    }
}
