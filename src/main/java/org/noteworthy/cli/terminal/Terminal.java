package org.noteworthy.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a verb writes to: what was asked for goes out, what is said about it goes to the side; UTF-8 both.
 *
 * @param colours whether what goes out is seen by a person on a terminal that shows colours
 * @param watched whether somebody watches the side
 */
public record Terminal(PrintStream out, PrintStream side, boolean colours, boolean watched) {

    /** The process's own streams; the launcher tells by system properties which of them are terminals. */
    public static Terminal ofProcess() {
        Map<String, String> environment = System.getenv();
        boolean plain = set(environment.get("NO_COLOR")) || "dumb".equals(environment.get("TERM"));
        return new Terminal(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Boolean.getBoolean("noteworthy.terminal.out") && !plain,
                Boolean.getBoolean("noteworthy.terminal.err"));
    }

    /** Says something about what goes on. */
    public void say(String sentence) {
        side.println("noteworthy: " + sentence);
    }

    private static boolean set(@Nullable String value) {
        return value != null && !value.isEmpty();
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        OutputStream buffered = new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16);
        return new PrintStream(buffered, descriptor == FileDescriptor.err, StandardCharsets.UTF_8);
    }
}
