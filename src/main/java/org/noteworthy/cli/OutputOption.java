package org.noteworthy.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.noteworthy.checking.format.ReportJson;
import picocli.CommandLine.Option;

/** Whether a verb answers for people or for programs. */
final class OutputOption {
    private static final String TEXT = "text";
    private static final String JSON = "json";

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "text or json (default: ${DEFAULT-VALUE}).",
            defaultValue = TEXT)
    private String format = TEXT;

    /** Writes an answer. */
    @FunctionalInterface
    interface Writer {
        void write(JsonGenerator json) throws IOException;
    }

    /** Whether it is for programs. */
    boolean json() {
        if (!format.equals(TEXT) && !format.equals(JSON)) {
            throw new UnusableException("There is no format \"" + format + "\"; --format takes text or json.");
        }
        return format.equals(JSON);
    }

    /** Writes an answer in JSON on one line. */
    static void write(Terminal terminal, Writer writer) {
        try (JsonGenerator json = ReportJson.generator(terminal.out())) {
            writer.write(json);
        } catch (IOException e) {
            throw new UnusableException("What was asked for cannot be written: " + e.getMessage() + ".");
        }
        terminal.out().print('\n');
    }
}
