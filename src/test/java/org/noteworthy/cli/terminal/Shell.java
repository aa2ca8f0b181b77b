package org.noteworthy.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.noteworthy.checking.TimeLimits;
import org.noteworthy.cli.Main;

/** Runs a verb in this process, as the launcher would, on 1 April 2020. */
public final class Shell {
    private static final Clock APRIL = Clock.fixed(Instant.parse("2020-04-01T12:00:00Z"), ZoneOffset.UTC);

    private Shell() {}

    /** What a verb said and how it ended. */
    public record Said(int status, String out, String side) {}

    public static Said run(String... args) {
        return runWithin(TimeLimits.DEFAULT, args);
    }

    /** The same within other limits of time. */
    public static Said runWithin(TimeLimits limits, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream side = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(side, true, StandardCharsets.UTF_8),
                false,
                false);
        int status = Main.run(terminal, APRIL, limits, args);
        return new Said(status, out.toString(StandardCharsets.UTF_8), side.toString(StandardCharsets.UTF_8));
    }
}
