package org.noteworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.cli.terminal.Shell;

/** A rule of a file that comes to no result is told by every verb that judges by it. */
class RulesThatFailTest {
    private static final String REASON =
            "This rule holds all notes and interactions of an engagement against each other";

    @TempDir
    private Path temp;

    private Path rules;
    private Path fixture;

    @BeforeEach
    void write() throws IOException {
        rules = temp.resolve("rules");
        Path edition = rules.resolve("2020-03-25");
        OneRule.copyTo(edition);
        Files.writeString(edition.resolve("joins.drl"), """
                rule "joins"
                    @severity("error")  @clause("content.status")
                when
                    $a : Note( )
                    $b : Note( id != $a.id )
                then
                    report.violation( $a, "Write fewer notes." );
                end
                """);
        fixture = temp.resolve("fixtures/rules/joins/passes-a-mutants.json");
        Files.createDirectories(fixture.getParent());
        String notes = IntStream.range(0, 400)
                .mapToObj(i -> "{\"id\": \"n" + i + "\", \"text\": \"STATUS: On track\"}")
                .collect(Collectors.joining(","));
        Files.writeString(fixture, "{\"expect\": [], \"engagement\": \"E-1\", \"notes\": [" + notes + "]}");
    }

    @Test
    void aFixtureOnWhichARuleFailsIsNotAsExpected() {
        Shell.Said said = Shell.run(
                "test",
                "--rules",
                rules.toString(),
                "--cache",
                "none",
                "--fixtures",
                temp.resolve("fixtures").toString());
        assertThat(said.out())
                .contains("passes-a-mutants.json under 2020-03-25:")
                .contains("joins does not pass")
                .contains("  failed    joins: " + REASON)
                .contains("0 as expected, 1 not");
        assertThat(said.status()).isEqualTo(1);
    }

    @Test
    void checkNamesItAndEndsSo() throws IOException {
        Path engagement = Files.writeString(
                temp.resolve("mutants.json"), Files.readString(fixture).replace("\"expect\": [], ", ""));
        Shell.Said said = Shell.run(
                "check",
                "--rules",
                rules.toString(),
                "--cache",
                "none",
                "--playbook",
                "2020-03-25",
                engagement.toString());
        assertThat(said.out() + said.side()).contains("joins").contains(REASON);
        assertThat(said.status()).isEqualTo(2);
    }
}
