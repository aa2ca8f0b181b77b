package org.noteworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.cli.terminal.Shell;

/** Every command that the README shows with its output prints just that; {@code -Dfixtures.update} writes it anew. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern SESSION =
            Pattern.compile("```console\\n\\$ \\./noteworthy ([^\\n]*)\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void everyCommandPrintsWhatItSays() throws IOException {
        String readme = Files.readString(README);
        Matcher sessions = SESSION.matcher(readme);
        AuditSessions record = new AuditSessions(folder);
        String shown = sessions.replaceAll(session -> Matcher.quoteReplacement(run(session, record)));
        if (Boolean.getBoolean("fixtures.update")) {
            Files.writeString(README, shown);
        }
        assertThat(SESSION.matcher(readme).results().count()).isGreaterThanOrEqualTo(4);
        assertThat(readme).isEqualTo(shown);
    }

    private static String run(MatchResult session, AuditSessions record) {
        String[] arguments = Arrays.stream(session.group(1).split(" ", -1)).toArray(String[]::new);
        boolean audit = arguments[0].equals("audit")
                || List.of(arguments).contains("--audit")
                || List.of(arguments).contains("--recorded");
        Shell.Said said = Shell.run(audit ? record.arguments(arguments) : arguments);
        String printed = said.out() + said.side();
        return "```console\n$ ./noteworthy " + session.group(1).replace("FIRST", record.first()) + "\n"
                + (audit ? record.shown(printed, session.group(2)) : printed) + "```";
    }
}
