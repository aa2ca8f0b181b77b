package org.noteworthy.cli.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.export.About;
import org.noteworthy.audit.export.DecisionExport;
import org.noteworthy.audit.export.ExportFormat;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DecisionReader;
import org.noteworthy.cli.option.AuditLogOption;
import org.noteworthy.cli.option.QuestionOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Product;
import org.noteworthy.cli.terminal.ReportFile;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.failure.UsageException;
import org.noteworthy.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code noteworthy audit export}: decisions written out, as many as are asked for. */
@Command(
        name = "export",
        description =
                "Writes decisions out, the oldest first: for programs, for spreadsheets, or as a report for people.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class AuditExportCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Clock clock;

    @Mixin
    private AuditLogOption auditLog = new AuditLogOption();

    @Mixin
    private QuestionOption asked = new QuestionOption();

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "csv, ndjson, xlsx or html (default: by the ending of the file, else ndjson).")
    private @Nullable String format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file; - is standard output.")
    private @Nullable Path output;

    AuditExportCommand(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        ExportFormat form = form();
        DecisionQuery query = asked.query();
        if (form == ExportFormat.XLSX && output == null) {
            throw new UsageException("XLSX output needs -o FILE.");
        }
        Path file = ReportFile.named(output);
        long[] count = new long[1];
        try (AuditDatabase database = auditLog.read();
                ReportFile out = file == null ? ReportFile.of(terminal.out()) : ReportFile.of(file, List.of())) {
            DecisionExport export = form.create(out.stream(), new About(query, clock.instant(), Product.version()));
            export.begin();
            new DecisionReader(database)
                    .each(
                            query,
                            false,
                            decision -> {
                                export.add(decision);
                                count[0]++;
                                return true;
                            },
                            export::letGo);
            export.end();
            out.finish();
        } catch (IOException | UncheckedIOException e) {
            throw new UsageException("The export cannot be written" + (file == null ? "" : " to " + file)
                    + ": the place is full, closed, or not yours to write to. Name another one with -o.");
        }
        if (file != null) {
            terminal.say(Words.count(count[0], "decision") + " in " + file + ".");
        }
        return Exit.FINE;
    }

    private ExportFormat form() {
        if (format != null) {
            return ExportFormat.of(QuestionOption.oneOf("--format", format, ExportFormat.words()))
                    .orElseThrow();
        }
        Path file = ReportFile.named(output);
        if (file == null) {
            return ExportFormat.NDJSON;
        }
        String name = String.valueOf(file.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ExportFormat.of(ending)
                .orElseThrow(() -> new UsageException("The ending of " + file
                        + " names no form. Name one with --format: " + String.join(", ", ExportFormat.words()) + "."));
    }
}
