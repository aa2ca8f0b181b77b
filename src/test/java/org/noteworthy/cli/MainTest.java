package org.noteworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.noteworthy.checking.TimeLimits;
import org.noteworthy.cli.terminal.Terminal;

/** Only the verb that is called is built, and it is the one of that name. */
class MainTest {
    private static final Terminal NOWHERE = new Terminal(
            new PrintStream(OutputStream.nullOutputStream()),
            new PrintStream(OutputStream.nullOutputStream()),
            false,
            false);

    @Test
    void theVerbThatIsCalledIsBuiltAlone() {
        Set<String> verbs = verbs();
        assertThat(verbs).contains("check", "serve");
        verbs.forEach(verb -> assertThat(verbs(verb, "--help")).containsExactly(verb));
        assertThat(verbs("--help", "check")).isEqualTo(verbs);
        assertThat(verbs("chek")).isEqualTo(verbs);
    }

    private static Set<String> verbs(String... args) {
        return Main.commandLine(NOWHERE, Clock.systemUTC(), TimeLimits.DEFAULT, args)
                .getSubcommands()
                .keySet();
    }
}
