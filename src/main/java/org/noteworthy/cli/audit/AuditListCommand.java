package org.noteworthy.cli.audit;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.InvalidQueryException;
import org.noteworthy.audit.export.About;
import org.noteworthy.audit.export.DecisionExport;
import org.noteworthy.audit.export.ExportFormat;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DecisionReader;
import org.noteworthy.cli.option.AuditLogOption;
import org.noteworthy.cli.option.QuestionOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Product;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code noteworthy audit list}: which decisions there are, portion by portion. */
@Command(
        name = "list",
        description = "Lists decisions, the newest first.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class AuditListCommand implements Callable<Integer> {
    private static final int MOST = 1_000;
    private static final String TEXT = "text";

    private final Terminal terminal;
    private final Clock clock;

    @Mixin
    private AuditLogOption auditLog = new AuditLogOption();

    @Mixin
    private QuestionOption asked = new QuestionOption();

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "text, ndjson or csv (default: ${DEFAULT-VALUE}).",
            defaultValue = TEXT)
    private String format = TEXT;

    @Option(
            names = "--order",
            paramLabel = "O",
            description = "newest or oldest first (default: ${DEFAULT-VALUE}).",
            defaultValue = "newest")
    private String order = "newest";

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many at most, up to " + MOST + " (default: ${DEFAULT-VALUE}).",
            defaultValue = "100")
    private int limit = 100;

    @Option(names = "--cursor", paramLabel = "C", description = "Continue where an earlier list ended.")
    private @Nullable String cursor;

    AuditListCommand(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        QuestionOption.oneOf("--format", format, List.of(TEXT, ExportFormat.NDJSON.word(), ExportFormat.CSV.word()));
        QuestionOption.oneOf("--order", order, List.of("newest", "oldest"));
        if (limit < 1 || limit > MOST) {
            throw new InvalidQueryException("--limit is a number from 1 to " + MOST + ", not " + limit
                    + ". audit export writes out all of them.");
        }
        DecisionQuery query = asked.query();
        DecisionReader.Excerpt excerpt;
        try (AuditDatabase database = auditLog.read()) {
            excerpt = new DecisionReader(database).excerpt(query, order.equals("newest"), cursor, limit);
        }
        if (format.equals(TEXT)) {
            print(excerpt.decisions());
        } else {
            DecisionExport export = ExportFormat.of(format)
                    .orElseThrow()
                    .create(terminal.out(), new About(query, clock.instant(), Product.version()));
            export.begin();
            for (Decision decision : excerpt.decisions()) {
                export.add(decision);
            }
            export.end();
        }
        if (excerpt.next() != null) {
            terminal.out().flush();
            terminal.say("there are more. Go on with the same filters and --cursor " + excerpt.next());
        }
        return Exit.FINE;
    }

    private void print(List<Decision> decisions) {
        if (decisions.isEmpty()) {
            terminal.say("no matching decisions.");
            return;
        }
        DecisionText text = new DecisionText(terminal);
        text.printHeadings();
        decisions.forEach(text::printRow);
    }
}
