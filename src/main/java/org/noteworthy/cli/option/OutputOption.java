package org.noteworthy.cli.option;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.failure.UsageException;
import org.noteworthy.report.ReportJson;
import picocli.CommandLine.Option;

/** Whether a verb answers for people or for programs. */
public final class OutputOption {
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
    public interface Writer {
        void write(JsonGenerator json) throws IOException;
    }

    /** Whether it is for programs. */
    public boolean json() {
        if (!format.equals(TEXT) && !format.equals(JSON)) {
            throw new UsageException("There is no format \"" + format + "\"; --format takes text or json.");
        }
        return format.equals(JSON);
    }

    /** Writes an answer in JSON on one line. */
    public static void write(Terminal terminal, Writer writer) {
        try (JsonGenerator json = ReportJson.generator(terminal.out())) {
            writer.write(json);
        } catch (IOException e) {
            throw new UsageException("What was asked for cannot be written: " + e.getMessage() + ".");
        }
        terminal.out().print('\n');
    }
}
