package org.noteworthy.cli.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.proof.Kept;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.cli.option.AuditLogOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.ReportFile;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.failure.UsageException;
import org.noteworthy.report.ReportJson;
import org.noteworthy.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code noteworthy audit checkpoints}: where each chain stood when, to be kept where nobody can change both. */
@Command(
        name = "checkpoints",
        description =
                "Prints the checkpoints of the audit log, and what was pruned from it, one a line. Keep them elsewhere; audit"
                        + " verify takes them.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class AuditCheckpointsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private AuditLogOption auditLog = new AuditLogOption();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write them to a file; - is standard output.")
    private @Nullable Path output;

    AuditCheckpointsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Kept kept;
        try (AuditDatabase database = auditLog.read()) {
            kept = Kept.of(database);
        }
        Path file = ReportFile.named(output);
        try (ReportFile out = file == null ? ReportFile.of(terminal.out()) : ReportFile.of(file, List.of())) {
            try (JsonGenerator json = ReportJson.generator(out.stream())) {
                kept.write(json);
            }
            out.finish();
        } catch (IOException e) {
            throw new UsageException("The checkpoints cannot be written" + (file == null ? "" : " to " + file)
                    + ": the place is full, closed, or not yours to write to. Name another one with -o.");
        }
        if (file != null) {
            terminal.say(Words.count(kept.checkpoints().size(), "checkpoint") + " in " + file + ".");
        }
        return Exit.FINE;
    }
}
