package org.noteworthy.cli.audit;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DecisionReader;
import org.noteworthy.cli.option.AuditLogOption;
import org.noteworthy.cli.option.QuestionOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.failure.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noteworthy audit show}: all that is known of one decision. */
@Command(
        name = "show",
        description = "Shows one decision: what was judged, when, by what, and what was found.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class AuditShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private AuditLogOption auditLog = new AuditLogOption();

    @Parameters(paramLabel = "ID", description = "Id of the decision, as audit list and the service tell it.")
    private String id = "";

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "text, or json: the line as it is recorded (default: ${DEFAULT-VALUE}).",
            defaultValue = "text")
    private String format = "text";

    AuditShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        QuestionOption.oneOf("--format", format, List.of("text", "json"));
        Decision decision;
        try (AuditDatabase database = auditLog.read()) {
            decision = new DecisionReader(database)
                    .find(id)
                    .orElseThrow(() -> new UsageException("The audit log at " + auditLog.address() + " has no decision "
                            + id + ". audit list shows those that there are."));
        }
        if (format.equals("json")) {
            terminal.out().write(decision.json());
            terminal.out().print('\n');
        } else {
            new DecisionText(terminal).print(decision);
        }
        return Exit.FINE;
    }
}
