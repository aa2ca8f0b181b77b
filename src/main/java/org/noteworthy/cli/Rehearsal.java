package org.noteworthy.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.report.FormatName;

/**
 * Does what people do most, for nobody to see: the launcher archives the classes that it takes, so that the next start is
 * quick. The arguments are a rules folder and notes; without notes it checks an empty one.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /** Checks the notes once for each format of a report. */
    public static void main(String[] args) {
        Main.quiet();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(nowhere, nowhere, false, false);
        List<String> notes = Arrays.stream(args)
                .skip(1)
                .filter(each -> Files.isRegularFile(Path.of(each)))
                .toList();
        for (FormatName format : FormatName.values()) {
            List<String> words = new ArrayList<>(List.of("check", "--rules", args[0], "--format", format.word()));
            words.addAll(notes.isEmpty() ? List.of("--input-format", "txt", "-") : notes);
            int unused = Main.run(terminal, Clock.systemUTC(), words.toArray(String[]::new));
        }
        int unused = Main.run(terminal, Clock.systemUTC(), "--help");
    }
}
