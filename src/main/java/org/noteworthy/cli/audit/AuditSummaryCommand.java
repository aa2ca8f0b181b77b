package org.noteworthy.cli.audit;

import java.util.concurrent.Callable;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.Summary;
import org.noteworthy.audit.store.SummaryJson;
import org.noteworthy.cli.option.AuditLogOption;
import org.noteworthy.cli.option.OutputOption;
import org.noteworthy.cli.option.QuestionOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code noteworthy audit summary}: what decisions come to. */
@Command(
        name = "summary",
        description = "Sums decisions up: compliance, and violations by rule, role, note type and week.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class AuditSummaryCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private AuditLogOption auditLog = new AuditLogOption();

    @Mixin
    private QuestionOption asked = new QuestionOption();

    @Mixin
    private OutputOption output = new OutputOption();

    AuditSummaryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean json = output.json();
        DecisionQuery query = asked.query();
        Summary summary;
        try (AuditDatabase database = auditLog.read()) {
            summary = Summary.of(database, query);
        }
        if (json) {
            OutputOption.write(terminal, generator -> SummaryJson.write(generator, query, summary));
        } else {
            new SummaryText(terminal).print(query, summary);
        }
        return Exit.FINE;
    }
}
