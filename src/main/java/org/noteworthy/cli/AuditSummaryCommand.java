package org.noteworthy.cli;

import java.util.concurrent.Callable;
import org.noteworthy.audit.AuditDatabase;
import org.noteworthy.audit.Question;
import org.noteworthy.audit.Summary;
import org.noteworthy.audit.SummaryJson;
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
    private RecordOption record = new RecordOption();

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
        Question question = asked.question();
        Summary summary;
        try (AuditDatabase database = record.read()) {
            summary = Summary.of(database, question);
        }
        if (json) {
            OutputOption.write(terminal, generator -> SummaryJson.write(generator, question, summary));
        } else {
            new SummaryText(terminal).print(question, summary);
        }
        return Exit.FINE;
    }
}
